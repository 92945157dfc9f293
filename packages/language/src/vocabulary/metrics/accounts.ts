/** Account-based marketing: target accounts, buying groups and their signals. */

import { names, type VocabularyEntry } from '../entry.ts';

export const accounts: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'accounts targeted',
    also: names(`
      target accounts, target account list size, TAL size, accounts selected, accounts in program,
      accounts assigned, accounts tiered
    `),
    kind: 'activity',
    unit: 'count',
    note: 'Choosing accounts is our own doing; it says nothing about their answer.',
  },
  {
    phrase: 'account plans written',
    also: names('account plans, account playbooks written'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'accounts researched',
    also: names(`
      account research completed, accounts mapped, account maps built, buying groups mapped,
      buying groups identified, stakeholders mapped
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'ABM plays launched',
    also: names(`
      ABM campaigns, ABM campaigns launched, ABM programs launched, ABM plays, one to one campaigns,
      one to few campaigns, account plays run
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'direct mail sent',
    also: names(`
      mailers sent, gifts sent, packages sent, postcards sent, direct mail pieces, mail pieces sent, letters sent,
      direct mail drops
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'personalized pages built',
    also: names(`
      personalized pages, account microsites, microsites built, microsites launched, personalized experiences built,
      deal rooms created, digital sales rooms created
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'target accounts engaged',
    also: names('accounts engaged, accounts showing engagement'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'account engagement rate',
    also: names('account engagement'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'account engagement score',
    also: names('engagement score, engagement index, engagement minutes, account score'),
    kind: 'output',
    unit: 'points',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'buying groups engaged',
    also: names(`
      buying group engagement, buying committees engaged, buying committee engagement,
      buying groups showing engagement, buying groups active, buying centers engaged, buying groups show engagement
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'buying group members engaged',
    also: names(`
      buying committee members engaged, stakeholders engaged, contacts engaged, personas engaged,
      decision makers engaged, engaged contacts per account, people engaged, executives engaged
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'buying group coverage',
    also: names(`
      contact coverage, account coverage, persona coverage, buying committee coverage, buying group completeness,
      contacts per account, white space coverage
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'accounts reached',
    also: names(`
      account reach, accounts aware, target account awareness, accounts visited website, target account visits,
      target account traffic, target account website visits, accounts with website visits
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'accounts in market',
    also: names(`
      in-market accounts, intent accounts, accounts showing intent, intent surges, surging accounts,
      accounts surging, intent signals, buying signals, intent topics surging
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  { phrase: 'intent score', kind: 'output', unit: 'points', timing: 'leading', better: 'up' },
  {
    phrase: 'MQA',
    also: names('marketing qualified accounts, qualified accounts, sales accepted accounts'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'MQA to opportunity conversion rate',
    also: names(`
      MQA to opportunity conversion, MQA to opportunity rate, MQA conversion rate,
      account to opportunity conversion, account to opportunity rate, account conversion rate
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'marketing qualified buying groups',
    also: names('buying groups qualified, MQBG'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'account stage progression',
    also: names(`
      account progression, accounts progressed, stage progression, accounts advanced, buying groups progressed
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'direct mail response rate',
    also: names('mailer response rate, gift acceptance rate, gift redemption rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'accounts in pipeline',
    also: names(`
      accounts with opportunities, accounts with open opportunities, ABM pipeline, target account opportunities,
      account pipeline, buying groups in pipeline
    `),
    kind: 'outcome',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'target account win rate',
    also: names('ABM win rate, account win rate, target segment win rate'),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'target account revenue',
    also: names('ABM revenue, revenue per account, account revenue, ARPA, account penetration, wallet share'),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
];
