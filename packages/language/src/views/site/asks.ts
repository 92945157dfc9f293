/** What needs a decision: what stands in the way of a plan that somebody above the work can remove. */

import { healthOf } from '../../model/health.ts';
import type { PlanNode } from '../../model/node.ts';
import { detailsOf, stateOf, statusOf } from '../../model/states.ts';
import { addDays } from '../../values/calendar.ts';
import type { Inline, Reference, Word } from '../documents/document.ts';
import { answering, reasonOf, sinceText } from '../documents/facts.ts';
import { neededDecisions } from '../documents/needed-decisions.ts';
import { listed, reference, state, type Words, words } from '../documents/words.ts';
import { rightsOf } from '../rights.ts';
import { isUnderWay } from './standing.ts';
import type { SiteSource } from './subject.ts';

export interface Ask {
  /** `off track`, `decision`, `blocked`, `at risk`. */
  word: Word;
  about: Reference;
  /** What has to be decided, or what is wrong. Clauses. */
  says: string[];
  /** What could be done, as the plan says it; empty where nobody has written a way out. */
  options: string[];
  /** What is being done already to come back. */
  recovery: string[];
  /** `may decide`, `answers for it`, and who. */
  role: string;
  people: Inline[];
}

/** As far as decisions are looked for that work ahead will need. Days. */
const AHEAD = 28;

/**
 * The gravest first: objectives off track, decisions that are named, what is blocked, objectives at risk for which the plan lists
 * what could be done. One at risk without options asks nobody yet; the list of objectives shows it.
 */
export function asksOf(source: SiteSource): Ask[] {
  const { plan, today } = source;
  const objectives = plan.nodesOf('objective').filter((node) => isUnderWay(source, node));
  return [
    ...objectives.flatMap((node) => troubled(source, node, 'off track')),
    ...neededDecisions(plan, { first: today, last: addDays(today, AHEAD) }).map(
      ({ node, text, holders }): Ask => ({
        word: state('warning', 'decision'),
        about: reference(plan, node),
        says: [text],
        options: [],
        recovery: [],
        role: 'May decide',
        people: words(
          holders.length > 0
            ? listed(
                holders.map((holder) => reference(plan, holder)),
                'or',
              )
            : 'nobody holds the right to decide this',
        ),
      }),
    ),
    ...plan.nodesOf('milestone', 'commitment').flatMap((node) => blocked(source, node)),
    ...objectives.flatMap((node) => troubled(source, node, 'at risk')),
  ];
}

function troubled({ plan, today }: SiteSource, objective: PlanNode, wanted: 'off track' | 'at risk'): Ask[] {
  const { word, reasons } = healthOf(plan, objective, today);
  if (word !== wanted) return [];
  const status = statusOf(objective);
  const options = status ? detailsOf(status, 'option') : [];
  const recovery = status ? detailsOf(status, 'recovery') : [];
  if (wanted === 'at risk' && options.length === 0) return [];
  return [
    {
      word: state(wanted === 'off track' ? 'bad' : 'warning', wanted),
      about: reference(plan, objective),
      says: [
        ...reasons.slice(0, 3),
        ...(options.length + recovery.length === 0 ? ['no way back is written down yet'] : []),
      ],
      options,
      recovery,
      role: 'Answers for it',
      people: peopleOf({ plan }, objective),
    },
  ];
}

function blocked({ plan, today }: SiteSource, node: PlanNode): Ask[] {
  if (stateOf(node)?.key !== 'blocked') return [];
  const by = node.targets('blocked').map((each) => reference(plan, each).text);
  const since = sinceText(plan, node, today);
  return [
    {
      word: state('bad', 'blocked'),
      about: reference(plan, node),
      says: [
        [by.length > 0 ? `waits for ${by.join(', ')}` : 'waits', since].filter(Boolean).join(' '),
        ...[reasonOf(node)].filter((reason) => reason !== undefined),
      ],
      options: [],
      recovery: [],
      role: 'Answers for it',
      people: peopleOf({ plan }, node),
    },
  ];
}

function peopleOf({ plan }: Pick<SiteSource, 'plan'>, node: PlanNode): Inline[] {
  const { escalatesTo } = rightsOf(node);
  const above: Words =
    escalatesTo.length > 0 ? [', escalates to ', listed(escalatesTo.map((each) => reference(plan, each)))] : [];
  return words(answering(plan, node), above);
}
