/** Names of declarations: what a reference may mean, nearest first, written so that it means that and nothing else. */

import { expectationOf, isDropped, type Kind, type PlanNode, pathFrom, titleOf } from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { metricFacts } from './measures.ts';
import { type NameOf, ownerOffers, wordsOf } from './owners.ts';
import { parentFit } from './parents.ts';
import { pickNodes } from './pick.ts';
import { brief, type Offer, type Offers, type Request } from './request.ts';

/** Icons are all that tells one kind from another in a list of names. */
export const ICONS: Partial<Record<Kind, CompletionItemKind>> = {
  frame: CompletionItemKind.Module,
  bet: CompletionItemKind.Module,
  run: CompletionItemKind.Module,
  objective: CompletionItemKind.Class,
  milestone: CompletionItemKind.Interface,
  commitment: CompletionItemKind.Method,
  program: CompletionItemKind.Struct,
  owner: CompletionItemKind.Variable,
  team: CompletionItemKind.Enum,
  gate: CompletionItemKind.Operator,
  metric: CompletionItemKind.Unit,
  decision: CompletionItemKind.Constant,
  market: CompletionItemKind.Folder,
};

export function nameOffers(request: Request, key: string): Offers {
  const { plan, block, cursor } = request;
  if (!block) return { offers: [] };
  const fits = expectationOf(key, block.kind).fits;
  const taken = takenIn(request, key);
  // Nobody waits for what the work itself is for, or for whoever does it.
  if (key === 'needs') for (const own of [...block.parents, block.dri]) if (own) taken.add(own);
  const isOffered = (node: PlanNode) => node.name !== undefined && node !== block && !taken.has(node);
  const candidates = plan.unorderedOf(...fits);
  const nameOf: NameOf = (node) =>
    cursor.typed.includes('.') && (key === 'team' || key === 'market' ? undefined : node.path)
      ? node.path
      : pathFrom(plan, node, key, block);
  if (fits.length === 1 && fits[0] === 'owner') return ownerOffers(request, key, candidates, isOffered, nameOf);
  const fit =
    key === 'advances'
      ? parentFit(plan, block, request.today)
      : fits[0] === 'metric'
        ? metricFit(block)
        : kindFit(fits, block);
  const { picked, more } = pickNodes(
    candidates,
    cursor.typed,
    (node) => wordsOf(node, cursor.typed),
    (node) => (isOffered(node) ? fit(node) : undefined),
  );
  // What was given up may be named, but nobody looks for it.
  picked.sort((a, b) => Number(isDropped(a)) - Number(isDropped(b)));
  return { offers: picked.flatMap((node) => offerOf(request, node, nameOf)), more };
}

function offerOf({ plan }: Request, node: PlanNode, nameOf: NameOf): Offer[] {
  const name = nameOf(node);
  if (name === undefined) return [];
  const above = [...plan.ancestors(node)].reverse().map((step) => brief(titleOf(step), 24));
  const period = node.level ? plan.periodOf(node)?.literal.literal : undefined;
  const facts =
    node.kind === 'metric'
      ? metricFacts(node)
      : node.level
        ? [period, above.join(' › ')].filter(Boolean).join(' · ')
        : [node.kind, brief(node.text('role')?.value, 40)].filter(Boolean).join(' · ');
  return [
    {
      label: name,
      title: brief(node.title),
      facts,
      kind: ICONS[node.kind] ?? CompletionItemKind.Reference,
      words: node.title ?? '',
      about: { is: 'declaration', file: node.file, key: node.key },
    },
  ];
}

/** What the property names already; a second mention says nothing. */
function takenIn({ block, cursor }: Request, key: string): Set<PlanNode> {
  const { place, word } = cursor;
  const own = place.in === 'value' ? place : undefined;
  const taken = new Set<PlanNode>();
  for (const { property, reference, target } of block?.links ?? []) {
    const here = reference.start <= word.end && word.start <= reference.end;
    // A reference behind the cursor may be the next line, read as a continuation of this half-typed one.
    if (property.key === key && target && own && !here && reference.start < word.start) taken.add(target);
  }
  return taken;
}

/** What stands in the same objective first, then definitions that were made to be shared. */
function metricFit(block: PlanNode): (node: PlanNode) => number {
  const around = new Set<PlanNode | undefined>();
  for (let at: PlanNode | undefined = block; at; at = at.scope) {
    around.add(at);
    for (const parent of at.parents) around.add(parent);
  }
  return (metric) =>
    (metric.scope && around.has(metric.scope) ? 0 : metric.scope ? 2 : 1) + (isDropped(metric) ? 5 : 0);
}

function kindFit(fits: readonly Kind[], block: PlanNode): (node: PlanNode) => number {
  return (node) => fits.indexOf(node.kind) * 2 + (node.file === block.file ? 0 : 1);
}
