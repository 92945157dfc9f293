/** A plan for tools that know no scopes: every node has a name of its own, and every reference says it. */

/** Properties that name other nodes. */
export const REFERENCES = new Set([
  ...[
    'dri',
    'with',
    'advances',
    'needs',
    'team',
    'lead',
    'agreed with',
    'escalates to',
    'reports to',
    'chair',
    'attend',
  ],
  ...['about', 'affects', 'drives', 'selected by', 'used by'],
]);
/** Properties whose first part names a metric. */
export const AIMS = new Set(['expect', 'guardrail']);

/** Nodes with their inner ones behind them: `{ id, kind, title, facts, parent, depth }`, where facts name ids. */
export function resolved({ path, nodes }) {
  const stem = path.replace(/\.mos$/, '').replace(/\W/g, '_');
  const flat = [];
  const visit = (node, parent, scope) => {
    const isMetric = node.kind === 'metric' && parent;
    const id = isMetric ? `${parent.id}_${node.name}` : (node.name ?? `n_${stem}_${flat.length}`);
    if (isMetric) scope.set(node.name, id);
    const found = (name) => scope.get(name) ?? name;
    const facts = node.facts.map(([key, value]) => {
      // Of a retrospective it is a quarter, of a brief it is somebody's plan.
      if (key === 'covers' && node.kind === 'brief') return ['about', value];
      if (REFERENCES.has(key)) return [key, Array.isArray(value) ? value.map(found) : found(value)];
      if (AIMS.has(key)) return [key, [found(value[0]), value[1]]];
      return [key, value];
    });
    const own = { id, kind: node.kind, title: node.title, facts, parent };
    flat.push(own);
    const inner = new Map(scope);
    for (const child of node.inner) visit(child, own, inner);
  };
  for (const node of nodes) visit(node, undefined, new Map());
  return flat;
}

/** Names of everything that a node refers to. */
export function referencesOf({ facts }) {
  return facts.flatMap(([key, value]) => {
    if (key === 'lesson') return [value.changes];
    return REFERENCES.has(key) ? [value].flat() : AIMS.has(key) ? [value[0]] : [];
  });
}

/** `agreed with` as a name in a program. */
export function camel(key) {
  return key.replace(/ (\w)/g, (_, letter) => letter.toUpperCase());
}

/** Values of properties that may be said more than once, together; all others alone. */
export function grouped(facts) {
  const groups = new Map();
  for (const [key, value] of facts) {
    const isMany = ['reading', 'expect', 'held'].includes(key);
    if (!isMany) groups.set(key, value ?? true);
    else groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}
