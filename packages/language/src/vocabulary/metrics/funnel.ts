/** The funnel: how leads are judged, handed over and turned into meetings. */

import { names, type VocabularyEntry } from '../entry.ts';

export const funnel: readonly VocabularyEntry[] = [
  // What it produced
  {
    phrase: 'MQL',
    also: names('marketing qualified leads, inbound MQLs, marketing qualified contacts'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
    note: 'A response that we scored ourselves; it can rise while pipeline falls.',
  },
  {
    phrase: 'SQL',
    also: names('sales qualified leads, sales ready leads, leads qualified, TQL, HQL'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
    note: 'Still a lead: no deal and no money stand behind it yet.',
  },
  {
    phrase: 'SAL',
    also: names('sales accepted leads, leads accepted, MQLs accepted, lead acceptance'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'lead acceptance rate',
    also: names('MQL acceptance rate, sales acceptance rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'MQL to SQL conversion rate',
    also: names(`
      MQL to SQL conversion, MQL SQL conversion, MQL to SQL, MQL to SAL conversion, MQL to SAL rate,
      MQL to SAL conversion rate, MQL conversion, MQL conversion rate
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
    note: 'A ratio inside the funnel says how good the response is; it can rise while fewer deals are won.',
  },
  {
    phrase: 'MQL to SAO conversion',
    also: names(`
      MQL to SAO conversion rate, MQL to SAO, MQL to opportunity conversion, MQL to opportunity rate,
      MQL to opportunity conversion rate, MQL to SQO conversion, MQL to SQO rate
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
    note: 'A ratio inside the funnel; fewer MQLs alone can raise it, with no more pipeline.',
  },
  {
    phrase: 'lead to MQL conversion rate',
    also: names(`
      lead to MQL conversion, lead to MQL rate, inquiry to MQL conversion, inquiry to MQL rate,
      lead to SQL conversion, lead to SQL conversion rate, lead conversion rate, lead conversion
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'SQL to opportunity conversion rate',
    also: names(`
      SQL to opportunity conversion, SQL to opportunity rate, SAL to SQL conversion, SAL to SQL rate,
      SQL conversion rate, lead to opportunity conversion, lead to opportunity rate,
      lead to opportunity conversion rate, meeting to opportunity rate, meeting to opportunity conversion
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'funnel conversion',
    also: names('funnel conversion rate, stage conversion rate, stage to stage conversion, funnel drop off rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
  },
  {
    phrase: 'conversion rate',
    also: names('CVR'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
    note: 'Without saying into what, a conversion is a response.',
  },
  {
    phrase: 'conversions',
    also: names('goal completions'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'visitor to lead conversion rate',
    also: names(`
      visitor to lead rate, visitor to lead conversion, visit to lead rate, visit to lead conversion,
      traffic to lead conversion rate, visitor conversion rate
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'cost per MQL',
    also: names('cost per qualified lead, cost per marketing qualified lead, CPMQL'),
    kind: 'output',
    unit: 'USD',
    better: 'down',
  },
  {
    phrase: 'cost per SQL',
    also: names('cost per sales qualified lead, cost per SAL, cost per meeting, cost per demo'),
    kind: 'output',
    unit: 'USD',
    better: 'down',
  },
  {
    phrase: 'lead quality',
    also: names('MQL quality, lead quality score, lead to target fit, ICP fit, leads in ICP'),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'lead score',
    also: names('engagement points, behavior score'),
    kind: 'output',
    unit: 'points',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'lead velocity rate',
    also: names('LVR, lead velocity, lead growth rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'form conversion rate',
    also: names('form completion rate, form submission rate, form fill rate, form abandonment rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
  },
  {
    phrase: 'demo conversion rate',
    also: names(`
      demo request rate, demo page conversion, demo page conversion rate, demo to opportunity rate,
      demo to opportunity conversion, demo show rate
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'meetings booked',
    also: names(`
      sales meetings, meetings set, meetings scheduled, meeting requests, appointments, appointments set,
      qualified meetings, discovery meetings, meetings accepted, first meetings, consultations booked,
      discovery calls
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'meeting show rate',
    also: names('meeting attendance, appointment show rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  { phrase: 'no-show rate', kind: 'output', unit: '%', timing: 'leading', better: 'down' },
  // What changed
  {
    phrase: 'lead to customer rate',
    also: names(`
      lead to customer conversion, lead to customer conversion rate, lead to close rate,
      MQL to customer conversion rate, MQL to customer rate, MQL to closed won conversion, lead to win rate,
      visitor to customer rate, MQL to close conversion, MQL to close rate, MQL to win rate
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
    note: 'Ends in a sale, unlike the other funnel ratios.',
  },
];
