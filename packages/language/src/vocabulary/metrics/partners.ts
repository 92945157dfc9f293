/** Partners, channels and communities. */

import { names, type VocabularyEntry } from '../entry.ts';

export const partners: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'partner campaigns',
    also: names(`
      partner campaigns launched, co-marketing campaigns, joint campaigns, joint campaigns launched,
      channel campaigns, co-branded campaigns, co-marketing activities, campaigns in a box published,
      joint webinars, joint webinars hosted, co-branded content published, partner content published,
      alliance campaigns, co-sell plays launched
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'partner trainings held',
    also: names(`
      partners trained, partner trainings, partner enablement sessions, partner webinars hosted, partner events,
      partner events hosted, partner newsletters sent, partner briefings, partner QBRs held, partner meetings,
      partner workshops, partner webinars, partner enablement sessions held, partner account mapping sessions
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'MDF spent',
    also: names(`
      market development funds spent, MDF allocated, co-op funds spent, MDF utilization, MDF requests approved,
      partner funds used, MDF claims paid
    `),
    kind: 'activity',
    unit: 'USD',
  },
  {
    phrase: 'partner portal content published',
    also: names(`
      partner assets published, partner kits published, partner playbooks published, affiliate kits published,
      marketplace listings published, integrations listed, marketplace listings, integration pages published
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'meetups hosted',
    also: names(`
      meetups, community events, community events hosted, user groups hosted, user group meetings,
      user group events, community calls, community syncs held, chapters launched, user groups launched,
      community office hours
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'community posts',
    also: names(`
      forum posts, questions answered, threads started, issues triaged, community updates published,
      community announcements, community programs launched, swag sent, swag packs sent, issues prioritized
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'partners recruited',
    also: names(`
      partners, resellers recruited, partner recruitment, affiliates, partner sign-ups, partner applications,
      active resellers, partnerships, agencies signed
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'partners certified',
    also: names(`
      partner certifications, partner certification rate, partner engagement, partner engagement score,
      partner portal logins, partner portal visits, active partner users, partner activation rate,
      partner training completions, partner participation, partner content downloads, partner event attendance
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'deal registrations',
    also: names('registered deals'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'partner leads',
    also: names(`
      partner MQLs, partner sourced leads, channel leads, partner referrals, affiliate leads, affiliate clicks,
      affiliate sign-ups, partner introductions, co-sell leads, affiliate conversions, affiliate traffic,
      marketplace leads, marketplace listing views, reseller leads
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'community members',
    also: names(`
      members, community size, community growth, member sign-ups, community sign-ups, community registrations,
      developer sign-ups, community subscribers, membership
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'community engagement',
    also: names(`
      active members, active community members, community engagement rate, community participation,
      posts per member, member posts, community activity, questions posted, accepted answers, answers posted,
      community responses, forum visits, forum traffic, community visits, member engagement, active community,
      forum activity, community replies received, community answer rate, member participation rate
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'contributors',
    also: names(`
      pull requests, stars, forks, package downloads, open source downloads, contributions, issues opened,
      npm downloads, docker pulls
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'partner satisfaction',
    also: names('partner NPS, partner satisfaction score, channel satisfaction'),
    kind: 'outcome',
    unit: 'points',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'partner sourced pipeline',
    also: names(`
      partner pipeline, partner influenced pipeline, channel pipeline, co-sell pipeline,
      pipeline sourced by partners, channel sourced pipeline, alliance pipeline, partner opportunities,
      co-sell opportunities, marketplace pipeline, ecosystem pipeline, partner attached pipeline
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'partner revenue',
    also: names(`
      partner sourced revenue, channel revenue, partner influenced revenue, channel sales, reseller revenue,
      affiliate revenue, affiliate sales, indirect revenue, marketplace revenue, partner bookings, channel bookings,
      partner sales, marketplace transactions, partner contribution, indirect sales, wholesale revenue,
      partner attach rate, channel contribution
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'partner win rate',
    also: names(`
      channel win rate, co-sell win rate, partner retention, partner retention rate, partner churn,
      partner deal size
    `),
    kind: 'outcome',
    timing: 'lagging',
  },
  {
    phrase: 'community sourced pipeline',
    also: names(`
      community pipeline, community influenced pipeline, community revenue, community influenced revenue,
      community qualified pipeline, community attributed revenue
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'support deflection',
    also: names('ticket deflection, support tickets deflected, deflection rate, self-service rate, case deflection'),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
    note: 'Money that support no longer has to spend.',
  },
];
