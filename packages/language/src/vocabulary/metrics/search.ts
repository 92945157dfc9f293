/** The website and being found: search engines, answer engines and visits. */

import { names, type VocabularyEntry } from '../entry.ts';

export const search: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'pages optimized',
    also: names(`
      on-page optimizations, title tags updated, meta descriptions updated, SEO fixes shipped, SEO tasks completed,
      technical SEO fixes, SEO recommendations implemented, schema markup added, internal links added,
      redirects fixed
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'SEO audits completed',
    also: names('SEO audits, audits completed, site audits, technical audits'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'keywords researched',
    also: names(`
      keywords targeted, keyword research completed, topic clusters built, topic clusters published,
      pillar pages published, pillar pages, keywords tracked, prompts tracked
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'link building outreach',
    also: names(`
      outreach emails for links, link requests sent, link building emails sent, links requested,
      link placements purchased, directory submissions, listings submitted
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'website releases',
    also: names(`
      website launched, website updates, website changes shipped, site releases, website redesign, website refresh,
      website migration
    `),
    kind: 'activity',
  },
  // What it produced
  {
    phrase: 'website traffic',
    also: names('traffic, visits, sessions, pricing page views'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'unique visitors',
    also: names('visitors, unique visits, website users'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'organic traffic',
    also: names(`
      SEO traffic, organic visits, organic sessions, search traffic, organic visitors, non-brand traffic,
      organic search visits, organic search
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'direct traffic',
    also: names(`
      referral traffic, referral visits, direct visits, paid traffic, social traffic, email traffic,
      campaign traffic, qualified traffic, target traffic, referral sessions, direct sessions, referring visits
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'pageviews',
    also: names('page impressions, pages per session, pages per visit, pages viewed'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'time on site',
    also: names('time on page, session duration, visit duration, dwell time, engagement time, time on website'),
    kind: 'output',
    unit: 'seconds',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'website bounce rate',
    also: names('exit rate, page bounce rate, site bounce rate'),
    kind: 'output',
    unit: '%',
    better: 'down',
  },
  {
    phrase: 'website engagement',
    also: names(`
      engaged sessions, website engagement rate, site engagement, engaged visits, engaged visitors,
      site search usage, internal searches, repeat visit rate, return visit rate
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'landing page conversion rate',
    also: names('landing page conversion, page conversion rate, page conversion'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'website conversion rate',
    also: names(`
      site conversion rate, web conversion rate, website conversions, web conversions, website leads, web leads,
      organic leads, organic conversions, organic conversion rate, web direct leads, organic MQLs
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'keyword rankings',
    also: names('rankings, average position, top 10 keywords, ranked keywords'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
  },
  {
    phrase: 'search visibility',
    also: names(`
      SEO visibility, organic visibility, visibility index, visibility score, organic impressions,
      search impressions, search engine visibility, featured snippets, SERP features, rich results, search clicks,
      organic clicks
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'organic CTR',
    also: names('organic click-through rate, search CTR, search click-through rate, SERP CTR'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'backlinks',
    also: names(`
      inbound links, referring domains, links earned, links acquired, links built, linking domains, external links
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
    note: 'Given by others; asking for them is the activity.',
  },
  {
    phrase: 'domain authority',
    also: names('domain rating, page authority, domain rank, authority score, trust flow'),
    kind: 'output',
    unit: 'points',
    timing: 'leading',
    better: 'up',
  },
  { phrase: 'indexed pages', also: names('index coverage, crawl budget used'), kind: 'output', unit: 'count' },
  {
    phrase: 'site health score',
    also: names('SEO health score, site health'),
    kind: 'output',
    unit: 'points',
    better: 'up',
  },
  { phrase: 'SEO errors', also: names('crawl errors, broken links'), kind: 'output', unit: 'count', better: 'down' },
  {
    phrase: 'page speed',
    also: names(`
      site speed, load time, core web vitals, largest contentful paint, LCP, web performance score,
      lighthouse score, accessibility score
    `),
    kind: 'output',
  },
  {
    phrase: 'AI citations',
    also: names(`
      AI mentions, LLM mentions, AI visibility, LLM visibility, AI search visibility, AI referral traffic,
      LLM referral traffic, answer engine visibility, AI search traffic, citations
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'map listing views',
    also: names(`
      local listing views, local pack rankings, google business profile views, direction requests,
      store locator searches, local search rankings
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'branded search volume',
    also: names('brand searches, branded searches, branded traffic'),
    kind: 'outcome',
    unit: 'count',
    timing: 'leading',
    better: 'up',
    note: 'People who look for us by name: demand in the market, not a response to a page.',
  },
  { phrase: 'share of search', kind: 'outcome', unit: '%', timing: 'leading', better: 'up' },
  {
    phrase: 'organic pipeline',
    also: names(`
      SEO pipeline, organic sourced pipeline, website sourced pipeline, inbound pipeline, organic revenue,
      SEO revenue, organic search revenue, website pipeline
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
];
