/** Brand, public relations and analyst relations. */

import { names, type VocabularyEntry } from '../entry.ts';

export const brand: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'press releases issued',
    also: names('press releases, announcements, news releases, press kits published'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'media pitches sent',
    also: names(`
      pitches sent, pitches, journalists contacted, journalists pitched, press outreach, media outreach,
      stories pitched, reporters pitched, journalists briefed, press briefings, interviews given, media interviews,
      press conferences held, press events hosted, media briefings
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'analyst briefings',
    also: names(`
      analyst inquiries, analyst calls, analyst meetings, analysts briefed, analyst days held, analyst submissions,
      RFI responses submitted, analyst questionnaires submitted
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'award submissions',
    also: names('awards submitted, award entries, awards entered, awards applied for, award applications'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'brand campaigns',
    also: names(`
      brand campaigns launched, awareness campaigns, awareness campaigns launched, brand guidelines published,
      brand trainings held, rebrand, brand refresh, brand assets created, brand assets published, logo redesign,
      brand films produced, brand activations
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'executive bylines written',
    also: names(`
      bylines, op-eds, thought leadership pieces, thought leadership content, expert comments offered,
      opinion pieces
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'press mentions',
    also: names(`
      media mentions, news mentions, press hits, media hits, press clippings, press pickups, press citations,
      PR mentions, stories published about us, news stories, press release pickups, executive mentions,
      article mentions
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'media coverage',
    also: names(`
      press coverage, news coverage, earned media, media placements, press placements, tier 1 coverage,
      tier one coverage, earned placements, earned coverage, feature stories, articles about us, tier 1 placements,
      PR coverage, pieces of coverage, coverage volume
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  { phrase: 'coverage quality score', kind: 'output', unit: 'points', timing: 'leading', better: 'up' },
  { phrase: 'share of coverage', kind: 'output', unit: '%', timing: 'leading', better: 'up' },
  {
    phrase: 'media reach',
    also: names(`
      press reach, PR reach, media impressions, PR impressions, press impressions, earned impressions, circulation,
      coverage reach, earned reach, coverage views, PR traffic
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'earned media value',
    also: names('EMV, advertising value equivalent, AVE, ad value equivalency, media value'),
    kind: 'output',
    unit: 'USD',
    note: 'A price put on coverage; no buyer has changed anything yet.',
  },
  {
    phrase: 'message pull-through',
    also: names(`
      message penetration, message resonance, key messages in coverage, message alignment, message alignment rating,
      message consistency
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'analyst mentions',
    also: names(`
      analyst coverage, analyst reports featuring us, analyst report mentions, analyst citations,
      analyst report inclusions, analyst inclusions, analyst recognition
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'awards won',
    also: names('awards, award wins, award nominations, shortlistings, recognitions, G2 badges, badges earned'),
    kind: 'output',
    unit: 'count',
    better: 'up',
  },
  {
    phrase: 'speaking invitations',
    also: names(`
      talks accepted, invited talks, speaking slots, podcast invitations, podcast appearances, media invitations,
      CFP acceptance rate, interview requests, press inquiries, media inquiries, journalist requests
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
    note: 'Others asked for us; giving the talk is the activity.',
  },
  {
    phrase: 'job applications',
    also: names('applications received, applicants, career page visits, careers page traffic, candidate applications'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'brand awareness',
    also: names(`
      awareness, top-of-mind awareness, familiarity, brand recognition, awareness score, brand visibility,
      name recognition
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'brand consideration',
    also: names(`
      consideration, consideration rate, consideration set, shortlist rate, day-one shortlist, consideration score,
      inclusion in shortlists, vendor shortlists
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'brand preference',
    also: names(`
      preference, first choice, brand choice, favorability, brand love, affinity, preference share,
      brand attachment, brand desire
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  { phrase: 'brand loyalty', also: names('loyalty, loyalty index'), kind: 'outcome', timing: 'lagging', better: 'up' },
  {
    phrase: 'purchase intent',
    also: names(`
      purchase intention, intent to buy, buying intent, consumer intent, likelihood to buy, willingness to pay
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
    note: 'What people say they will do, asked in the market. Signals read from visits are an output.',
  },
  {
    phrase: 'brand recall',
    also: names(`
      brand salience, mental availability, category entry points owned, top-of-mind recall, brand memory, recall
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'brand trust',
    also: names(`
      trust, trust score, brand image, brand attributes, perception, brand association, perceived quality,
      brand differentiation, reputation, reputation score, brand index, perceived leadership, brand tracker,
      brand strength, brand health, brand health score, brand personality, credibility
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'brand equity',
    also: names('brand value, brand valuation, brand asset value, brand power, brand rank, brand ranking'),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'brand sentiment',
    also: names('sentiment, sentiment score'),
    kind: 'outcome',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'share of voice',
    also: names('SOV, share of conversation, ESOV, share of model, mind share'),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
    note: 'Our place among competitors, and it runs ahead of market share. A bought share is "impression share".',
  },
  {
    phrase: 'analyst ranking',
    also: names(`
      analyst rating, analyst position, analyst placement, Magic Quadrant position, Magic Quadrant placement,
      Forrester Wave position, Forrester Wave placement, analyst leader position, analyst recommendations,
      G2 ranking, grid position, analyst evaluation position
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'employer brand strength',
    also: names(`
      employer brand, employer brand awareness, employer reputation, Glassdoor rating, employer brand index
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'employee NPS',
    also: names('eNPS, employee net promoter score'),
    kind: 'outcome',
    unit: 'points',
    timing: 'lagging',
    better: 'up',
  },
];
