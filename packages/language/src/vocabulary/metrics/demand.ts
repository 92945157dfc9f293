/** Demand generation and the funnel from first response to the hand-over to sales. */

import { names, type VocabularyEntry } from '../entry.ts';

export const demand: readonly VocabularyEntry[] = [
  // What we did
  { phrase: 'campaigns launched', also: names('campaigns'), kind: 'activity', unit: 'count' },
  {
    phrase: 'programs launched',
    also: names('programs, plays run, tactics launched'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'nurture streams built',
    also: names(`
      nurture campaigns, nurture campaigns launched, nurture tracks, nurture paths, nurture programs,
      nurture programs launched, drip campaigns, nurture streams, nurture flows
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'leads nurtured',
    also: names('contacts nurtured, leads in nurture, leads recycled'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'outbound touches',
    also: names('touches, outreach attempts, prospects contacted, outbound activities'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'calls made',
    also: names('outbound calls, cold calls, dials, calls logged, SDR calls'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'sequences launched',
    also: names('outbound sequences, sales cadences launched, outreach sequences, sequences started'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'leads contacted',
    also: names(`
      leads followed up, leads worked, lead follow up, leads called, contacts called, customers contacted,
      contacts contacted, accounts contacted
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'leads imported',
    also: names(`
      leads uploaded, lists uploaded, lists purchased, contacts purchased, leads purchased, contacts imported
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'offers created',
    also: names('offers launched, offers published, lead magnets'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'experiments run',
    also: names('tests run, A/B tests, experiments, experiments launched, tests launched'),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'leads',
    also: names('leads generated, new leads, lead generation, lead flow'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'inquiries',
    also: names(`
      enquiries, responses, campaign responses, contact requests, contact us requests, hand raisers, hand raises,
      information requests
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'response rate',
    also: names('reply rate, inquiry rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'cost per lead',
    also: names('CPL, lead cost, cost per inquiry, cost per response'),
    kind: 'output',
    unit: 'USD',
    better: 'down',
  },
  {
    phrase: 'form fills',
    also: names('form submissions, form completions, forms submitted, forms completed, form conversions, forms filled'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'demo requests',
    also: names('demos, demos booked, demos scheduled, demo sign-ups, demo bookings'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'quote requests',
    also: names('RFQ, proposal requests, pricing requests, quotes requested, RFPs received'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'chat conversations',
    also: names('chats, chat sessions, chat engagements, chat leads, conversations'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'inbound calls',
    also: names('phone inquiries, calls received, tracked calls, call volume'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'database size',
    also: names('contacts, marketable database, new names, database growth, prospects'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
];
