/** Markets: what is the same everywhere, what each market changes, and how evenly programs arrive. */

import { sameRight } from '../../model/decisions.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { deliveryOf, executionRateOf } from '../../model/programs.ts';
import { isDropped } from '../../model/states.ts';
import type { Block, Cell } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering } from './facts.ts';
import { deliveryState } from './programs.ts';
import type { Request } from './request.ts';
import { under } from './selections.ts';
import {
  callout,
  cell,
  column,
  count,
  heading,
  listed,
  paragraph,
  partOf,
  reference,
  state,
  table,
  type Words,
} from './words.ts';

/** Core elements stay the same, execution is local; variance across markets is measured: Robin C, Execution Marketing. */
export const marketVariance: DocumentKind = {
  name: 'market-variance',
  title: 'Markets: core and local',
  purpose: 'What stays the same in every market, what each one changes, and how evenly programs arrive.',
  audience: 'whoever leads a brand across markets, and the people who lead each market',
  covers: 'quarter',
  blocks(request) {
    const { plan, concerns } = request;
    const markets = plan.nodesOf('market');
    if (markets.length === 0)
      return [
        callout(
          'act',
          'No market is named',
          'Where you work in several markets, name them: market emea "EMEA" { lead … }. Then say with “core” what no market changes, and with “adapts” and “overrides” what one does.',
        ),
      ];
    const commons = plan
      .nodesOf('program')
      .filter(
        (node) =>
          concerns(node) &&
          !isDropped(node) &&
          (node.has('core') || [...node.users].some((user) => user.targets('adapts').includes(node))),
      );
    return [
      heading(2, 'What is the same, and what is local'),
      ...core(request, commons, markets),
      heading(2, 'Market by market'),
      ...perMarket(request, markets),
      heading(2, 'Conflicts'),
      ...conflicts(request, commons),
    ];
  },
};

function versionsOf(common: PlanNode): PlanNode[] {
  return [...common.users]
    .filter((user) => user.kind === 'program' && user.targets('adapts').includes(common) && !isDropped(user))
    .sort(compareNodes);
}

function marketsOf(node: PlanNode): readonly PlanNode[] {
  return node.targets('market');
}

function core({ plan, today }: Request, commons: readonly PlanNode[], markets: readonly PlanNode[]): Block[] {
  if (commons.length === 0)
    return [
      callout(
        'act',
        'No program says what is common',
        'Say of one program what no market changes: core "positioning", "visual identity". Local versions say which one they adapt.',
      ),
    ];
  return commons.flatMap((common): Block[] => {
    const versions = versionsOf(common);
    const without = markets.filter((market) => !versions.some((version) => marketsOf(version).includes(market)));
    const fixed = common
      .texts('core')
      .map(({ value }) => value.trim())
      .filter(Boolean);
    return [
      heading(3, reference(plan, common)),
      paragraph('The same everywhere: ', fixed.length > 0 ? fixed.join(', ') : 'nothing is said to be', '.'),
      versions.length === 0
        ? callout(
            'note',
            'No local version',
            'No program says that it adapts this one, so every market gets it as it is, or not at all.',
          )
        : table(
            `Local versions of “${reference(plan, common).text}”`,
            ['Local version', 'Market', 'Who', 'Changes', column('How it went', 'state')],
            versions.map((version) => [
              reference(plan, version),
              marketsOf(version).length > 0
                ? listed(marketsOf(version).map((market) => reference(plan, market)))
                : 'not said',
              answering(plan, version),
              version
                .texts('overrides')
                .map(({ value }) => value.trim())
                .filter(Boolean)
                .join(', ') || 'nothing',
              deliveryState(deliveryOf(plan, version), today),
            ]),
          ),
      ...(versions.length > 0 && without.length > 0
        ? [
            paragraph(
              'Without a version of their own: ',
              listed(without.map((market) => reference(plan, market))),
              '. Say whether they take the common one.',
            ),
          ]
        : []),
    ];
  });
}

function perMarket(request: Request, markets: readonly PlanNode[]): Block[] {
  const { plan, today } = request;
  const work = under(request, 'objective', 'milestone', 'commitment');
  const programs = plan.nodesOf('program').filter((node) => request.concerns(node));
  const inMarket = (node: PlanNode, market: PlanNode) =>
    [node, ...node.targets('dri')].some((each) => each.targets('market').includes(market));
  const rows = markets.map((market): (Cell | Words)[] => {
    const own = programs.filter((node) => node.targets('market').includes(market));
    const rate = executionRateOf(
      own.map((node) => deliveryOf(plan, node)),
      today,
    );
    const done = work.filter((node) => inMarket(node, market));
    return [
      reference(plan, market),
      market.targets('lead').length > 0
        ? listed(market.targets('lead').map((each) => reference(plan, each)))
        : 'nobody leads it',
      cell(String(own.length), own.length),
      rate.rate === undefined
        ? cell('none was due', null)
        : cell(partOf(rate.onTimeToSpec.length, rate.counted.length, 'program'), rate.rate),
      cell(String(done.length), done.length),
    ];
  });
  const rates = rows.flatMap((row) =>
    typeof row[3] === 'object' && 'value' in row[3] && typeof row[3].value === 'number' ? [row[3].value] : [],
  );
  return [
    table(
      'Programs that arrived on time and to spec, and other work of this time',
      [
        'Market',
        'Who leads it',
        column('Programs', 'number'),
        column('On time to spec', 'share'),
        column('Objectives, milestones, promises', 'number'),
      ],
      rows,
    ),
    rates.length >= 2
      ? paragraph(
          `Between the best and the weakest market lie ${Math.round((Math.max(...rates) - Math.min(...rates)) * 100)} points of the share that arrived on time and to spec.`,
        )
      : callout(
          'note',
          'Too little to compare',
          `The variance across markets needs programs that were due in two of them; there are such in ${count(rates.length, 'market')}. Say of a program which market it is for: market emea.`,
        ),
    paragraph('Work counts for a market that it names, or that the person who answers for it belongs to.'),
  ];
}

function conflicts({ plan }: Request, commons: readonly PlanNode[]): Block[] {
  const rows = commons.flatMap((common) =>
    versionsOf(common).flatMap((version) =>
      version
        .texts('overrides')
        .filter(({ value }) => common.texts('core').some((fixed) => sameRight(fixed.value) === sameRight(value)))
        .map(({ value }): Words[] => [
          value.trim(),
          reference(plan, version),
          reference(plan, common),
          state('bad', 'fixed for all, changed here'),
        ]),
    ),
  );
  if (rows.length === 0) return [callout('good', 'No conflict', 'No local version changes what its common one fixes.')];
  return [
    table(
      'What is fixed for all and changed in one',
      ['What', 'Changed by', 'Fixed by', column('Conflict', 'state')],
      rows,
    ),
  ];
}
