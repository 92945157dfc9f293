/** Inlay hints: the days of a week or quarter, the full name behind a DRI, and how a metric does; each can be switched off. */

import {
  describeDates,
  describePace,
  isPeriodFault,
  type Pace,
  type PlanNode,
  paceOf,
  parsePeriod,
  periodsIn,
  titleOf,
} from '@mos/language';
import { type InlayHint, InlayHintKind, type InlayHintLabelPart } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';
import type { Settings } from '../settings.ts';
import { locationOf } from './definition.ts';

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },
  register(server) {
    server.connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      const found = await server.subject(textDocument.uri);
      if (!found) return null;
      const { offset } = found.lines;
      const [start, end] = [range.start, range.end].map((position) => offset.call(found.lines, position));
      return hintsIn(found, start as number, end as number, server.settings.inlayHints);
    });
  },
};

/** Hints between two offsets, in the order of the text. */
export function hintsIn(subject: Subject, start: number, end: number, wanted: Settings['inlayHints']): InlayHint[] {
  const { project, file, lines } = subject;
  const hints: { offset: number; hint: Omit<InlayHint, 'position'> }[] = [];
  for (const node of project.engine.plan.files.get(file)?.nodes.values() ?? []) {
    const { declaration } = node;
    if (declaration.start > end) break;
    if (declaration.end < start) continue;
    if (wanted.dates) hints.push(...datesOf(subject, node));
    if (wanted.names) hints.push(...namesOf(subject, node));
    if (wanted.pace) hints.push(...pacesOf(subject, node));
  }
  return hints
    .filter(({ offset }) => start <= offset && offset <= end)
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, hint }) => ({ position: lines.position(offset), paddingLeft: true, ...hint }));
}

type Hints = { offset: number; hint: Omit<InlayHint, 'position'> }[];

/** A week always; a quarter, and a fiscal year that is not the calendar's. Months and days speak for themselves. */
function datesOf({ project }: Subject, { declaration }: PlanNode): Hints {
  const { calendar } = project.config;
  return declaration.properties.flatMap(periodsIn).flatMap(({ literal, end }) => {
    const period = parsePeriod(literal);
    if (isPeriodFault(period)) return [];
    const { unit } = period;
    const plain = unit === 'month' || unit === 'day' || (unit === 'year' && calendar.fiscalYearStart === 1);
    return plain ? [] : [{ offset: end, hint: { label: describeDates(period, calendar) } }];
  });
}

/** A name that is its title already needs no second one. */
function namesOf(subject: Subject, node: PlanNode): Hints {
  return node.linksOf('dri').flatMap(({ target, reference }) => {
    if (target?.kind !== 'owner') return [];
    const name = titleOf(target);
    if (name.toLowerCase() === reference.path.toLowerCase()) return [];
    const role = target.text('role')?.value;
    const part: InlayHintLabelPart = {
      value: name,
      location: locationOf(subject, target),
      ...(role !== undefined && { tooltip: role }),
    };
    return [{ offset: reference.end, hint: { label: [part], kind: InlayHintKind.Type } }];
  });
}

/** Behind the reading that counts for the metric's own goal; behind a goal that is set for a metric of elsewhere. */
function pacesOf({ project, today }: Subject, node: PlanNode): Hints {
  const { plan } = project.engine;
  const hints: Hints = [];
  const own = node.kind === 'metric' ? paceOf(plan, node, today) : undefined;
  if (own) hints.push({ offset: own.reading.value.end, hint: paceHint(own) });
  for (const { target, property } of node.links) {
    if (property.type !== 'AimProperty' || target?.kind !== 'metric') continue;
    const pace = paceOf(plan, target, today, { by: node, aim: property });
    if (pace) hints.push({ offset: property.end, hint: paceHint(pace, true) });
  }
  return hints;
}

function paceHint(pace: Pace, withValue = false): Omit<InlayHint, 'position'> {
  const { value, on } = pace.reading;
  const now = withValue ? `${value.literal} now, ` : '';
  return { label: `${now}${describePace(pace)}`, tooltip: `By the reading of ${on.literal}` };
}
