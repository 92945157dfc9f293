/** A plan as a LikeC4 model: an element a declaration, a relationship a reference. */

import { AIMS, REFERENCES, resolved } from './resolved.mjs';

const KINDS = [
  ...['team', 'owner', 'frame', 'bet', 'run', 'objective', 'metric', 'milestone', 'commitment', 'program'],
  ...['gate', 'decision', 'platform', 'cadence', 'retro', 'brief'],
];

/** Yields paths with their texts. */
export function* likec4(plan) {
  const relationships = [...REFERENCES, ...AIMS, 'within'].map((key) => `  relationship ${dashed(key)}`);
  const elements = KINDS.map((kind) => `  element plan-${kind}`);
  yield ['specification.c4', ['specification {', ...elements, ...relationships, '}', ''].join('\n')];
  for (const file of plan()) yield [file.path.replace(/mos$/, 'c4'), modelOf(resolved(file))];
}

function modelOf(nodes) {
  const lines = ['model {'];
  const relations = [];
  for (const { id, kind, title, facts, parent } of nodes) {
    if (kind === 'week') continue;
    const metadata = [];
    if (parent?.kind === 'week') metadata.push(`plan-week ${quoted(parent.facts[0][1])}`);
    else if (parent) relations.push(`  ${id} -[${dashed('within')}]-> ${parent.id}`);
    for (const [key, value] of facts) {
      if (REFERENCES.has(key)) for (const name of [value].flat()) relations.push(`  ${id} -[${dashed(key)}]-> ${name}`);
      else if (AIMS.has(key)) relations.push(`  ${id} -[${dashed(key)}]-> ${value[0]} ${quoted(value[1])}`);
      else if (!metadata.some((line) => line.startsWith(`${dashed(key)} `)))
        metadata.push(
          `${dashed(key)} ${quoted(typeof value === 'object' ? JSON.stringify(value) : `${value ?? 'yes'}`)}`,
        );
    }
    lines.push(
      `  ${id} = plan-${kind} ${quoted(title ?? id)} {`,
      '    metadata {',
      ...metadata.map((line) => `      ${line}`),
      '    }',
      '  }',
    );
  }
  return [...lines, ...relations, '}', ''].join('\n');
}

/** Many of our words are LikeC4's own. */
function dashed(key) {
  return `plan-${key.replaceAll(' ', '-')}`;
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
