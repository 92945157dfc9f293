/** How words of a metric's name are brought to one form, and which words carry no meaning of their own there. */

/** Words that may stand anywhere in a name without changing what it measures. */
export const fillers: ReadonlySet<string> = setOf(`
  the a an of and or plus our your their its we they number total overall all any each every
  average avg mean median percentage percent pct
`);

/** Words after which a name only says where, for whom or since when; what is measured stands before them. */
export const boundaries: ReadonlySet<string> = setOf(`
  on in for from by at with via through across among within during as about into than
  that which who whose when where because while after before until since against between versus vs using including
`);

/** Words that say how much, how it moved, or in which segment: "MQL volume" still measures MQLs. */
export const transparent: ReadonlySet<string> = setOf(`
  volume count amount level figure quantity dollar usd eur gbp euro metric kpi goal target baseline actual
  planned forecast budgeted trend movement
  growth increase improvement uplift lift rise gain change decrease decline drop reduction
  grow raise improve boost drive reduce lower cut up down more fewer higher
  daily weekly monthly quarterly annual annually yearly yoy qoq mom wow ytd qtd day week month quarter year
  global worldwide regional local emea apac amer americas namer na latam dach uk us eu nordics anz
  enterprise midmarket smb commercial large small segment b2b b2c inbound outbound organic paid new existing net gross
  ready live done complete achieved reached gained earned
`);

/** Where one of these is what the name is about, it speaks about a metric and is none: "win rate dashboard". */
export const workNouns: ReadonlySet<string> = setOf(`
  plan dashboard report reporting review definition process workflow playbook policy survey audit analysis model strategy
  study project roadmap template tool platform team tracking training documentation guideline taxonomy checklist
  meeting sync standup research tooling system owner ownership page form test experiment hygiene governance forecasting
`);

/** A name that ends in one of these is complete; what follows is only where: `open_rate_newsletter`. */
export const measures: ReadonlySet<string> = setOf('rate ratio score index');

/** Ratio words: the "to" before them joins the two ends of a funnel step and does not end the name. */
export const ratios: ReadonlySet<string> = setOf('conversion rate ratio time velocity close won');

/** Before "of" these say how much of a thing, and the thing is what is measured: "share of pipeline". */
export const partitives: ReadonlySet<string> = setOf(
  'share piece proportion fraction majority lot load set list range',
);

/** What we do to people and things: "customers trained" counts our training, not customers. */
export const handled: ReadonlySet<string> = setOf(`
  contacted trained called emailed invited surveyed interviewed briefed visited mailed reviewed audited analyzed
  segmented tagged documented scheduled uploaded imported assigned targeted defined tracked reported discussed
`);

/** Two written words that are one: the first, then what may follow it. */
export const compounds: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  `a: b, e: mail book commerce, web: site cast, sign: up, click: through, white: paper, pod: cast, back: link, opt: in out,
   life: time, meet: up, news: letter, mid: market, on: time, first: party, third: party, check: out, micro: site,
   cross: sell, up: sell time, walk: in, drop: off, view: through, pay: back, play: book, data: base, page: view,
   key: word, hash: tag, re: engagement activation, pre: order, sell: through, show: up, open: source, road: show,
   trade: show`
    .split(',')
    .map((line) => line.trim().split(': '))
    .map(([first = '', seconds = '']) => [
      first,
      new Map(seconds.split(' ').map((second) => [second, first + second])),
    ]),
);

// The form that counts, then the forms that are read as it. Those that stand alone only look like a plural.
const irregular: ReadonlyMap<string, string> = new Map(
  `sent send sends sending, held hold holds holding, written write writes writing, built build builds building,
   run runs running ran, published publish publishes publishing, hosted host hosts hosting,
   produced produce produces producing, created create creates creating, launched launch launches launching,
   delivered deliver delivers delivering, generated generate generates generating, served serve serves serving,
   refreshed refresh refreshes refreshing, translated translate translates translating,
   localized localize localizes localizing localise localises localising, promoted promote promotes promoting,
   distributed distribute distributes distributing, sponsored sponsor sponsors sponsoring,
   program programme programmes, catalog catalogue catalogues, favorability favourability, behavior behaviour,
   enrollment enrolment enrolments, index indices indexes, ad ads, up ups, in ins,
   news, roas, poas, saas, nps, sms, css, series, plus`
    .split(',')
    .map((line) => line.trim().split(' '))
    .flatMap(([form = '', ...others]) => [form, ...others].map((other): [string, string] => [other, form])),
);

const irregularParticiples: ReadonlySet<string> = setOf('sent held run written built won lost spent given met made');
const noParticiples: ReadonlySet<string> = setOf('feed speed need seed embed bed red unified');

/** The form under which a word, given in lower case, is compared: singular, one spelling, one form of the verb. */
export function baseForm(written: string): string {
  const word = written.endsWith("'s") || written.endsWith('’s') ? written.slice(0, -2) : written;
  return irregular.get(word) ?? americanEnding(singular(word));
}

/** True for "sourced" and "won", which may stand before or after the noun. */
export function isParticiple(word: string): boolean {
  return (word.length > 3 && word.endsWith('ed') && !noParticiples.has(word)) || irregularParticiples.has(word);
}

/** True for periods and plain figures: `40`, `20k`, `q1`, `fy26`. */
export function isFigure(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 48 && first <= 57) || period.test(word);
}

const period = /^(?:[qh][1-4]|fy\d*)$/;

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  for (const ending of ['sses', 'ches', 'shes', 'xes', 'zzes']) if (word.endsWith(ending)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** "localisation" and "optimised" as "localization" and "optimized"; that "raised" becomes "raized" harms nobody. */
function americanEnding(word: string): string {
  if (word.endsWith('isation')) return `${word.slice(0, -7)}ization`;
  return word.endsWith('ised') ? `${word.slice(0, -4)}ized` : word;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
