/** The cascade as a page shows it: lines from the frame down, as plain data with the identity of each declaration. */

import type { Severity } from '../../finding.ts';
import { healthOf } from '../../model/health.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Reference, Word } from '../documents/document.ts';
import { healthState, milestoneState, standing } from '../documents/facts.ts';
import { reference } from '../documents/words.ts';
import type { Progress } from '../progress.ts';
import { stateOf } from '../state.ts';
import { type TreeItem, treeOf } from '../tree.ts';
import type { SiteSource } from './subject.ts';

export interface SiteTree {
  /** Declarations in all of it. */
  total: number;
  cascade: SiteTreeItem[];
  unconnected: SiteTreeItem[];
  run: SiteTreeItem[];
}

export interface SiteTreeItem {
  about: Reference;
  /** As it is written: `2026-Q1`. */
  period?: string;
  /** Names. */
  people: string[];
  state?: Word;
  progress?: Progress;
  problems: Record<Severity, number>;
  children: SiteTreeItem[];
  /** Declarations below, however deep. */
  below: number;
}

export function siteTreeOf(source: SiteSource): SiteTree {
  const { plan, findings } = source;
  const { cascade, unconnected, run } = treeOf(plan, findings);
  const nodes = new Map<string, PlanNode>();
  for (const node of plan.nodes()) nodes.set(placeKey(node.file, node.place.start), node);
  const shown = (items: readonly TreeItem[]): SiteTreeItem[] =>
    items.flatMap((item) => {
      const node = nodes.get(placeKey(item.file, item.span.start));
      if (!node) return [];
      const children = shown(item.children);
      const state = stateWord(source, node);
      return {
        about: reference(plan, node),
        ...(item.period && { period: item.period.literal }),
        people: item.dri,
        ...(state && { state }),
        ...(item.progress && { progress: item.progress }),
        problems: item.problems,
        children,
        below: children.reduce((sum, { below }) => sum + below + 1, 0),
      };
    });
  const tree = { cascade: shown(cascade), unconnected: shown(unconnected), run: shown(run) };
  const total = [...tree.cascade, ...tree.unconnected, ...tree.run].reduce((sum, { below }) => sum + below + 1, 0);
  return { total, ...tree };
}

/** A declaration begins where no other one does. */
function placeKey(file: string, start: number): string {
  return `${start} ${file}`;
}

function stateWord({ plan, today }: SiteSource, node: PlanNode): Word | undefined {
  switch (node.kind) {
    case 'objective':
      return healthState(healthOf(plan, node, today));
    case 'milestone':
      return milestoneState(plan, node, today);
    case 'commitment':
      return standing(node);
    default:
      return stateOf(node) && standing(node);
  }
}
