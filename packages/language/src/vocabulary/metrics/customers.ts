/** Customer marketing: loyalty, advocacy and growth in the base. */

import { names, type VocabularyEntry } from '../entry.ts';

export const customers: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'customer newsletters sent',
    also: names(`
      customer communications sent, customer emails sent, lifecycle emails sent, customer campaigns,
      customer campaigns launched, lifecycle campaigns, lifecycle campaigns launched, renewal campaigns,
      upsell campaigns, win-back campaigns, cross-sell campaigns, onboarding campaigns
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'customer advisory board meetings',
    also: names(`
      advisory board meetings, CAB meetings, business reviews held, QBRs held, customer meetings, customer visits,
      customer roundtables hosted, EBRs held, customer check-ins, advisory boards
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'review requests sent',
    also: names(`
      reviews requested, references requested, referral requests sent, testimonials requested,
      feedback requests sent, NPS surveys sent, satisfaction surveys sent
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'customer references',
    also: names(`
      references, reference customers, referenceable customers, reference pool size, reference accounts,
      logos approved, logo rights, quotes approved, referenceable accounts
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'customer advocates',
    also: names(`
      advocates, champions, advocacy program members, advocacy acts, ambassadors, advocate actions,
      customer advocacy, customer speakers, promoters
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'customer reviews',
    also: names(`
      reviews collected, product reviews, online reviews, G2 reviews, reviews received, review volume, new reviews,
      testimonials, peer reviews, Gartner Peer Insights reviews, Capterra reviews, app store reviews,
      five star reviews, Google reviews, user reviews, TrustRadius reviews
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'referrals',
    also: names(`
      customer referrals, referral leads, referral sign-ups, word-of-mouth referrals, customer introductions
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'referral rate',
    also: names('referral conversion rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'customer engagement',
    also: names(`
      customer engagement score, customer engagement rate, customer education completions, academy completions,
      academy enrollments, course completions, course enrollments, certifications earned, customers certified,
      customer portal visits, help center visits, loyalty program engagement, customer event attendance,
      loyalty sign-ups, loyalty enrollments, loyalty members, loyalty program members, loyalty program sign-ups,
      points redeemed, redemption rate, course completion rate, training completions, academy users
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'customer health score',
    also: names('health score, customer health, account health, customers at risk, accounts at risk'),
    kind: 'output',
    unit: 'points',
    timing: 'leading',
    note: 'Our own forecast of a renewal; the renewal is the outcome.',
  },
  {
    phrase: 'upsell leads',
    also: names(`
      expansion leads, cross-sell leads, CSQL, customer success qualified leads, expansion MQLs, customer MQLs,
      upsell requests, expansion meetings booked, renewal meetings booked
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'review rating',
    also: names('average rating, review score, G2 score, Trustpilot score'),
    kind: 'outcome',
    unit: 'points',
    timing: 'lagging',
    better: 'up',
    note: 'What customers publicly think of us; the number of reviews is only an output.',
  },
  {
    phrase: 'NPS',
    also: names('net promoter score, promoter score, likelihood to recommend'),
    kind: 'outcome',
    unit: 'points',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'customer satisfaction',
    also: names(`
      CSAT, satisfaction score, satisfaction rate, customer happiness, user satisfaction, customer experience score,
      customer sentiment, customer experience index, CX score, renewal satisfaction, customer experience metrics
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'customer effort score',
    also: names('customer effort'),
    kind: 'outcome',
    unit: 'points',
    timing: 'lagging',
  },
  {
    phrase: 'customer retention',
    also: names('retention rate, retention, repeat rate'),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'churn rate',
    also: names(`
      churn, logo churn, attrition rate, customers lost, cancellations, cancellation rate, customer attrition,
      MRR churn, ARR churn, customer defections
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'down',
  },
  {
    phrase: 'NRR',
    also: names(`
      net revenue retention, net dollar retention, NDR, net retention, net retention rate,
      net revenue retention rate, revenue retention
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'GRR',
    also: names('gross revenue retention, gross dollar retention, GDR, gross retention rate'),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
  },
  { phrase: 'renewal rate', kind: 'outcome', unit: '%', timing: 'lagging', better: 'up' },
  {
    phrase: 'renewal revenue',
    also: names('renewal bookings'),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'renewals',
    also: names('customers renewed, contracts renewed, accounts renewed'),
    kind: 'outcome',
    unit: 'count',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'expansion revenue',
    also: names(`
      expansion ARR, expansion MRR, upsell revenue, cross-sell revenue, expansion bookings, upsell bookings,
      growth in existing accounts, revenue from existing customers, upsell ARR
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'expansion rate',
    also: names('upsell rate, cross-sell rate'),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'accounts expanded',
    also: names('customers expanded, upsells, cross-sells, account expansion, customer expansion'),
    kind: 'outcome',
    unit: 'count',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'expansion pipeline',
    also: names(`
      upsell pipeline, cross-sell pipeline, customer marketing pipeline, upsell opportunities,
      cross-sell opportunities, expansion opportunities, renewal pipeline, pipeline from existing customers,
      customer pipeline, referral pipeline, advocacy influenced pipeline, reference influenced pipeline
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'customer lifetime value',
    also: names('CLV, LTV, CLTV, lifetime value, customer value, customer lifetime, customer profitability'),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'ARPU',
    also: names(`
      average revenue per user, revenue per customer, spend per customer, customer spend, ARPPU,
      revenue per subscriber
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'referral revenue',
    also: names(`
      referral customers, referral sourced revenue, referral sales, customers referred, word-of-mouth sales,
      customers won back, win-backs, customers reactivated
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
];
