/** The door of what a plan can begin with. Apart from the other one, so that a check does not load it. */

export { type TemplateName, template, templateNames, templates } from './templates/templates.ts';
