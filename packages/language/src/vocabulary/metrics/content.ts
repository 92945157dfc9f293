/** Content: what is published and how people answer it. */

import { names, type VocabularyEntry } from '../entry.ts';

export const content: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'content published',
    also: names(`
      content pieces, content assets, assets published, assets created, content created, content produced,
      content production, content output, content volume, assets produced, content delivered,
      content items published, publishing frequency
    `),
    kind: 'activity',
    unit: 'count',
  },
  { phrase: 'articles published', also: names('articles'), kind: 'activity', unit: 'count' },
  {
    phrase: 'blog posts published',
    also: names('blog posts, blogs, guest posts, guest posts published'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'whitepapers published',
    also: names('whitepapers, ebooks, guides, reports published'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'case studies published',
    also: names(`
      case studies, customer stories, customer stories published, success stories published, success stories,
      testimonials published
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'videos published',
    also: names(`
      videos, videos uploaded, video production, video testimonials produced, clips published, shorts published,
      reels published
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'podcast episodes published',
    also: names('podcast episodes, podcasts, episodes published, episodes recorded'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'infographics published',
    also: names(`
      infographics, templates published, calculators built, interactive tools built, quizzes published,
      one pagers created, checklists published
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'landing pages built',
    also: names('pages published, pages created, pages launched, web pages built'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'content refreshed',
    also: names(`
      content updated, pages refreshed, pages updated, posts updated, content optimized, content audited,
      content repurposed, assets refreshed, articles updated, content retired
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'content localized',
    also: names(`
      content translated, assets localized, assets translated, pages translated, pages localized,
      languages supported, markets localized
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'content distributed',
    also: names(`
      content promoted, content distribution, content syndicated, assets distributed, content placements,
      assets promoted
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'content briefs written',
    also: names(`
      briefs written, content briefs, creative briefs, scripts written, creative assets produced,
      creatives produced, creative concepts, designs delivered, designs created
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'tutorials published',
    also: names(`
      tutorials, docs published, documentation pages published, sample apps published, courses published,
      lessons published, workshops published, how-to guides
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'content downloads',
    also: names('downloads, content downloaded'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'content views',
    also: names(`
      content consumption, reads, blog post views, readership, readers, blog visitors, content visits, views
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'content engagement',
    also: names(`
      content engagement rate, content engagement score, content interactions, read through rate, scroll depth,
      read time, time spent with content, read ratio, completion rate, content depth, content shares, blog comments,
      blog engagement
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'blog traffic',
    also: names(`
      blog visits, blog sessions, content traffic, resource center traffic, resource center visits,
      documentation traffic, docs traffic
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'video views',
    also: names('plays, video starts, YouTube views, video watch count, viewers'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'video completion rate',
    also: names(`
      VCR, view through rate, VTR, watch time, average view duration, video completions, video engagement rate,
      hours watched, audience retention rate, play rate
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'podcast downloads',
    also: names('podcast plays, episode downloads, listens, listeners, podcast subscribers, podcast audience'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'content leads',
    also: names(`
      content generated leads, syndication leads, blog leads, content conversions, content conversion rate,
      CTA click rate, CTA clicks, call to action clicks, CTA click through rate
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'content utilization',
    also: names(`
      content usage, content used by sales, content adoption by sales, asset usage, asset utilization,
      content reuse rate
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'cost per asset',
    also: names(`
      cost per content piece, content production cost, cost per piece, content cost, cost per campaign element
    `),
    kind: 'output',
    unit: 'USD',
    better: 'down',
  },
  // What changed
  {
    phrase: 'content influenced pipeline',
    also: names(`
      content sourced pipeline, pipeline influenced by content, content attributed revenue,
      content influenced revenue, revenue influenced by content
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
];
