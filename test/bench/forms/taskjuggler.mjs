/** A plan as a TaskJuggler project: a resource a person, a task a promise, a milestone that depends on its promises. */

import { resolved } from './resolved.mjs';

/** Yields paths with their texts. Strategy, metrics and meetings have no counterpart there and are left out. */
export function* taskjuggler(plan) {
  const includes = [];
  let people = '';
  for (const file of plan()) {
    const nodes = resolved(file);
    for (const { id, kind, title } of nodes) if (kind === 'owner') people += `resource ${id} ${quoted(title)}\n`;
    const tasks = tasksOf(nodes, `q${file.path.replace(/\.mos$/, '').replace(/\W/g, '_')}`);
    if (tasks === '') continue;
    const path = file.path.replace(/mos$/, 'tji');
    includes.push(path);
    yield [path, tasks];
  }
  const project = 'project bench "Bench" 2025-03-01 +2y {\n  timezone "UTC"\n}\n';
  const legal = 'task gates "Gates" { start 2025-03-01 milestone }\n';
  yield ['bench.tjp', `${project}${people}${legal}${includes.map((path) => `include "${path}"\n`).join('')}`];
}

/** In a task of their own: TaskJuggler searches all tasks beside one for each, so 20,000 side by side would take it minutes. */
function tasksOf(nodes, stem) {
  const promises = nodes.filter(({ kind }) => kind === 'commitment');
  const byMilestone = Map.groupBy(promises, (node) => fact(node, 'advances')[0]);
  const named = new Set(promises.map(({ id }) => id));
  const lines = nodes.flatMap((node) => {
    const { id, kind, title, parent } = node;
    const head = `task ${id} ${quoted(title ?? id)}`;
    if (kind === 'objective') {
      const milestones = nodes.filter((inner) => inner.parent === node && inner.kind === 'milestone');
      return [
        `${head} { milestone responsible ${fact(node, 'dri')} depends ${milestones.map((inner) => `${stem}.${inner.id}`).join(', ')} }`,
      ];
    }
    if (kind === 'milestone') {
      const own = byMilestone.get(id)?.map((promise) => `${stem}.${promise.id}`) ?? [];
      return [`${head} { milestone responsible ${fact(node, 'dri')} depends ${own.join(', ')} }`];
    }
    if (kind !== 'commitment') return [];
    const needed = fact(node, 'needs')?.[0];
    const begin = needed && named.has(needed) ? `depends ${stem}.${needed}` : `start ${mondayOf(parent.facts[0][1])}`;
    return [`${head} { ${begin} duration 4d responsible ${fact(node, 'dri')} }`];
  });
  return lines.length === 0 ? '' : `task ${stem} ${quoted(stem)} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

function fact({ facts }, key) {
  return facts.find(([name]) => name === key)?.[1];
}

function mondayOf(week) {
  const [year, number] = week.split('-W').map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() + ((number - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10);
}

function quoted(text) {
  return JSON.stringify(text);
}
