/** Social media, creators and influencers. */

import { names, type VocabularyEntry } from '../entry.ts';

export const social: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'social posts',
    also: names(`
      posts, tweets, stories published, Instagram stories, posting frequency, posts scheduled, TikToks,
      social content published, threads posted, social updates
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'comments answered',
    also: names(`
      social replies sent, messages answered, social responses sent, social inquiries answered, community replies,
      comments moderated
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'influencers contacted',
    also: names(`
      influencer collaborations, influencer campaigns, influencer campaigns launched, influencers contracted,
      creators contracted, creators briefed, influencer partnerships, influencer posts, creator posts,
      influencers activated, influencers onboarded, creator collaborations, sponsored posts
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'live streams hosted',
    also: names(`
      live streams, livestreams hosted, LinkedIn lives, social lives hosted, AMAs hosted, Twitter spaces hosted,
      live sessions hosted, contests run, giveaways run, sweepstakes run, social contests
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'followers',
    also: names(`
      fans, audience growth, social audience, YouTube subscribers, channel subscribers, audience size,
      social following, page likes
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'follower growth rate',
    also: names('audience growth rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'social engagement',
    also: names(`
      social media engagement, engagement rate, interactions, post engagement, LinkedIn engagement,
      amplification rate, applause rate
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'likes',
    also: names('comments, reactions, social shares, post shares, retweets, reposts, saves, hearts, upvotes'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'social reach',
    also: names(`
      post reach, organic reach, social impressions, post impressions, social media reach, social media impressions,
      post views, story views, profile views, profile visits, LinkedIn impressions, reel views, viral reach,
      influencer reach, hashtag reach, hashtag uses, hashtag trends, potential reach
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'social mentions',
    also: names(`
      mentions, tags, user-generated content, UGC, UGC posts, user generated posts, social conversations,
      conversation volume
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'social clicks',
    also: names(`
      link clicks, swipe ups, social visits, social leads, social conversions, influencer clicks, promo code uses,
      promo code redemptions
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'social click-through rate',
    also: names('social CTR, social conversion rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'employee advocacy shares',
    also: names(`
      employee shares, employee advocacy participation, employees sharing, employee advocates,
      employee advocacy reach, social selling index
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'social response time',
    also: names('social response rate, comment response time, message response time, reply time'),
    kind: 'output',
    better: 'down',
  },
  // What changed
  {
    phrase: 'social sourced pipeline',
    also: names(`
      social pipeline, social revenue, social commerce sales, influencer revenue, creator revenue, influencer sales,
      social influenced pipeline, social commerce revenue
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
];
