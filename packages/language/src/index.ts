/** The door of the language: everything that the other rooms may use. */

export type { Config, ConfigFault, RuleSetting } from './config/config.ts';
export { defaultConfig } from './config/config.ts';
export { type Limits, type Profile, profiles } from './config/profiles.ts';
export { readConfig } from './config/read.ts';
export { configSchema } from './config/schema.ts';
export type * from './finding.ts';
export { type Formatted, formatPlan } from './format/format.ts';
export { compile, Engine, type Result, type SourceFile } from './model/engine.ts';
export { compareFindings, DOCS_SCHEME, lineStarts } from './model/findings.ts';
export { factsOf, type Kind, kinds, propertiesOf } from './model/kinds.ts';
export { compareNodes, type Link, PlanNode } from './model/node.ts';
export type { Plan } from './model/plan.ts';
export type { Declaration, FileSummary, Property, Suppression } from './model/records.ts';
export { rules } from './rules/registry.ts';
export type { Rule } from './rules/rule.ts';
