/** A new declaration as it is best begun: name, title and the properties that it should not be without, each a tab stop. */

import { formatPeriod, type Kind, likelyPeriods, type PeriodUnit, type PlanNode, roomOf } from '@mos/language';
import { metricBody } from './measures.ts';
import { likelyParents } from './parents.ts';
import { choice, type Request } from './request.ts';

/** Names in a list of choices; more are found by letters, behind the keyword. */
const MOST_CHOICES = 9;

export function declarationSnippet(request: Request, kind: Kind): string {
  return TEMPLATES[kind](request).replace(/<(\d):([^>]*)>/g, `\${$1:$2}`);
}

/** With tab stops as `<1:what stands there>`. */
type Template = (request: Request) => string;

const TEMPLATES: Readonly<Record<Kind, Template>> = {
  frame: (request) =>
    block(`frame <1:fy${request.today.slice(2, 4)}> "<2:What the year is about>"`, [
      `year ${periods(request, 'frame', 'year', 3)}`,
      `dri ${people(request, 4)}`,
      'diagnosis "<5:What stands in the way>"',
      'policy "<6:How it will be overcome>"',
      'why "<7:Why this, and why now>"',
      '$0',
    ]),
  bet: () => block('bet <1:name> "<2:What the year stands on>"', ['why "<3:Why it will work>"', 'budget <4:30>%']),
  run: () => 'run "<1:What has to go on>" { budget <2:20>% capacity <3:20>% }',
  objective: (request) =>
    block('objective <1:name> "<2:What will be different at the end of the quarter>"', [
      ...advances(request, 'objective', 3),
      `quarter ${periods(request, 'objective', 'quarter', 4)}`,
      `dri ${people(request, 5)}`,
      'why "<6:Why it matters>"',
      '$0',
    ]),
  milestone: (request) =>
    block('milestone <1:name> "<2:What is true by the end of the month>"', [
      ...advances(request, 'milestone', 3),
      `month ${periods(request, 'milestone', 'month', 4)}`,
      `dri ${people(request, 5)}`,
    ]),
  commitment: (request) => {
    const parents = likelyParents(request, 'commitment', MOST_CHOICES);
    const inside = request.block && request.block.kind !== 'week' ? [] : advances(request, 'commitment', 4);
    const week = request.block?.kind === 'week' ? [] : [`week ${periods(request, 'commitment', 'week', 5)}`];
    return `commitment <1:name> "<2:What you promise>" { ${[`dri ${people(request, 3, parents)}`, ...inside, ...week].join(' ')} }`;
  },
  week: (request) => block(`week ${periods(request, 'week', 'week', 1)}`, ['$0']),
  program: (request) =>
    block('program <1:name> "<2:What is delivered>"', [
      ...advances(request, 'program', 3),
      `dri ${people(request, 4)}`,
      `planned <5:${request.today}> to $6`,
    ]),
  owner: (request) => {
    const boss = request.plan.nodesOf('owner').length > 0 ? ` reports to ${people(request, 4)}` : '';
    return `owner <1:name> "<2:First and last name>" { role "<3:What they do>"${boss} }`;
  },
  team: (request) => `team <1:name> "<2:What it is called>" { lead ${people(request, 3)} }`,
  gate: (request) =>
    `gate <1:name> "<2:What is reviewed>" { kind ${choice(3, ['legal', 'creative', 'technical', 'budget'])} dri ${people(request, 4)} within <5:3> days }`,
  metric: () => `metric <1:name> "<2:What is counted>" ${metricBody(undefined, 3)}`,
  cadence: (request) =>
    block('cadence <1:name> "<2:What the meeting is called>"', [
      `every ${choice(3, ['week', 'month', 'quarter'])} on ${choice(4, ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])} at <5:09:30>`,
      `chair ${people(request, 6)}`,
      `reviews ${choice(7, ['commitments', 'milestones', 'objectives', 'metrics'])}`,
      'decides "<8:What may be decided there>"',
    ]),
  retro: (request) =>
    block('retro <1:name> "<2:What is looked back on>"', [
      `covers ${periods(request, 'retro', 'quarter', 3)}`,
      'worked "$4"',
      'failed "$5" because "$6"',
      'lesson "$7"',
    ]),
  brief: (request) =>
    block('brief <1:name> "<2:What people were told>"', [`covers $3`, `on <4:${request.today}>`, 'text "$5"']),
  decision: (request) =>
    block('decision <1:name> "<2:What was decided>"', [
      `on <3:${request.today}>`,
      `dri ${people(request, 4)}`,
      'why "$5"',
      'affects $6',
    ]),
  platform: (request) => block('platform <1:name> "<2:What it is>"', [`dri ${people(request, 3)}`, 'used <4:50%>']),
  market: (request) => `market <1:name> "<2:What it is called>" { lead ${people(request, 3)} }`,
};

function block(header: string, lines: readonly string[]): string {
  return `${header} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}

/** Those who answer for what stands around it, or for what it would advance, come first. */
function people(request: Request, stop: number, parents: readonly PlanNode[] = []): string {
  const { plan, block: around } = request;
  const dris = [around, ...(around ? plan.ancestors(around) : []), ...parents].flatMap((node) => node?.dri ?? []);
  const owners = plan.nodesOf('owner').slice(0, MOST_CHOICES);
  const names = [...new Set([...dris, ...owners])].flatMap(({ name }) => name ?? []);
  return choice(stop, names.slice(0, MOST_CHOICES));
}

/** The reference that a declaration outside of its parent needs; nothing where nesting says it, or where there is nothing yet. */
function advances(request: Request, kind: Kind, stop: number): string[] {
  const { plan, block: around } = request;
  if (around && around.kind !== 'week') return [];
  const names = likelyParents(request, kind, MOST_CHOICES).map(({ name = '', path }) =>
    plan.names.bearersOf(name).size > 1 ? path : name,
  );
  return names.length > 0 ? [`advances ${choice(stop, [...new Set(names)])}`] : [];
}

function periods({ plan, block: around, today }: Request, kind: Kind, unit: PeriodUnit, stop: number): string {
  const room = around && (plan.periodOf(around) ?? roomOf(plan, around));
  const taken = new Set(around?.childrenOf(kind).flatMap((child) => plan.periodOf(child)?.literal.literal ?? []));
  const likely = likelyPeriods(plan, unit, today, room, unit === 'week' ? new Set() : taken);
  const literals = likely
    .filter(({ note }) => kind === 'retro' || note !== 'last')
    .map(({ period }) => formatPeriod(period));
  return choice(stop, literals.slice(0, MOST_CHOICES));
}
