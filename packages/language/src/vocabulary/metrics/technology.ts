/** Data and marketing technology: how sound they are, and how much of them is used. */

import { names, type VocabularyEntry } from '../entry.ts';

export const technology: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'records cleaned',
    also: names(`
      records deduplicated, contacts cleaned, records enriched, contacts enriched, records updated,
      accounts enriched, data cleaned, records deleted, duplicates merged, leads enriched, data fields cleaned,
      database cleaned, records merged
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'integrations built',
    also: names(`
      integrations launched, integrations shipped, systems integrated, systems connected, tools implemented,
      tools integrated, platforms implemented, systems migrated, platforms migrated, tools deployed, tools retired,
      tools consolidated, integrations completed, systems reconfigured, platforms launched, tools onboarded
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'vendors evaluated',
    also: names(`
      vendors selected, vendor evaluations, RFPs issued, agencies briefed, agencies hired, vendors engaged,
      vendors onboarded, contracts signed with vendors, vendor demos attended
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'technology cost',
    also: names(`
      martech spend, technology spend, martech cost, tool spend, software spend, number of tools,
      martech stack size, license cost, tool cost, software cost, martech budget, agency spend, overhead cost
    `),
    kind: 'activity',
    unit: 'USD',
    note: 'What we put in, like any spend.',
  },
  // What it produced
  {
    phrase: 'data quality',
    also: names(`
      data quality score, data completeness, data accuracy, database quality, record completeness, data health,
      data health score, field completeness, database health, profile completeness, data coverage, data freshness,
      enrichment rate, lead to account match rate, database completeness, data match rate
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  { phrase: 'consent rate', also: names('contactable rate'), kind: 'output', unit: '%', better: 'up' },
  {
    phrase: 'duplicate rate',
    also: names('duplicates, duplicate records, data decay rate, data error rate'),
    kind: 'output',
    unit: '%',
    better: 'down',
  },
  {
    phrase: 'platform utilization',
    also: names(`
      martech utilization, martech utilization rate, tool utilization, tool adoption, platform adoption,
      platform usage, stack utilization, martech adoption, CRM adoption, system adoption, tool usage,
      technology utilization, feature utilization, automation rate, AI adoption, capabilities used, CDP utilization,
      personalization coverage, license usage
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
    note: 'How much of our own technology we use; below 70% the advice is to train before buying more.',
  },
  {
    phrase: 'attribution coverage',
    also: names(`
      tracking coverage, UTM coverage, UTM compliance, campaign tagging rate, attribution accuracy,
      tracking accuracy, tagged campaigns, closed-loop reporting coverage, touchpoints tracked, source accuracy,
      unknown source rate, leads with known source, lead sources, reporting accuracy, dashboard usage, report views,
      dashboard views, initial sources, attribution rate
    `),
    kind: 'output',
  },
  { phrase: 'system uptime', also: names('uptime'), kind: 'output', unit: '%', better: 'up' },
  {
    phrase: 'compliance rate',
    also: names('privacy compliance, privacy requests handled on time'),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'incidents',
    also: names('data breaches, sync errors, integration errors, audit findings, privacy complaints'),
    kind: 'output',
    unit: 'count',
    better: 'down',
  },
  {
    phrase: 'lead response time',
    also: names(`
      speed to lead, response time, time to first response, time to follow-up, time to contact, follow-up time,
      time to first touch, time to lead, lead routing time, speed to contact, time to first contact
    `),
    kind: 'output',
    unit: 'hours',
    better: 'down',
  },
  { phrase: 'leads untouched', also: names('lead aging'), kind: 'output', unit: 'count', better: 'down' },
  { phrase: 'lead routing accuracy', also: names('routing accuracy'), kind: 'output', unit: '%', better: 'up' },
  { phrase: 'follow-up rate', kind: 'output', unit: '%', better: 'up' },
];
