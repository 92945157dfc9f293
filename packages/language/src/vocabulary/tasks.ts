/** Tells titles that name a task ("Launch the pilot") from titles that name a state or an outcome ("The pilot is live"). */

/** Never a noun or an adjective at the beginning of a title. */
const VERBS = words(`
  analyse analyze announce arrange assemble assess attend brainstorm clarify collect compile conduct configure consolidate
  coordinate create customise customize debug define deliver deploy describe determine develop discuss distribute edit
  evaluate execute explore facilitate finalise finalize formulate gather hire identify implement initiate install
  integrate investigate invite manage migrate negotiate organise organize outline perform prepare produce promote propose
  publish recruit relaunch revamp rewrite send submit summarise summarize translate upload validate verify write`);

/** Two words that are one verb; with a hyphen they are a noun. */
const PHRASES = words('clean-up draw-up follow-up kick-off put-together roll-out set-up sign-up work-on write-up');

/** A task before a thing ("Launch pilot", "Review budgets"), a noun before a verb ("Launch done", "Plan is agreed"). */
const VERBS_AND_NOUNS = words(`
  audit build complete design draft finish fix hold host launch monitor pilot plan redesign review run schedule ship
  start test train update`);

/** A task only where "the", "our" or a number follows: "Map the buying groups", but "Survey answers come from 400 companies". */
const MOSTLY_NOUNS = words(`
  ask book brief call check clean document film interview map move open order post present record refresh release report
  research rework share support survey track`);

const DETERMINERS = words(`
  a an the our all each every both new more another this that these those its their your one two three four five six seven
  eight nine ten eleven twelve twenty several some many first second third final next`);

/** Makes a sentence of a title, wherever it stands. */
const FINITE = words(`
  is are was were has have had can cannot will does works runs stands shows reaches meets exceeds brings converts covers uses
  knows gets keeps lands counts sold held met won built sent shown known written chosen found made begun taken given`);

/** Says that something has come about, at the end of a title or before "in", "for", "at". */
const CLOSING = words('available complete done live online open over public ready set up');

/** "Launch in March", "Plan for EMEA": what comes before is a noun. */
const PREPOSITIONS = words('of in on at by with from for to across before after until within and or');

/** Launch date, test coverage, plan attainment: the word before them is part of a name. */
const COMPOUNDS = words(`
  accounts accuracy attainment backlog budget capacity coverage customer customers date dates day event groups manager market
  markets partner partners phase quality rate rates readiness result results site speed system team teams time users value
  velocity volume wave window`);

/** What makes an outcome of "create" and its like when a gain follows. */
const CREATION = words('build create deliver develop produce');

/** What a company gains: "Create demand in DACH" is an outcome, "Create a demand dashboard" is not. */
const GAINS = words(`
  advocacy affinity arr attention authority awareness bookings community confidence consideration credibility demand
  goodwill growth interest leadership loyalty opportunities pipeline preference recognition reputation retention revenue
  sales share trust`);

/** A title that begins with another word is no task. */
const BEGINNINGS: ReadonlySet<string | undefined> = new Set([
  ...VERBS,
  ...VERBS_AND_NOUNS,
  ...MOSTLY_NOUNS,
  ...[...PHRASES].map((phrase) => phrase.split('-', 1)[0]),
]);

export interface TaskVerb {
  /** As the author wrote it: `Launch`, `Set up`. */
  text: string;
  /** UTF-16 offset in the title. */
  start: number;
}

/** The task verb that a title begins with; undefined when it names a state, an outcome, or a thing. English only. */
export function taskVerbOf(title: string): TaskVerb | undefined {
  // Most titles begin with something else, and need not be read any further.
  if (!BEGINNINGS.has(WORD.exec(title.slice(0, LONGEST))?.[0].toLowerCase())) return undefined;
  const [first, second, ...rest] = read(title);
  if (!first || !second) return undefined;
  const task = { text: first.text, start: first.start };
  if (PHRASES.has(`${first.lower}-${second.lower}`))
    return isState(rest) ? undefined : { ...task, text: title.slice(first.start, second.end) };
  const tail = [second, ...rest];
  if (CREATION.has(first.lower) && promisesGain(tail)) return undefined;
  if (VERBS.has(first.lower)) return task;
  const both = VERBS_AND_NOUNS.has(first.lower);
  if (!both && !MOSTLY_NOUNS.has(first.lower)) return undefined;
  if (DETERMINERS.has(second.lower) || /^\d/.test(second.lower)) return task;
  if (!both || COMPOUNDS.has(second.lower) || PREPOSITIONS.has(second.lower) || isState(tail)) return undefined;
  return task;
}

/** Whether a title lists two tasks or more: "Website, relaunch the blog; write the brief". */
export function listsTasks(title: string): boolean {
  const parts = title.slice(0, LONGEST).split(/[:;,+&\n]|\s[-–—/]\s|\sand\s/i);
  return parts.filter((part) => taskVerbOf(part) !== undefined).length > 1;
}

/** A title is a line; what lies beyond is not read. In UTF-16 code units. */
const LONGEST = 400;

interface Word {
  text: string;
  lower: string;
  start: number;
  end: number;
}

/** A comma or a full stop belongs to a word only between two of its characters, as in `1,200`. */
const WORD = /[\p{L}\p{N}$€£¥](?:[\p{L}\p{M}\p{N}%]|[-.,'’](?=[\p{L}\p{N}]))*/u;
const WORDS = new RegExp(WORD, 'gu');

function read(title: string): Word[] {
  return Array.from(title.slice(0, LONGEST).matchAll(WORDS), ({ 0: text, index }) => ({
    text,
    lower: text.toLowerCase(),
    start: index,
    end: index + text.length,
  }));
}

/** It has a verb of its own, or a participle: "Launch postponed", "Plan agreed with sales". */
function isState(tail: readonly Word[]): boolean {
  return tail.some(({ lower }, index) => {
    const following = tail[index + 1]?.lower;
    if (CLOSING.has(lower) && (following === undefined || PREPOSITIONS.has(following))) return true;
    return FINITE.has(lower) || /[a-z]{2}ed$/.test(lower);
  });
}

/** Within four words, money or a gain that is not the beginning of a longer name. */
function promisesGain(tail: readonly Word[]): boolean {
  return tail.slice(0, 4).some(({ lower }, index) => {
    const following = tail[index + 1]?.lower;
    return /^[$€£¥]\d/.test(lower) || (GAINS.has(lower) && (following === undefined || PREPOSITIONS.has(following)));
  });
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
