/** Email, newsletters, text messages and push. */

import { names, type VocabularyEntry } from '../entry.ts';

export const email: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'emails sent',
    also: names('emails, sends, email blasts, email campaigns, email campaigns launched, email frequency'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'newsletters sent',
    also: names('newsletters, newsletter issues, newsletter editions'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'text messages sent',
    also: names('SMS sent, SMS campaigns, messages sent, push notifications, pushes sent'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'email tests run',
    also: names(`
      subject line tests, subject lines tested, email templates built, email templates created, email flows built,
      email automations built, automated flows launched, welcome series launched
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'lists cleaned',
    also: names('list cleaning, lists segmented, segments built, segments created, audiences built, lists built'),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  { phrase: 'open rate', also: names('email open rate'), kind: 'output', unit: '%', timing: 'leading', better: 'up' },
  {
    phrase: 'email opens',
    also: names('opens, emails opened'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'email click-through rate',
    also: names('email CTR, email click rate, newsletter click rate, newsletter click-through rate, newsletter CTR'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'email clicks',
    also: names('newsletter clicks, emails clicked'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'click-to-open rate',
    also: names('CTOR, click to open'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'email reply rate',
    also: names('replies, email response rate, email responses, positive reply rate'),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'unsubscribe rate',
    also: names('opt-out rate, list churn, list churn rate'),
    kind: 'output',
    unit: '%',
    better: 'down',
  },
  { phrase: 'unsubscribes', also: names('opt-outs'), kind: 'output', unit: 'count', better: 'down' },
  { phrase: 'bounce rate', kind: 'output', unit: '%', better: 'down' },
  { phrase: 'email bounces', also: names('bounces'), kind: 'output', unit: 'count', better: 'down' },
  {
    phrase: 'spam complaint rate',
    also: names('spam rate, complaint rate'),
    kind: 'output',
    unit: '%',
    better: 'down',
  },
  {
    phrase: 'spam complaints',
    also: names('abuse complaints, email complaints'),
    kind: 'output',
    unit: 'count',
    better: 'down',
  },
  {
    phrase: 'email deliverability',
    also: names('deliverability, delivery rate, inbox placement, deliverability rate'),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'sender score',
    also: names('sender reputation, domain reputation'),
    kind: 'output',
    unit: 'points',
    better: 'up',
  },
  {
    phrase: 'email subscribers',
    also: names(`
      subscribers, newsletter sign-ups, list size, list growth, email sign-ups, opt-ins, newsletter subscriptions,
      email addresses captured
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'list growth rate',
    also: names('opt-in rate, subscription rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'email conversion rate',
    also: names('nurture conversion rate, SMS click rate, SMS conversion rate, re-engagement rate, reactivation rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'email engagement',
    also: names(`
      nurture engagement, newsletter engagement, newsletter readers, nurture engagement rate, email engagement rate
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'email leads',
    also: names('email conversions'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'email revenue',
    also: names(`
      email attributed revenue, revenue per email, revenue per recipient, revenue per send, email sourced pipeline,
      email pipeline, nurture sourced pipeline, SMS revenue, email influenced pipeline
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
];
