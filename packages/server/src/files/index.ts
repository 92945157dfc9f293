/** The door to the files of a plan under Node: finding them, reading them with care, and saying what is wrong with them. */

export { type Found, plansBelow } from './folders.ts';
export { isReasonable } from './patterns.ts';
export { decode, LARGEST_FILE, notAFile, type PlanFile, readPlanFile } from './read.ts';
export { reasonOf, type Trouble } from './reasons.ts';
