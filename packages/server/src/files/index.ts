/** The door to the files of a plan under Node: finding them, reading them with care, and saying what is wrong with them. */

export { decode, type PlanFile } from './decode.ts';
export { type Found, plansBelow } from './folders.ts';
export { isReasonable } from './patterns.ts';
export { isBelow, LARGEST_FILE, notAFile, readOrdinary, readPlanFile } from './read.ts';
export { reasonOf, type Trouble } from './reasons.ts';
