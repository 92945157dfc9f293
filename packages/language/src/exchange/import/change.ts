/** Brings what a row says into a declaration that is there: one property replaced or added for each cell that says otherwise. */

import type { TextEdit } from '../../finding.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { keywordOf, type Property } from '../../model/records.ts';
import { indentInside, insertProperty, newlineOf, quoted, replace } from '../../rules/edits.ts';
import type { Fact } from './facts.ts';
import type { Reader } from './reader.ts';
import { SHAPES, type Wanted } from './wanted.ts';

export interface Wishes {
  title?: string;
  properties: readonly Wanted[];
  fact?: Fact;
}

/** Edits that do not touch each other. Faults are told to the reader. */
export function changeOf(reader: Reader, node: PlanNode, { title, properties, fact }: Wishes): TextEdit[] {
  const { plan } = reader;
  const edits: TextEdit[] = [];
  const added: string[] = [];
  if (title !== undefined) edits.push(retitled(node, title));
  for (const wanted of properties) {
    const own = propertiesBehind(node, wanted.key);
    const [property, second] = own;
    if (second) reader.fault(wanted.key, 'the plan says it more than once; change it there');
    else if (property) edits.push(replace(node, property, wanted.text));
    else added.push(wanted.text);
  }
  const facts = node.propertiesOf('StateProperty');
  const last = facts.at(-1);
  if (fact?.replaces && last) edits.push(replace(node, last, fact.text));
  const story = fact && !fact.replaces ? [fact.text] : [];
  const keys = node.declaration.properties.map(({ key }) => key);
  const others = keys.filter((key) => !facts.some((each) => each.key === key));
  if (last) {
    if (added.length > 0) edits.push(insertProperty(plan, node, together(plan, node, added), others));
    if (story.length > 0) edits.push(insertProperty(plan, node, together(plan, node, story), keys));
  } else if (added.length + story.length > 0)
    edits.push(insertProperty(plan, node, together(plan, node, [...added, ...story]), keys));
  return edits;
}

function propertiesBehind({ declaration }: PlanNode, key: string): Property[] {
  const keyword = SHAPES[key]?.keyword.split(' ')[0] ?? key;
  return declaration.properties.filter((property) => {
    if (property.key !== keyword) return false;
    return property.type !== 'NeedsProperty' || property.isDecision === (key === 'decision');
  });
}

function retitled(node: PlanNode, title: string): TextEdit {
  const { title: own, name } = node.declaration;
  if (own) return replace(node, own, quoted(title));
  const at = (name ?? keywordOf(node.declaration)).end;
  return replace(node, { start: at, end: at }, ` ${quoted(title)}`);
}

/** As one text: on lines of their own in a block of several lines. */
function together(plan: Plan, node: PlanNode, properties: readonly string[]): string {
  const text = plan.text(node.file);
  const { body } = node.declaration;
  const multiline = body && text.slice(body.start, body.end).includes('\n');
  return properties.join(multiline ? `${newlineOf(text)}${indentInside(plan, node)}` : ' ');
}
