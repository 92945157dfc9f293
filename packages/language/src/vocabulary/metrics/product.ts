/** Product marketing, sales enablement and product-led growth. */

import { names, type VocabularyEntry } from '../entry.ts';

export const product: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'product launches',
    also: names(`
      launches, releases announced, features announced, releases shipped, product announcements, features released,
      features shipped
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'battlecards published',
    also: names(`
      battlecards, competitive briefs, pitch decks created, sales decks created, sales assets created, sales plays,
      sales tools delivered, enablement assets, enablement assets created, datasheets published,
      sales kits delivered, product sheets published, sales collateral
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'enablement sessions held',
    also: names(`
      enablement sessions, sales training sessions, sales trainings, trainings held, reps trained, sellers trained,
      trainings delivered, SDRs trained, teams trained, enablement trainings, customers trained
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'customer interviews held',
    also: names(`
      interviews, focus groups held, personas created, personas documented, market studies completed,
      messaging tests, messaging tested, messaging tests run, research studies completed, surveys run, surveys sent,
      surveys conducted
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'messaging guides written',
    also: names(`
      messaging frameworks, positioning statements written, messaging houses, use cases documented,
      use case pages published, product pages published, positioning documents written, launch plans written,
      value propositions written
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'beta programs run',
    also: names(`
      betas launched, early access programs, pilots launched, pilots run, onboarding emails sent,
      in-app guides published, in-app guides launched, product tours published, product tours built,
      onboarding flows shipped, onboarding flows built
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'sign-ups',
    also: names('account registrations, user registrations, new registrations, users, accounts created, new accounts'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'sign-up rate',
    also: names('sign-up conversion rate, sign-up conversion, visitor to trial conversion, visitor to trial rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'free trials started',
    also: names(`
      trials, free trials, trial starts, trial sign-ups, trial users, trial registrations, trial requests,
      trial accounts, trial activations, POCs started, proofs of concept, pilot customers, beta users
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'PQL',
    also: names('product qualified leads, PQA, product qualified accounts'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'PQL conversion rate',
    also: names('PQL rate, PQL to opportunity conversion'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'activation rate',
    also: names(`
      aha moment rate, setup completion rate, onboarding completion, onboarding completion rate, onboarding rate,
      activation
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'users activated',
    also: names('accounts activated, users onboarded, customers onboarded'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'time to value',
    also: names('TTV, time to first value, onboarding time, time to onboard, time to first use, activation time'),
    kind: 'output',
    unit: 'days',
    timing: 'leading',
    better: 'down',
  },
  {
    phrase: 'sales content adoption',
    also: names(`
      battlecard usage, battlecard views, enablement adoption, sales adoption of messaging, message adoption,
      sellers certified, reps certified, sales confidence, enablement completion rate, training completion rate,
      sales play adoption, SDRs enabled, reps enabled, sellers enabled, certification rate, enablement attendance,
      battlecard adoption, sales readiness score
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'launch awareness',
    also: names(`
      launch reach, launch page visits, launch traffic, launch coverage, launch sign-ups, beta participants,
      waitlist size, launch registrations, launch impressions, launch engagement, product page visits,
      feature requests, beta applications
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'survey responses',
    also: names('survey completions'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  { phrase: 'survey response rate', kind: 'output', unit: '%', timing: 'leading', better: 'up' },
  {
    phrase: 'viral coefficient',
    also: names(`
      k-factor, invites per user, invites accepted, user invitations, teammates invited, user invites,
      invite acceptance rate
    `),
    kind: 'output',
    unit: 'ratio',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'trial to paid conversion rate',
    also: names(`
      trial to paid conversion, trial to paid, trial conversion rate, trial conversion, free to paid conversion,
      free to paid conversion rate, free to paid, freemium conversion rate, sign-up to paid conversion,
      sign-up to paid conversion rate, trial to customer conversion, trial to customer conversion rate,
      paid conversion from trial, trials converted, pilot to paid conversion, POC win rate, freemium conversion,
      PQL to paid conversion, PQL to customer conversion rate, user to paid conversion rate
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
    note: 'Ends in money, unlike the other conversion ratios.',
  },
  {
    phrase: 'product adoption',
    also: names(`
      adoption rate, adoption, feature usage, product usage, seats activated, seat utilization, license utilization,
      breadth of use, depth of use, usage growth, product engagement, seat expansion
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
    note: 'Customers changed how they work; that is what revenue follows.',
  },
  {
    phrase: 'active users',
    also: names('MAU, DAU, WAU, active accounts, active customers, power users, user growth, active installations'),
    kind: 'outcome',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'stickiness',
    also: names('DAU to MAU ratio, DAU MAU'),
    kind: 'outcome',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'launch revenue',
    also: names(`
      launch pipeline, new product pipeline, product revenue, self-serve revenue, product-led revenue,
      product-led pipeline, PLG revenue, PLG pipeline, launch bookings, attach rate, self-serve ARR,
      product sourced pipeline, product share of revenue, launch sourced pipeline
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'price realization',
    also: names('price premium, pricing power, price increase realized'),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
    note: 'What buyers are willing to pay is a market result.',
  },
  { phrase: 'discount rate', also: names('average discount'), kind: 'outcome', unit: '%', timing: 'lagging' },
  {
    phrase: 'time to first sale',
    also: names('ramp time, sales productivity, revenue per rep, rep productivity, time to first deal, quota per rep'),
    kind: 'outcome',
    timing: 'lagging',
  },
];
