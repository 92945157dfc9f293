/** Advertising: search, social, display, video, audio, outdoor. */

import { names, type VocabularyEntry } from '../entry.ts';

export const paid: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'ads served',
    also: names(`
      ads, ads launched, ad creatives, ad creatives produced, ad variants, ad placements, ad groups launched,
      ad sets launched, advertisements, banners served
    `),
    kind: 'activity',
    unit: 'count',
    note: 'Serving is our side of an impression: we paid for it. Whether it was seen is the output.',
  },
  {
    phrase: 'ad campaigns launched',
    also: names(`
      ad campaigns, paid campaigns, paid campaigns launched, paid media campaigns, paid social campaigns,
      paid search campaigns, PPC campaigns, LinkedIn campaigns, retargeting campaigns,
      retargeting campaigns launched, display campaigns, channels activated, channels tested
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'ad spend',
    also: names(`
      budget spent, media investment, budget used, budget utilization, spend, dollars spent, marketing investment,
      marketing budget
    `),
    kind: 'activity',
    unit: 'USD',
    note: 'Money put in, not what came back.',
  },
  {
    phrase: 'media placements bought',
    also: names(`
      billboards placed, spots aired, print ads placed, out-of-home placements, insertions booked, media bought,
      sponsored content placements, newsletter sponsorships, podcast sponsorships, inserts distributed,
      flyers distributed, brochures printed, catalogs mailed, keywords bid on
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'impressions',
    also: names(`
      ad views, impressions delivered, impressions served, media impressions bought, eyeballs, opportunities to see
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
    note: 'Seen by somebody is more than served, and less than an answer.',
  },
  {
    phrase: 'reach',
    also: names(`
      audience reach, gross rating points, GRP, target rating points, TRP, people reached, audience reached,
      audience coverage, ad frequency, households reached
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'CTR',
    also: names('click-through rate, click rate, clickthroughs, paid search CTR'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'clicks',
    also: names('QR code scans, QR scans, taps'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'viewability',
    also: names('viewability rate, brand safety rate'),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'ad engagement',
    also: names('ad engagement rate, thumb stop rate, hook rate, hold rate, ad completion rate, attention seconds'),
    kind: 'output',
    better: 'up',
  },
  { phrase: 'invalid traffic rate', also: names('ad fraud rate'), kind: 'output', unit: '%', better: 'down' },
  {
    phrase: 'CPM',
    also: names(`
      cost per thousand impressions, cost per mille, cost per impression, cost per reach point, cost per GRP
    `),
    kind: 'output',
    unit: 'USD',
    better: 'down',
  },
  {
    phrase: 'CPC',
    also: names(`
      cost per click, cost per visit, CPV, cost per view, cost per engagement, CPE, cost per session, CPCV,
      cost per completed view
    `),
    kind: 'output',
    unit: 'USD',
    better: 'down',
  },
  {
    phrase: 'CPA',
    also: names(`
      cost per acquisition, cost per action, cost per conversion, cost per sign-up, cost per trial,
      cost per download, cost per install, CPI, cost per registration, cost per subscriber, cost per follower,
      cost per form fill
    `),
    kind: 'output',
    unit: 'USD',
    better: 'down',
    note: 'Counts actions, mostly sign-ups and fills. What a customer costs is CAC, an outcome.',
  },
  {
    phrase: 'quality score',
    also: names('ad rank, ad strength, ad position, top of page rate, ad quality, ad relevance'),
    kind: 'output',
    unit: 'points',
    better: 'up',
  },
  {
    phrase: 'impression share',
    also: names('paid share of voice, ad share of voice'),
    kind: 'output',
    unit: '%',
    better: 'up',
    note: 'The share of showings that we bought; bought presence is not a changed market.',
  },
  {
    phrase: 'ad conversion rate',
    also: names(`
      paid conversion rate, paid search conversion rate, paid conversions, ad conversions, paid media conversions,
      paid leads, paid media leads, PPC leads, paid social leads, paid search leads, post-click conversion rate,
      view-through conversions, paid MQLs, lead gen form fills, retargeting conversion rate, PPC conversion rate,
      paid social conversions
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'audience match rate',
    also: names('match rate, retargeting pool size, retargeting audience size, remarketing list size, audience match'),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'app installs',
    also: names('installs, app downloads, app store visits, app store rankings'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'install rate',
    also: names('app store conversion rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'ROAS',
    also: names('return on ad spend, return on advertising spend, POAS, profit on ad spend'),
    kind: 'outcome',
    unit: 'ratio',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'brand lift',
    also: names(`
      ad recall, ad awareness, message recall, message association, advertising recall, conversion lift,
      advertising awareness
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'paid sourced pipeline',
    also: names(`
      paid media pipeline, paid pipeline, paid social pipeline, paid media sourced pipeline, paid search pipeline,
      ad influenced pipeline
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'paid revenue',
    also: names('paid media revenue, paid search revenue, ad revenue attributed'),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
];
