/** A plan as TypeScript builders: a module a file, a constant a declaration, and types that know who may stand where. */

import { AIMS, camel, grouped, REFERENCES, referencesOf, resolved } from './resolved.mjs';

const BUILDERS = `type Day = \`\${number}-\${number}-\${number}\`;
type Month = \`\${number}-\${number}\`;
type Quarter = \`\${number}-Q\${1 | 2 | 3 | 4}\`;
type Week = \`\${number}-W\${number}\`;
type Share = \`\${number}%\`;
type Amount = Share | \`\${number}\` | \`$\${number}\` | \`$\${number}\${'k' | 'M' | 'B'}\`;
type Level = \`at \${'least' | 'most'} \${Amount}\`;
interface Titled { title?: string }
export interface Team extends Titled { kind: 'team' }
export interface Owner extends Titled { kind: 'owner' }
export interface Frame extends Titled { kind: 'frame' }
export interface Bet extends Titled { kind: 'bet' }
export interface Run extends Titled { kind: 'run' }
export interface Objective extends Titled { kind: 'objective' }
export interface Metric extends Titled { kind: 'metric' }
export interface Milestone extends Titled { kind: 'milestone' }
export interface Commitment extends Titled { kind: 'commitment' }
export interface Program extends Titled { kind: 'program' }
export interface Gate extends Titled { kind: 'gate' }
export interface Decision extends Titled { kind: 'decision' }
export interface Platform extends Titled { kind: 'platform' }
export interface Cadence extends Titled { kind: 'cadence' }
export interface Brief extends Titled { kind: 'brief' }
export interface Retro extends Titled { kind: 'retro' }
interface Ways { options: string[]; recovery: string }
interface Answered { dri: Owner; with?: Owner[]; why?: string }
export const team = (f: Titled & { lead: () => Owner; why?: string }): Team => ({ kind: 'team', title: f.title });
export const owner = (f: Titled & { role: string; team?: Team; email?: string; reportsTo?: Owner; capacity?: number }): Owner => ({ kind: 'owner', title: f.title });
export const frame = (f: Titled & Answered & { year: \`\${number}\`; escalatesTo: Owner; decides: string[]; diagnosis: string; policy: string; budget: Amount }): Frame => ({ kind: 'frame', title: f.title });
export const bet = (f: Titled & Answered & { within: Frame; budget: Share; capacity: Share; escalatesTo: Owner }): Bet => ({ kind: 'bet', title: f.title });
export const run = (f: Titled & { within: Frame; budget: Share; capacity: Share }): Run => ({ kind: 'run', title: f.title });
export const objective = (f: Titled & Answered & { advances: (Bet | Frame)[]; quarter: Quarter; team: Team; priority: number; decides: string[]; escalatesTo: Owner; guardrail: [Metric, Level]; status: [Day, 'on track' | 'at risk' | 'off track' | 'achieved' | 'partial' | 'missed', string, Ways?] }): Objective => ({ kind: 'objective', title: f.title });
export const metric = (f: Titled & { within?: Objective; activity?: true; output?: true; outcome?: true; leading?: true; lagging?: true; primary?: true; unit?: string; goal?: { from: Amount; to: Amount }; source: string; read: string; agreedWith?: Owner[]; drives?: Metric[]; reading?: [Day, Amount][] }): Metric => ({ kind: 'metric', title: f.title });
export const milestone = (f: Titled & Answered & { within: Objective; month: Month; expect: [Metric, Level][]; met?: Day; missed?: string }): Milestone => ({ kind: 'milestone', title: f.title });
export const commitment = (f: Titled & Answered & { week: Week; advances: Milestone[]; needs?: (Gate | Commitment)[]; done?: Day; missed?: string }): Commitment => ({ kind: 'commitment', title: f.title });
export const program = (f: Titled & Answered & { advances: Objective[]; team: Team; approved: Day; planned: \`\${Day} to \${Day}\`; shipped?: Day; spec?: 'met'; budget: Amount; spent?: Amount; review?: string }): Program => ({ kind: 'program', title: f.title });
export const gate = (f: Titled & { kind: 'legal' | 'technical'; dri: Owner; within: \`\${number} days\`; why: string }): Gate => ({ kind: 'gate', title: f.title });
export const decision = (f: Titled & Answered & { on: Day; affects: (Frame | Bet | Objective)[] }): Decision => ({ kind: 'decision', title: f.title });
export const platform = (f: Titled & Answered & { team: Team; used: Share; selectedBy: Team[]; usedBy: Team[]; training: string }): Platform => ({ kind: 'platform', title: f.title });
export const cadence = (f: Titled & { every: string; chair: Owner; attend: Team[]; reviews: string[]; decides: string[]; held: Day[] }): Cadence => ({ kind: 'cadence', title: f.title });
export const brief = (f: Titled & Answered & { about: Frame; on: Day; text: string }): Brief => ({ kind: 'brief', title: f.title });
export const retro = (f: Titled & { covers: Quarter; dri: Owner; worked: string; lesson: { text: string; changes: Gate } }): Retro => ({ kind: 'retro', title: f.title });
`;
const SETTINGS = {
  compilerOptions: {
    ...{ strict: true, noEmit: true, module: 'esnext', moduleResolution: 'bundler', target: 'es2024', types: [] },
    ...{ skipLibCheck: true, allowImportingTsExtensions: true, exactOptionalPropertyTypes: false },
  },
  include: ['**/*.ts'],
};

/** Yields paths with their texts. `plan` gives the files of the plan, and is walked twice: names first. */
export function* typescript(plan) {
  yield ['builders.ts', BUILDERS];
  yield ['tsconfig.json', JSON.stringify(SETTINGS)];
  const homes = new Map();
  for (const file of plan()) for (const { id } of resolved(file)) homes.set(id, file.path);
  for (const file of plan()) yield [file.path.replace(/mos$/, 'ts'), moduleOf(file, homes)];
}

function moduleOf(file, homes) {
  const nodes = resolved(file).filter(({ kind }) => kind !== 'week');
  const imports = new Map();
  for (const name of new Set(nodes.flatMap(referencesOf))) {
    const home = homes.get(name);
    if (home !== file.path) imports.set(home, [...(imports.get(home) ?? []), name]);
  }
  const up = file.path.includes('/') ? '../' : './';
  const kinds = [...new Set(nodes.map(({ kind }) => kind))];
  const types = kinds.map((kind) => `type ${typeOf(kind)}`);
  return [
    `import { ${[...kinds, ...types].join(', ')} } from '${up}builders.ts';`,
    ...[...imports].map(([home, names]) => `import { ${names.join(', ')} } from '${up}${home.replace(/mos$/, 'ts')}';`),
    ...nodes.map(constant),
    '',
  ].join('\n');
}

function constant({ id, kind, title, facts, parent }) {
  const lines = [`title: ${JSON.stringify(title)}`];
  if (parent?.kind === 'week') lines.push(`week: '${parent.facts[0][1]}'`);
  else if (parent) lines.push(`within: ${parent.id}`);
  for (const [key, value] of grouped(facts)) lines.push(`${camel(key)}: ${expression(key, value)}`);
  return `export const ${id}: ${typeOf(kind)} = ${kind}({\n${lines.map((line) => `  ${line},\n`).join('')}});`;
}

const LISTS = new Set(['with', 'advances', 'needs']);

function expression(key, value) {
  if (key === 'lesson') return `{ text: ${JSON.stringify(value.text)}, changes: ${value.changes} }`;
  if (key === 'lead') return `() => ${value}`;
  if (REFERENCES.has(key)) return Array.isArray(value) || LISTS.has(key) ? `[${[value].flat().join(', ')}]` : value;
  if (key === 'expect') return `[${value.map(([metric, level]) => `[${metric}, '${level}']`).join(', ')}]`;
  if (AIMS.has(key)) return `[${value[0]}, '${value[1]}']`;
  return JSON.stringify(value);
}

function typeOf(kind) {
  return `${kind[0].toUpperCase()}${kind.slice(1)}`;
}
