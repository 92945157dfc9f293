/** The door of the language: everything that the other rooms may use. */

export type { Config, ConfigFault, RuleSetting } from './config/config.ts';
export { defaultConfig } from './config/config.ts';
export { type SettingsEdit, setSeverity } from './config/edit.ts';
export { type Limits, type Profile, profiles } from './config/profiles.ts';
export { readConfig } from './config/read.ts';
export { configSchema } from './config/schema.ts';
export { type Addition, addChild, CHILD_KIND } from './edits/add.ts';
export { type Allowance, allow } from './edits/allow.ts';
export { assignDri } from './edits/assign.ts';
export { attach } from './edits/attach.ts';
export type { Change, Outcome } from './edits/change.ts';
export { extractCommitments, extractMilestone } from './edits/extract.ts';
export { inline } from './edits/inline.ts';
export { addNextMilestone } from './edits/milestone.ts';
export { moveToWeek, needsReason, weekAfter } from './edits/move.ts';
export { keepsReadable } from './edits/readable.ts';
export { recordReading } from './edits/reading.ts';
export { keptOn, recordDone, recordDropped, recordMissed, recordMoved } from './edits/record.ts';
export { nameFault, type Rename, renameOf, retitle, titleFault } from './edits/rename.ts';
export { sortByPeriod } from './edits/sort.ts';
export { type NewStatus, recordStatus, STATUS_WORDS, type StatusWord } from './edits/status.ts';
export type * from './finding.ts';
export { applyFixes, editText, type FixOptions, type FixOutcome } from './fixes.ts';
export { type Formatted, formatPlan } from './format/format.ts';
export { indentOfLine, openingBrace } from './format/indent.ts';
export { leavesRoom, periodFits } from './model/candidates.ts';
export { compile, Engine, type Result, type SourceFile } from './model/engine.ts';
export type { FindingOptions } from './model/findings.ts';
export { compareFindings, DOCS_SCHEME, lineStarts } from './model/findings.ts';
export { cameTrue, type Health, healthOf, type SixWeekVerdict, sixWeekVerdictOf } from './model/health.ts';
export { expectationOf, factsOf, type Kind, kinds, propertiesOf } from './model/kinds.ts';
export { amountsIn, periodsIn } from './model/literals.ts';
export { aimsAt, amountOf, type Measure, measuresOf, type Reading, readingsOf } from './model/metrics.ts';
export { compareNodes, type Link, PlanNode } from './model/node.ts';
export { describePace, type Pace, paceOf } from './model/pace.ts';
export { pathFrom } from './model/paths.ts';
export { leadOf, likelyDris, managerOf, peopleIn } from './model/people.ts';
export type { Plan } from './model/plan.ts';
export { questionOf, questionOfKey } from './model/questions.ts';
export type { Declaration, FileSummary, Property, Suppression } from './model/records.ts';
export { keywordOf } from './model/records.ts';
export { namedLine, type Segment, segmentsOf, usesOf } from './model/segments.ts';
export { isClosed, isDropped } from './model/states.ts';
export { rules } from './rules/registry.ts';
export type { Rule } from './rules/rule.ts';
export type { Token } from './syntax/parser.ts';
export { FullReaderMissing, loadFullReader, tokenize, warmFullReader } from './syntax/reader.ts';
export { choices, type Next, nextAfter, required, type Slot } from './syntax/shapes.ts';
export { spelt } from './syntax/unseen.ts';
export { type PartName, part, partNames } from './templates/parts.ts';
export { formatAmount } from './values/amount.ts';
export {
  addDays,
  convert,
  type DateRange,
  describeDates,
  describeDay,
  describePeriod,
  describeRange,
  monthOf,
  monthsOf,
  next,
  periodsTouching,
  quarterOf,
  rangeOf,
  sixWeeksBefore,
  weekOf,
} from './values/calendar.ts';
export { hash53 } from './values/hash.ts';
export { weekNear } from './values/loose.ts';
export { nearest } from './values/nearest.ts';
export { formatPeriod, isPeriodFault, type Period, type PeriodUnit, parsePeriod } from './values/period.ts';
export { type Called, oneCalled } from './views/called.ts';
export { Cascade, type CascadeChange } from './views/cascade.ts';
export type { CascadeRow, RowState } from './views/cascade-row.ts';
export { type CascadeStory, cascadeStory, type Mention, type StoryMetric } from './views/cascade-story.ts';
export type { CascadePeriod, CascadePerson, CascadeTables, CascadeTeam } from './views/cascade-tables.ts';
export { type Coverage, coverageOf } from './views/coverage.ts';
export { type Cursor, cursorAt, type Place, STATUS_DETAILS } from './views/cursor.ts';
export { identityOf, referenceTo } from './views/documents/identity.ts';
export { type Held, heldWithin } from './views/held.ts';
export { FIVE_KILLERS, killerNames, killersIn } from './views/killers.ts';
export { type LikelyPeriod, likelyPeriods, roomOf, takenBeside } from './views/likely-periods.ts';
export { type Location, locate } from './views/locate.ts';
export { type Figure, figureText, type Numbers, numbersOf } from './views/numbers.ts';
export { type Rights, rightsOf } from './views/rights.ts';
export { type Rollup, rollupOf } from './views/rollup.ts';
export { fuzzyScore, type Hit, search } from './views/search.ts';
export { type Sketch, sketch, titleOf } from './views/sketch.ts';
export { isReached, type State, type StateWord, stateOf } from './views/state.ts';
export { type Term, termPage, terms, termsPage } from './views/terms.ts';
export { type Answer, type Holdings, lineOf, ownerCalled, type Trace, type TraceStep, traceOf } from './views/trace.ts';
export { type Tree, type TreeItem, type TreeOptions, treeOf } from './views/tree.ts';
export { isWithoutWord, type WeekOf, type WeekView, weekView } from './views/week.ts';
export type { VocabularyEntry } from './vocabulary/entry.ts';
export { type KeywordNote, kindNotes, propertyNotes } from './vocabulary/keywords.ts';

/** Rule name → its page in Markdown; read only when somebody asks, as the pages weigh more than the engine. */
export async function rulePages(): Promise<Readonly<Record<string, string>>> {
  return (await import('./generated/pages.ts')).pages;
}
