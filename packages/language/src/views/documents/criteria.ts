/** Questions that a plan answers with yes, partly or no, each with what the answer rests on and what would better it. */

import type { Block, Cell, Word } from './document.ts';
import { cell, column, state, table, type Words } from './words.ts';

export interface Criterion {
  /** What is asked, as a name or a clause. */
  title: Words;
  /** `unknown`: the plan says nothing from which it could be told, which is neither good nor bad. */
  answer: 'yes' | 'partly' | 'no' | 'unknown';
  /** What the plan says about it. */
  evidence: Words;
  /** What would make it a yes. */
  todo: string;
}

/** Two points for a yes, one for partly; a question that cannot be answered is not counted. */
export function pointsOf(criteria: readonly Criterion[]): { points: number; most: number } {
  const asked = criteria.filter(({ answer }) => answer !== 'unknown');
  return { points: asked.reduce((sum, { answer }) => sum + POINTS[answer], 0), most: asked.length * POINTS.yes };
}

const POINTS = { yes: 2, partly: 1, no: 0, unknown: 0 } as const;

/** `words`: how the answers are called here, as in present, partly, absent. */
export function criteriaTable(
  caption: string,
  what: string,
  criteria: readonly Criterion[],
  words: Readonly<Record<Criterion['answer'], string>> = ANSWERS,
): Block {
  return table(
    caption,
    [what, column('Answer', 'state'), 'What the plan says', 'What would better it'],
    criteria.map(({ title, answer, evidence, todo }): (Cell | Words)[] => [
      title,
      cell(answerState(answer, words), answer),
      evidence,
      answer === 'yes' ? 'keep it' : todo,
    ]),
  );
}

export function answerState(
  answer: Criterion['answer'],
  words: Readonly<Record<Criterion['answer'], string>> = ANSWERS,
): Word {
  return state(TONES[answer], words[answer]);
}

const ANSWERS = { yes: 'yes', partly: 'partly', no: 'no', unknown: 'cannot be told' } as const;
export const PRESENCE = { yes: 'present', partly: 'in part', no: 'absent', unknown: 'cannot be told' } as const;
const TONES = { yes: 'good', partly: 'warning', no: 'bad', unknown: 'open' } as const;

/** All of them: yes. Some: partly. Without anything to ask about, `none`. */
export function shareAnswer(part: number, whole: number, none: Criterion['answer'] = 'no'): Criterion['answer'] {
  if (whole === 0) return none;
  return part === whole ? 'yes' : part > 0 ? 'partly' : 'no';
}

/** Yes to all, no to all, else partly; what cannot be told is left aside. */
export function joined(criteria: readonly Criterion[]): Criterion['answer'] {
  const known = criteria.filter(({ answer }) => answer !== 'unknown');
  if (known.length === 0) return 'unknown';
  if (known.every(({ answer }) => answer === 'yes')) return 'yes';
  return known.every(({ answer }) => answer === 'no') ? 'no' : 'partly';
}
