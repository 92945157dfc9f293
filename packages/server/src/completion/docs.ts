/** What is said of an item when somebody looks at it: plain Markdown in which the plan's own text stays inert. */

import {
  describePeriod,
  type KeywordNote,
  type Kind,
  kindNotes,
  type PlanNode,
  propertyNotes,
  rulePages,
  titleOf,
} from '@mos/language';
import { inert } from '../markdown.ts';
import type { Project } from '../project.ts';
import { loadText } from './owners.ts';
import type { About } from './request.ts';

export async function documentationOf(
  about: About,
  project: Project | undefined,
  today: string,
): Promise<string | undefined> {
  if (about.is === 'kind') return noteText(kindNotes[about.name as Kind]);
  if (about.is === 'property') return noteText(propertyNotes[about.name]);
  if (about.is === 'rule') return ruleText((await rulePages())[about.name]);
  if (!project) return undefined;
  if (about.is !== 'declaration') return measureText(project, about.name);
  const node = project.engine.plan.files.get(about.file)?.nodes.get(about.key);
  return node && declarationText(project, node, today);
}

function noteText(note: KeywordNote | undefined): string | undefined {
  if (!note) return undefined;
  return note.example ? `${note.says}\n\n\`\`\`mos\n${note.example}\n\`\`\`` : note.says;
}

/** What it finds, and why it matters; the examples are for the page. */
function ruleText(page: string | undefined): string | undefined {
  return page
    ?.split(/^## Faulty$/m, 1)[0]
    ?.replace(/^# .*\n+/, '')
    .replace(/^## (.*)$/gm, '**$1**')
    .trim();
}

function measureText(project: Project, phrase: string): string | undefined {
  const entry = project.engine.plan.vocabulary.classify(phrase)?.entry;
  if (!entry) return undefined;
  const kind = {
    activity: 'An activity: what we did.',
    output: 'An output: what our work produced.',
    outcome: 'An outcome: what changed.',
  }[entry.kind];
  const timing =
    entry.timing &&
    { leading: 'Leading: it moves before the result does.', lagging: 'Lagging: it is the result.' }[entry.timing];
  const also = entry.also?.length ? `Also called ${inert(entry.also.slice(0, 6).join(', '))}.` : '';
  return [kind, timing, entry.note && inert(entry.note), also].filter(Boolean).join('\n\n');
}

function declarationText(project: Project, node: PlanNode, today: string): string {
  const { plan } = project.engine;
  const period = plan.periodOf(node);
  const line = [...plan.ancestors(node)].reverse().map((step) => inert(titleOf(step)));
  const facts = [
    period && inert(describePeriod(period.period, plan.config.calendar)),
    node.dri && `DRI ${inert(titleOf(node.dri))}`,
    inert(node.text('role')?.value ?? ''),
    node.kind === 'owner' && inert(loadText({ plan, today }, node)),
  ].filter(Boolean);
  return [
    `**${inert(titleOf(node))}** · ${node.kind}`,
    facts.join(' · '),
    line.length > 0 ? `beneath ${line.join(' → ')}` : '',
    inert(node.declaration.documentation ?? node.text('why')?.value ?? ''),
  ]
    .filter(Boolean)
    .join('\n\n');
}
