/** Protects what the vocabulary says of a metric's title: its kind, and the author's own words that decided it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../packages/language/src/vocabulary/metrics.ts';
import { phraseKey, phrasesOf } from '../../packages/language/src/vocabulary/phrases.ts';
import { createVocabulary, type VocabularyEntry } from '../../packages/language/src/vocabulary/vocabulary.ts';

const vocabulary = createVocabulary();

// Title, kind, and the words that decided; `undefined` where the vocabulary must not claim to know.
const titles: [title: string, kind: VocabularyEntry['kind'] | undefined, matched?: string][] = [
  // What the metrics hierarchy names
  ['content published', 'activity', 'content published'],
  ['emails sent', 'activity', 'emails sent'],
  ['Events hosted', 'activity', 'Events hosted'],
  ['ads served', 'activity', 'ads served'],
  ['Social posts', 'activity', 'Social posts'],
  ['open rate', 'output', 'open rate'],
  ['CTR', 'output', 'CTR'],
  ['MQLs', 'output', 'MQLs'],
  ['Form fills', 'output', 'Form fills'],
  ['content downloads', 'output', 'content downloads'],
  ['webinar attendance', 'output', 'webinar attendance'],
  ['pipeline influenced', 'outcome', 'pipeline influenced'],
  ['pipeline sourced', 'outcome', 'pipeline sourced'],
  ['Revenue contribution', 'outcome', 'Revenue contribution'],
  ['Win rate in target segments', 'outcome', 'Win rate in target segments'],
  ['market share', 'outcome', 'market share'],
  ['Brand consideration', 'outcome', 'Brand consideration'],
  // As people write them
  ['Pipeline sourced, mid-market', 'outcome', 'Pipeline sourced'],
  ['mql_volume', 'output', 'mql'],
  ['MQLVolume', 'output', 'MQL'],
  ['pipelineSourced', 'outcome', 'pipelineSourced'],
  ['pipeline_enterprise', 'outcome', 'pipeline'],
  ['open_rate_newsletter', 'output', 'open_rate'],
  ['nps_customers', 'outcome', 'nps'],
  ['Number of emails sent to enterprise accounts', 'activity', 'emails sent'],
  ['Inbound MQLs', 'output', 'Inbound MQLs'],
  ['MQL-to-SAO conversion', 'output', 'MQL-to-SAO conversion'],
  ['MQL to SQL conversion rate', 'output', 'MQL to SQL conversion rate'],
  ['MQL → SQL conversion', 'output', 'MQL → SQL conversion'],
  ['MQL to close conversion', 'outcome', 'MQL to close conversion'],
  ['sourced pipeline', 'outcome', 'sourced pipeline'],
  ['sent emails', 'activity', 'sent emails'],
  ['Emails we send each week', 'activity', 'Emails we send'],
  ['Publish 12 articles', 'activity', 'Publish 12 articles'],
  ['engaged buying groups', 'output', 'engaged buying groups'],
  ['Engagement of buying groups', 'output', 'Engagement of buying groups'],
  ['Conversion rate of landing pages', 'output', 'Conversion rate of landing pages'],
  ['Attendance at webinars', 'output', 'Attendance at webinars'],
  ['Traffic to the website', 'output', 'Traffic to the website'],
  ['E-mail opens', 'output', 'E-mail opens'],
  ['Web site traffic', 'output', 'Web site traffic'],
  ['Localised content', 'activity', 'Localised content'],
  ['Customer’s lifetime value', 'outcome', 'Customer’s lifetime value'],
  ['Source $4M of mid-market pipeline', 'outcome', 'pipeline'],
  ['Share of pipeline from ABM', 'outcome', 'pipeline from ABM'],
  ['Growth in website traffic', 'output', 'website traffic'],
  ['Mid-market: pipeline sourced', 'outcome', 'pipeline sourced'],
  // Near neighbours of different kinds
  ['email open rate', 'output', 'email open rate'],
  ['win rate', 'outcome', 'win rate'],
  ['webinars hosted', 'activity', 'webinars hosted'],
  ['webinars attended', 'output', 'webinars attended'],
  ['trade shows attended', 'activity', 'trade shows attended'],
  ['share of voice', 'outcome', 'share of voice'],
  ['Paid share of voice', 'output', 'Paid share of voice'],
  ['brand awareness', 'outcome', 'brand awareness'],
  ['brand consistency', 'output', 'brand consistency'],
  ['website traffic', 'output', 'website traffic'],
  ['branded search volume', 'outcome', 'branded search volume'],
  ['demo requests', 'output', 'demo requests'],
  ['demos delivered', 'activity', 'demos delivered'],
  ['opportunities created', 'outcome', 'opportunities created'],
  ['SAO', 'outcome', 'SAO'],
  ['SAL', 'output', 'SAL'],
  ['CAC', 'outcome', 'CAC'],
  ['CPA', 'output', 'CPA'],
  ['Cost per lead', 'output', 'Cost per lead'],
  ['Revenue per employee', 'outcome', 'Revenue per employee'],
  ['execution rate', 'output', 'execution rate'],
  ['Planning accuracy', 'output', 'Planning accuracy'],
  ['Time-to-market', 'output', 'Time-to-market'],
  ['NPS', 'outcome', 'NPS'],
  ['Event NPS', 'output', 'Event NPS'],
  ['press mentions', 'output', 'press mentions'],
  ['press releases', 'activity', 'press releases'],
  ['impressions', 'output', 'impressions'],
  ['buying groups engaged', 'output', 'buying groups engaged'],
  ['backlinks', 'output', 'backlinks'],
  ['articles', 'activity', 'articles'],
  ['three articles ready', 'activity', 'articles'],
  ['trial sign-ups', 'output', 'trial sign-ups'],
  ['trial-to-paid conversion', 'outcome', 'trial-to-paid conversion'],
  ['landing page conversion', 'output', 'landing page conversion'],
  ['customer referrals', 'output', 'customer referrals'],
  ['Customers from referrals', 'outcome', 'Customers from referrals'],
  ['Budget spent', 'activity', 'Budget spent'],
  ['Return on ad spend', 'outcome', 'Return on ad spend'],
  // What a name is about stands at its end, and before "for", "from", "by"
  ['Brand awareness campaigns', 'activity', 'awareness campaigns'],
  ['Brand awareness campaigns launched', 'activity', 'awareness campaigns launched'],
  ['Demo request pipeline', 'outcome', 'pipeline'],
  ['Blog post leads', 'output', 'leads'],
  ['Leads from webinars hosted', 'output', 'Leads from webinars'],
  ['Pipeline sourced by webinars', 'outcome', 'Pipeline sourced'],
  ['Downloads of the buyer guide', 'output', 'Downloads'],
  ['Emails sent, open rate', 'activity', 'Emails sent'],
  ['Emails sent open rate', 'output', 'open rate'],
  ['Sales and marketing alignment', 'output', 'Sales and marketing alignment'],
  // Real plans: what GitLab and the IPFS community wrote, in short
  ['Inbound IACV', 'outcome', 'IACV'],
  ['IACV pipeline from chat touches', 'outcome', 'IACV pipeline'],
  ['Performance dashboard aligned', 'activity', 'dashboard'],
  ['critical errors', undefined],
  ['Critical errors down 70%', undefined],
  ['roadmap exists', undefined],
  ['Organic landing page +33%', undefined],
  ['Data retention policy', undefined],
  ['Rich metrics', undefined],
  ['Taxonomy of resources', undefined],
  // Ordinary words, parts of words, and names about something else
  ['quality', undefined],
  ['growth', undefined],
  ['Lead quality', 'output', 'Lead quality'],
  ['Loads of leads', 'output', 'leads'],
  ['uploads', undefined],
  ['Lead the category', undefined],
  ['Reach 40 accounts', undefined],
  ['Download speed', undefined],
  ['Webinar feedback quality', undefined],
  ['Win rate analysis', undefined],
  ['Pipeline review', undefined],
  ['Review of the pipeline', undefined],
  ['MQL definition', undefined],
  ['Pipeline hygiene', undefined],
  ['Win rate reviewed', undefined],
  ['Cost per widget', undefined],
  ['Roadmap for brand awareness', undefined],
  ['', undefined],
  ['of the', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
];

describe('classify', () => {
  test.each(titles)('%j is %s', (title, kind, matched) => {
    const found = vocabulary.classify(title);
    expect(found?.entry.kind).toBe(kind);
    expect(found?.matched).toBe(matched);
    if (found) expect(title.slice(found.start, found.end)).toBe(found.matched);
  });

  test('the same title twice gives the same answer', () => {
    expect(vocabulary.classify('Pipeline sourced, EMEA')).toEqual(vocabulary.classify('Pipeline sourced, EMEA'));
  });

  test('any text has an answer, and the matched words stand where it says', () => {
    const names = metrics.flatMap(phrasesOf);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...names),
      fc.constantFrom('of', 'to', 'per', 'from', ', ', '→', '’s', '_', '\u0000', '\uD800', '40%', 'İ', 'e\u0301'),
    );
    const property = fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' ', '_'), (pieces, glue) => {
      const text = pieces.join(glue);
      const found = vocabulary.classify(text);
      if (!found) return;
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThan(found.start);
      expect(text.slice(found.start, found.end)).toBe(found.matched);
      expect(metrics).toContain(found.entry);
    });
    fc.assert(property, { seed: 20260105, numRuns: 3000 });
  });

  test('a very long title costs no more than a short one', () => {
    const found = vocabulary.classify(`Pipeline sourced ${'to '.repeat(1_000_000)}`);
    expect(found?.matched).toBe('Pipeline sourced');
  });
});

describe('the built-in entries', () => {
  test('there are at least 350, and at least 60 of each kind', () => {
    const counts = { activity: 0, output: 0, outcome: 0 };
    for (const entry of metrics) counts[entry.kind] += 1;
    expect(vocabulary.size).toBe(metrics.length);
    expect(metrics.length).toBeGreaterThanOrEqual(350);
    expect(Math.min(counts.activity, counts.output, counts.outcome)).toBeGreaterThanOrEqual(60);
  });

  test('each is found by each of its phrases', () => {
    const lost = metrics.flatMap((entry) =>
      phrasesOf(entry).filter((phrase) => vocabulary.classify(phrase)?.entry !== entry),
    );
    expect(lost).toEqual([]);
  });

  test('no phrase belongs to two of them, or to one twice', () => {
    const seen = new Set<string>();
    const repeated = metrics.flatMap(phrasesOf).filter((phrase) => {
      const key = phraseKey(phrase);
      const known = seen.has(key);
      seen.add(key);
      return known;
    });
    expect(repeated).toEqual([]);
  });

  test('every phrase is a name with words in it, without stray spaces', () => {
    const odd = metrics.flatMap(phrasesOf).filter((phrase) => phraseKey(phrase) === '' || /^\s|\s$|\s\s/.test(phrase));
    expect(odd).toEqual([]);
  });

  test('units are the agreed ones, and a rate is never a count', () => {
    const units = ['%', 'USD', 'count', 'months', 'days', 'hours', 'seconds', 'points', 'ratio', undefined];
    expect(metrics.filter((entry) => !units.includes(entry.unit))).toEqual([]);
    const wrong = metrics.filter((entry) => entry.unit === 'count' && /\b(rate|ratio)$/.test(entry.phrase));
    expect(wrong).toEqual([]);
  });
});

describe("a plan's own entries", () => {
  const own: VocabularyEntry[] = [
    { phrase: 'MQL', kind: 'activity' },
    { phrase: 'design partners signed', also: ['lighthouse deals'], kind: 'outcome' },
  ];
  const extended = createVocabulary(own);

  test('win over the built-in ones with the same phrase', () => {
    expect(extended.classify('Inbound volume of MQLs')?.entry).toBe(own[0]);
    expect(vocabulary.classify('Inbound volume of MQLs')?.entry.kind).toBe('output');
    expect(extended.size).toBe(metrics.length + 1);
  });

  test('are found like any other, by synonym and turned round', () => {
    expect(extended.classify('Signed design partners, EMEA')?.entry).toBe(own[1]);
    expect(extended.classify('lighthouse_deals')?.entry).toBe(own[1]);
    expect(vocabulary.classify('design partners signed')?.entry).not.toBe(own[1]);
  });

  test('leave longer built-in phrases alone', () => {
    expect(extended.classify('MQL to SQL conversion rate')?.entry.kind).toBe('output');
  });

  test('may be odd without harm', () => {
    const odd = createVocabulary([
      { phrase: '', kind: 'output' },
      { phrase: 'of the', kind: 'output' },
      { phrase: 'constructor', kind: 'outcome' },
      { phrase: 'word '.repeat(500), kind: 'output' },
    ]);
    expect(odd.classify('constructor')?.entry.kind).toBe('outcome');
    expect(odd.classify('of the')).toBeUndefined();
    expect(odd.classify('win rate')?.entry.kind).toBe('outcome');
  });
});

describe('suggest', () => {
  test('begins with what was typed, then holds a word that does', () => {
    const phrases = vocabulary.suggest('Webinar', 50).map((entry) => entry.phrase);
    expect(phrases.slice(0, 3).every((phrase) => phrase.startsWith('webinar'))).toBe(true);
    expect(phrases).toContain('webinars hosted');
  });

  test('gives no more than the limit, and nothing for words it does not know', () => {
    expect(vocabulary.suggest('', 5)).toHaveLength(5);
    expect(vocabulary.suggest('pipe', 3)).toHaveLength(3);
    expect(vocabulary.suggest('zzz', 3)).toEqual([]);
    expect(vocabulary.suggest('pipe', -1)).toEqual([]);
  });

  test("puts the plan's own entries first", () => {
    const own: VocabularyEntry = { phrase: 'pipeline blessed', kind: 'outcome' };
    expect(createVocabulary([own]).suggest('pipe', 1)).toEqual([own]);
  });
});
