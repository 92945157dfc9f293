/** Every rule, once. A new one is a line here; a test compares this list with the folders. */

import contestedDecision from './accountability/contested-decision.ts';
import departingDri from './accountability/departing-dri.ts';
import driWithoutAuthority from './accountability/dri-without-authority.ts';
import escalationCycle from './accountability/escalation-cycle.ts';
import missingDri from './accountability/missing-dri.ts';
import missingEscalation from './accountability/missing-escalation.ts';
import multipleDris from './accountability/multiple-dris.ts';
import offTrackWithoutOptions from './accountability/off-track-without-options.ts';
import offTrackWithoutRecovery from './accountability/off-track-without-recovery.ts';
import overloadedDri from './accountability/overloaded-dri.ts';
import teamAsDri from './accountability/team-as-dri.ts';
import unheldDecision from './accountability/unheld-decision.ts';
import backlogAsObjective from './cascade/backlog-as-objective.ts';
import betCount from './cascade/bet-count.ts';
import cascadeCycle from './cascade/cascade-cycle.ts';
import childlessBet from './cascade/childless-bet.ts';
import childlessMilestone from './cascade/childless-milestone.ts';
import childlessObjective from './cascade/childless-objective.ts';
import contradictoryParent from './cascade/contradictory-parent.ts';
import executionDiesHere from './cascade/execution-dies-here.ts';
import missingDiagnosis from './cascade/missing-diagnosis.ts';
import missingPeriod from './cascade/missing-period.ts';
import missingPolicy from './cascade/missing-policy.ts';
import missingWhy from './cascade/missing-why.ts';
import objectiveCount from './cascade/objective-count.ts';
import orphanedCommitment from './cascade/orphaned-commitment.ts';
import orphanedMilestone from './cascade/orphaned-milestone.ts';
import orphanedObjective from './cascade/orphaned-objective.ts';
import periodOutsideParent from './cascade/period-outside-parent.ts';
import sameDriThroughout from './cascade/same-dri-throughout.ts';
import skippedLevel from './cascade/skipped-level.ts';
import taskAsMilestone from './cascade/task-as-milestone.ts';
import uncoveredMonth from './cascade/uncovered-month.ts';
import wrongPeriod from './cascade/wrong-period.ts';
import brokenSupersession from './communication/broken-supersession.ts';
import decisionBeyondAuthority from './communication/decision-beyond-authority.ts';
import incompleteDecision from './communication/incomplete-decision.ts';
import missingBrief from './communication/missing-brief.ts';
import staleBrief from './communication/stale-brief.ts';
import agedBlocker from './execution/aged-blocker.ts';
import fallingExecutionRate from './execution/falling-execution-rate.ts';
import lowKeptRate from './execution/low-kept-rate.ts';
import overdueMilestone from './execution/overdue-milestone.ts';
import repeatedlyMoved from './execution/repeatedly-moved.ts';
import unchangedStatus from './execution/unchanged-status.ts';
import unresolvedCommitment from './execution/unresolved-commitment.ts';
import unreviewedProgram from './execution/unreviewed-program.ts';
import ambiguousName from './language/ambiguous-name.ts';
import duplicateName from './language/duplicate-name.ts';
import expiredSuppression from './language/expired-suppression.ts';
import invalidAmount from './language/invalid-amount.ts';
import invalidConfig from './language/invalid-config.ts';
import invalidPeriod from './language/invalid-period.ts';
import misplacedDeclaration from './language/misplaced-declaration.ts';
import misplacedProperty from './language/misplaced-property.ts';
import repeatedProperty from './language/repeated-property.ts';
import syntaxError from './language/syntax-error.ts';
import unexplainedSuppression from './language/unexplained-suppression.ts';
import unknownName from './language/unknown-name.ts';
import unseenCharacter from './language/unseen-character.ts';
import unusedSuppression from './language/unused-suppression.ts';
import wrongKind from './language/wrong-kind.ts';
import activityOnly from './metrics/activity-only.ts';
import divergingOutput from './metrics/diverging-output.ts';
import idleActivity from './metrics/idle-activity.ts';
import lateLeadingIndicator from './metrics/late-leading-indicator.ts';
import metricCount from './metrics/metric-count.ts';
import mislabelledKind from './metrics/mislabelled-kind.ts';
import missingBaseline from './metrics/missing-baseline.ts';
import missingGuardrail from './metrics/missing-guardrail.ts';
import missingLagging from './metrics/missing-lagging.ts';
import missingLeading from './metrics/missing-leading.ts';
import missingOutcome from './metrics/missing-outcome.ts';
import missingSource from './metrics/missing-source.ts';
import missingTarget from './metrics/missing-target.ts';
import outputAsPrimary from './metrics/output-as-primary.ts';
import placeholderTarget from './metrics/placeholder-target.ts';
import staleReading from './metrics/stale-reading.ts';
import tooManyMetrics from './metrics/too-many-metrics.ts';
import unclassifiedMetric from './metrics/unclassified-metric.ts';
import unmeasuredObjective from './metrics/unmeasured-objective.ts';
import unreachableTarget from './metrics/unreachable-target.ts';
import unreadLeadingIndicator from './metrics/unread-leading-indicator.ts';
import unsharedDefinition from './metrics/unshared-definition.ts';
import clashingPriorities from './resources/clashing-priorities.ts';
import dependencyCycle from './resources/dependency-cycle.ts';
import gateWithoutLimit from './resources/gate-without-limit.ts';
import lateDependency from './resources/late-dependency.ts';
import lateGate from './resources/late-gate.ts';
import overAllocated from './resources/over-allocated.ts';
import overCapacity from './resources/over-capacity.ts';
import overloadedApprover from './resources/overloaded-approver.ts';
import overriddenCore from './resources/overridden-core.ts';
import prematureAcquisition from './resources/premature-acquisition.ts';
import rolloutWithoutTraining from './resources/rollout-without-training.ts';
import selectorsNotUsers from './resources/selectors-not-users.ts';
import starvedStrategy from './resources/starved-strategy.ts';
import unaddressedGap from './resources/unaddressed-gap.ts';
import unfundedBet from './resources/unfunded-bet.ts';
import meetingWithoutChair from './rhythm/meeting-without-chair.ts';
import meetingWithoutDecision from './rhythm/meeting-without-decision.ts';
import missedReview from './rhythm/missed-review.ts';
import missingRhythm from './rhythm/missing-rhythm.ts';
import quarterWithoutRetro from './rhythm/quarter-without-retro.ts';
import unreviewedLevel from './rhythm/unreviewed-level.ts';
import unusedLesson from './rhythm/unused-lesson.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  contestedDecision,
  departingDri,
  driWithoutAuthority,
  escalationCycle,
  missingDri,
  missingEscalation,
  multipleDris,
  offTrackWithoutOptions,
  offTrackWithoutRecovery,
  overloadedDri,
  teamAsDri,
  unheldDecision,
  backlogAsObjective,
  betCount,
  cascadeCycle,
  childlessBet,
  childlessMilestone,
  childlessObjective,
  contradictoryParent,
  executionDiesHere,
  missingDiagnosis,
  missingPeriod,
  missingPolicy,
  missingWhy,
  objectiveCount,
  orphanedCommitment,
  orphanedMilestone,
  orphanedObjective,
  periodOutsideParent,
  sameDriThroughout,
  skippedLevel,
  taskAsMilestone,
  uncoveredMonth,
  wrongPeriod,
  brokenSupersession,
  decisionBeyondAuthority,
  incompleteDecision,
  missingBrief,
  staleBrief,
  agedBlocker,
  fallingExecutionRate,
  lowKeptRate,
  overdueMilestone,
  repeatedlyMoved,
  unchangedStatus,
  unresolvedCommitment,
  unreviewedProgram,
  ambiguousName,
  duplicateName,
  expiredSuppression,
  invalidAmount,
  invalidConfig,
  invalidPeriod,
  misplacedDeclaration,
  misplacedProperty,
  repeatedProperty,
  syntaxError,
  unexplainedSuppression,
  unknownName,
  unseenCharacter,
  unusedSuppression,
  wrongKind,
  activityOnly,
  divergingOutput,
  idleActivity,
  lateLeadingIndicator,
  metricCount,
  mislabelledKind,
  missingBaseline,
  missingGuardrail,
  missingLagging,
  missingLeading,
  missingOutcome,
  missingSource,
  missingTarget,
  outputAsPrimary,
  placeholderTarget,
  staleReading,
  tooManyMetrics,
  unclassifiedMetric,
  unmeasuredObjective,
  unreachableTarget,
  unreadLeadingIndicator,
  unsharedDefinition,
  clashingPriorities,
  dependencyCycle,
  gateWithoutLimit,
  lateDependency,
  lateGate,
  overAllocated,
  overCapacity,
  overloadedApprover,
  overriddenCore,
  prematureAcquisition,
  rolloutWithoutTraining,
  selectorsNotUsers,
  starvedStrategy,
  unaddressedGap,
  unfundedBet,
  meetingWithoutChair,
  meetingWithoutDecision,
  missedReview,
  missingRhythm,
  quarterWithoutRetro,
  unreviewedLevel,
  unusedLesson,
];
