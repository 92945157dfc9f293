/** The five execution killers, in both versions that the field knows, with a score that says what it counts. */

import type { Finding, Killer } from '../../finding.ts';
import { FIVE_KILLERS } from '../killers.ts';
import type { Block, Cell } from './document.ts';
import type { DocumentKind } from './documents.ts';
import type { Request } from './request.ts';
import {
  bullets,
  callout,
  cell,
  column,
  count,
  heading,
  listed,
  paragraph,
  state,
  strong,
  table,
  type Words,
} from './words.ts';

export const fiveKillers: DocumentKind = {
  name: 'five-killers',
  title: 'The five execution killers',
  purpose: 'Which of the structural causes of failed execution the plan shows, how gravely, and what to mend first.',
  audience: 'the leadership team, when work is busy and results do not come',
  covers: 'year',
  isTimeless: true,
  needsFindings: true,
  blocks(request) {
    const findings = request.findings.filter(({ severity }) => severity !== 'info');
    const sides = versions(request, request.findings);
    return [
      paragraph(
        'Each killer counts 0 where mos finds no sign of it, 1 where it finds warnings only, 2 where it finds an error; five killers make 0 to 10, and 0 is best. What is merely worth a look counts nothing: much of it is what a young plan does not have yet. A finding is a place in the plan, so each can be looked at and mended.',
      ),
      ...sides.flatMap((version): Block[] => [heading(2, version.title), paragraph(version.source), ...drawn(version)]),
      heading(2, 'What to mend first'),
      ...first(findings, sides),
    ];
  },
};

interface Version {
  title: string;
  source: string;
  killers: {
    title: string;
    means: string;
    findings: readonly Finding[];
    /** What is worth a look and counts nothing: of a young plan, most of what it does not have yet. */
    hints: readonly Finding[];
    isKnown: boolean;
    unknown: string;
  }[];
}

/** Twice five causes: those of "The Marketing Execution Gap" by E. R. Miller, and those of the framework of that name on erikmiller.com. */
function versions(request: Request, all: readonly Finding[]): Version[] {
  const { plan } = request;
  const has = {
    K1: plan.nodesOf('frame').length > 0,
    K2: plan.nodesOf('objective').length > 0,
    K3: plan.nodesOf('objective').length > 0,
    K4: plan.nodesOf('objective').length > 0,
    K5: plan.nodesOf('objective', 'milestone', 'commitment').length > 0,
  };
  const article: Version = {
    title: 'As the article has them',
    source:
      'E. R. Miller, The Marketing Execution Gap. The first three count as critical there, the other two as high.',
    killers: FIVE_KILLERS.map((killer) => ({
      ...ARTICLE[killer],
      ...divided(all, (finding) => finding.killer === killer),
      isKnown: has[killer],
    })),
  };
  const hasGates = plan.nodesOf('gate', 'program').length > 0;
  const hasPlatforms = plan.nodesOf('platform').length > 0;
  const known = [has.K5, hasGates, has.K3, hasPlatforms, has.K4];
  const framework: Version = {
    title: 'As the framework has them',
    source:
      'The Marketing Execution Gap framework of erikmiller.com. It has no word for resources that stay with last year’s habits; the list above has none for bottlenecks and tooling.',
    killers: FRAMEWORK.map(({ of, ...each }, index) => ({
      ...each,
      ...divided(all, of),
      isKnown: known[index] ?? true,
    })),
  };
  return [article, framework];
}

function divided(all: readonly Finding[], of: (finding: Finding) => boolean) {
  const [hints, findings] = [true, false].map((isHint) =>
    all.filter((finding) => of(finding) && (finding.severity === 'info') === isHint),
  );
  return { findings: findings ?? [], hints: hints ?? [] };
}

const ARTICLE: Readonly<Record<Exclude<Killer, 'B'>, { title: string; means: string; unknown: string }>> = {
  K1: {
    title: 'Resources that miss the strategy',
    means: 'Money and people still serve last year’s priorities.',
    unknown: 'no frame says what its bets get',
  },
  K2: {
    title: 'No operating rhythm',
    means: 'Nobody meets to see drift early and to decide.',
    unknown: 'there is nothing to review yet',
  },
  K3: {
    title: 'Accountability without authority',
    means: 'Several answer, or the one who answers may decide nothing.',
    unknown: 'there is no objective to answer for',
  },
  K4: {
    title: 'Activity taken for outcome',
    means: 'What was done is measured instead of what changed.',
    unknown: 'there is no objective to measure',
  },
  K5: {
    title: 'Strategy that never reaches the team',
    means: 'Work is done without knowing what it serves.',
    unknown: 'there is no work to connect',
  },
};

const isOf =
  (...groups: string[]) =>
  ({ rule }: Finding) =>
    groups.some((group) => rule.startsWith(`${group}/`));

const TOOLING: ReadonlySet<string> = new Set([
  'resources/premature-acquisition',
  'resources/unaddressed-gap',
  'resources/rollout-without-training',
  'resources/selectors-not-users',
]);

const FRAMEWORK: readonly { title: string; means: string; unknown: string; of: (finding: Finding) => boolean }[] = [
  {
    title: 'Misalignment',
    means: 'The further work is from where the strategy was decided, the more it drifts.',
    unknown: 'there is no work to connect',
    of: isOf('cascade', 'communication'),
  },
  {
    title: 'Structural bottlenecks',
    means: 'Approvals, legal reviews and dependencies slow everything down.',
    unknown: 'the plan names neither gates nor programs',
    of: ({ killer }) => killer === 'B',
  },
  {
    title: 'Unclear ownership',
    means: 'Where responsibility is shared, nobody answers.',
    unknown: 'there is no objective to answer for',
    of: isOf('accountability'),
  },
  {
    title: 'Poor tooling',
    means: 'Tools that do not fit the way of working, and workarounds that eat time.',
    unknown: 'the plan names no platform',
    of: ({ rule }) => TOOLING.has(rule),
  },
  {
    title: 'Feedback loop failure',
    means: 'Nothing tells whether the work leads to results.',
    unknown: 'there is no objective to measure',
    of: isOf('metrics', 'rhythm'),
  },
];

function drawn({ title, killers }: Version): Block[] {
  const score = killers.reduce((sum, { findings }) => sum + points(findings), 0);
  const unknown = killers.filter(({ isKnown, findings }) => !isKnown && findings.length === 0);
  return [
    paragraph(
      strong(`${score} of 10.`),
      score === 0
        ? ' No sign of any of them.'
        : ` ${count(killers.filter(({ findings }) => points(findings) > 0).length, 'killer')} at work.`,
      unknown.length > 0
        ? [' Not counted, because the plan does not say enough: ', listed(unknown.map((each) => each.title)), '.']
        : undefined,
    ),
    table(
      `${title}: each killer, its points and its signs`,
      ['Killer', column('Points', 'number'), column('Sign', 'state'), 'What it means', 'What was found'],
      killers.map(({ title: name, means, findings, hints, isKnown, unknown: why }): (Cell | Words)[] => [
        name,
        cell(isKnown || findings.length > 0 ? String(points(findings)) : '–', isKnown ? points(findings) : null),
        sign(findings, hints, isKnown),
        means,
        findings.length > 0 ? examples(findings) : !isKnown ? why : hints.length > 0 ? examples(hints) : 'nothing',
      ]),
    ),
  ];
}

function points(findings: readonly Finding[]): number {
  if (findings.some(({ severity }) => severity === 'error')) return 2;
  return findings.length > 0 ? 1 : 0;
}

function sign(findings: readonly Finding[], hints: readonly Finding[], isKnown: boolean) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return state('bad', count(errors, 'error'));
  if (findings.length > 0) return state('warning', count(findings.length, 'warning'));
  if (!isKnown) return state('open', 'cannot be told');
  return hints.length > 0 ? state('open', 'worth a look') : state('good', 'no sign');
}

/** As many as a cell holds. */
const EXAMPLES = 2;

function examples(findings: readonly Finding[]): string {
  const sorted = findings.toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
  const more = findings.length - EXAMPLES;
  return `${sorted
    .slice(0, EXAMPLES)
    .map(({ message }) => message)
    .join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** As many as get mended in a week. */
const FIRST = 5;

function first(findings: readonly Finding[], sides: readonly Version[]): Block[] {
  const structural = findings.filter(({ killer, severity }) => killer !== undefined && severity === 'error');
  const asked = structural.length > 0 ? structural : findings.filter(({ killer }) => killer !== undefined);
  if (asked.length === 0 && !sides.some(({ killers }) => killers.some(({ isKnown }) => isKnown)))
    return [
      callout(
        'act',
        'Too little to judge by',
        'The plan has no frame, objective or work yet, so no killer can be seen, and none ruled out. Write the year and one quarter first: “mos init quarter” begins them.',
      ),
    ];
  if (asked.length === 0)
    return [
      callout(
        'good',
        'Nothing to mend',
        'mos finds no sign of a killer in what the plan says. It cannot see what the plan does not say: ask the teams where work breaks down most.',
      ),
    ];
  return [
    bullets(
      asked.slice(0, FIRST).map(({ message, fixes }) => {
        const [fix] = fixes;
        return `${message}${fix ? `. Way out: ${fix.title}` : ''}`;
      }),
    ),
    ...(asked.length > FIRST
      ? [paragraph(`And ${asked.length - FIRST} more: “mos check” lists them all with their places.`)]
      : []),
  ];
}
