/** A plan as mos reads it. */

const WIDTH = 120;
/** What people write on one line as long as it fits. */
const SHORT = new Set(['commitment', 'owner', 'team']);
const QUOTED = new Set([
  'why',
  'text',
  'role',
  'email',
  'decides',
  'diagnosis',
  'policy',
  'source',
  'unit',
  'training',
  'review',
  'missed',
  'worked',
]);

/** The text of a file, with a line break at its end. */
export function written(nodes) {
  return `${nodes.flatMap((node) => lines(node, '')).join('\n')}\n`;
}

/** How many lines the nodes take at this depth. */
export function lineCount(nodes, indent = '') {
  let count = 0;
  for (const node of nodes) count += lines(node, indent).length;
  return count;
}

function lines({ kind, name, title, facts, inner }, indent) {
  const period = kind === 'week' ? facts[0][1] : undefined;
  const head = [kind, period, name, title && quoted(title)].filter(Boolean).join(' ');
  const properties = period ? [] : facts.map(property);
  if (!period && properties.length === 0 && inner.length === 0) return [`${indent}${head}`];
  if (SHORT.has(kind)) {
    const all = properties.join(' ');
    const line = `${indent}${head} { ${all} }`;
    if (line.length <= WIDTH) return [line];
    if (indent.length + 2 + all.length <= WIDTH) return [`${indent}${head} {`, `${indent}  ${all}`, `${indent}}`];
  }
  const body = properties.map((text) => `${indent}  ${text}`);
  for (const child of inner) body.push(...lines(child, `${indent}  `));
  return [`${indent}${head} {`, ...body, `${indent}}`];
}

function property([key, value]) {
  if (value === undefined) return key;
  if (key === 'goal') return `from ${value.from} to ${value.to}`;
  if (key === 'status') return statusOf(value);
  if (key === 'lesson') return `lesson ${quoted(value.text)} changes ${value.changes}`;
  if (key === 'reading' || key === 'expect' || key === 'guardrail') return `${key} ${value.join(' ')}`;
  if (QUOTED.has(key)) return `${key} ${[value].flat().map(quoted).join(', ')}`;
  return `${key} ${Array.isArray(value) ? value.join(', ') : value}`;
}

function statusOf([day, state, why, ways]) {
  const head = `status ${day} ${state} ${quoted(why)}`;
  if (!ways) return head;
  const options = ways.options.map((option) => `option ${quoted(option)}`).join(' ');
  return `${head} { ${options} recovery ${quoted(ways.recovery)} }`;
}

function quoted(text) {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
