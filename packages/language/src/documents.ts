/** The door of what is told of a plan: documents, and the pages of a site. Apart from the other one, so that a check does not load them. */

export type * from './views/documents/document.ts';
export { buildDocument, type DocumentKind, documentKinds } from './views/documents/documents.ts';
export type { DocumentOptions } from './views/documents/request.ts';
export type { Ask } from './views/site/asks.ts';
export { type Front, frontOf } from './views/site/front.ts';
export { type KeptWeek, keptWeeks } from './views/site/kept-weeks.ts';
export {
  type MetricLine,
  metricLines,
  type ObjectiveGroup,
  objectiveGroups,
  type PersonLine,
  peopleByTeam,
  type TeamOfPeople,
} from './views/site/lists.ts';
export { metricPage } from './views/site/metric.ts';
export { objectivePage } from './views/site/objective.ts';
export { ownerPage } from './views/site/owner.ts';
export type { Standing } from './views/site/standing.ts';
export type { SiteSource, SubjectPage } from './views/site/subject.ts';
export { type Lane, type QuarterTimeline, quartersOf, timelineOf } from './views/site/timeline.ts';
export { type SiteTree, type SiteTreeItem, siteTreeOf } from './views/site/tree.ts';
