/** Protects what a site tells of a plan: how it stands, what asks for a decision, weeks without a promise, and rows with the right place. */

import { compile, defaultConfig } from '@mos/language';
import {
  type Front,
  frontOf,
  keptWeeks,
  objectiveGroups,
  quartersOf,
  type SiteSource,
  siteTreeOf,
  timelineOf,
} from '@mos/language/documents';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-02-17';
const FRAME = `owner ana "Ana"
owner ben "Ben" { decides "spend more" }
frame fy26 "Win" { year 2026 dri ana why "So." bet abm "ABM" { dri ana budget 60% } bet advocates "Peers" { dri ben budget 20% } run "As ever" { budget 20% } }
`;

function sourceOf(text: string, today = TODAY): SiteSource {
  const { plan, findings } = compile([{ file: 'plan.mos', text: FRAME + text }], defaultConfig, today);
  return { plan, today, findings };
}

function front(text: string): Front {
  return frontOf(sourceOf(text));
}

function objective(name: string, inside = '', bet = 'abm'): string {
  return `objective ${name} "${name}" { advances ${bet} quarter 2026-Q1 dri ana ${inside} }\n`;
}

const GOOD = 'status 2026-02-10 on track "it goes"';
const RISK = 'status 2026-02-10 at risk "slow"';
const OFF = 'status 2026-02-10 off track "late"';

describe('the headline', () => {
  test.each([
    ['', 'No objective is under way today'],
    [objective('a'), 'Nothing is known of the one objective under way'],
    [objective('a', GOOD), 'The one objective under way is on track'],
    [objective('a', GOOD) + objective('b', GOOD), 'All 2 objectives under way are on track'],
    [objective('a', RISK) + objective('b', GOOD), '1 of 2 objectives under way is on track, 1 at risk'],
    [
      objective('a', OFF) + objective('b', RISK) + objective('c'),
      '1 of 3 objectives under way is at risk, 1 off track, nothing is known of 1',
    ],
    [
      objective('a', RISK) + objective('b', 'status 2026-01-12 on track') + objective('c'),
      '1 of 3 objectives under way is at risk, nothing is known since 12 January 2026 of 2',
    ],
  ])('%#', (text, headline) => {
    expect(front(text).headline).toBe(headline);
  });

  test('speaks of what is under way: neither of another quarter nor of what was dropped', () => {
    const other = 'objective later "Later" { advances abm quarter 2026-Q2 dri ana }\n';
    const dropped = objective('gone', 'status 2026-02-10 dropped "no budget"');
    expect(front(objective('a', GOOD) + other + dropped).objectives.map(({ objective: { text } }) => text)).toEqual([
      'a',
    ]);
  });
});

describe('what needs a decision', () => {
  const asked = (text: string) => front(text).asks.map(({ word, about, says }) => [word.text, about.text, ...says]);

  test('off track comes first and says when no way back is written down', () => {
    const text = objective('b', 'status 2026-02-10 at risk "slow" { option "spend" }') + objective('a', OFF);
    expect(asked(text)).toEqual([
      ['off track', 'a', 'its DRI said off track on 10 February', 'no way back is written down yet'],
      ['at risk', 'b', 'its DRI said at risk on 10 February'],
    ]);
  });

  test('at risk without a choice asks nobody, and is not called calm', () => {
    const { asks, calm } = front(objective('a', RISK));
    expect(asks).toEqual([]);
    expect(calm.isGood).toBe(false);
    expect(calm.text).toContain('1 objective is at risk, and the plan names no choice for it');
  });

  test('silence is not called calm either, and what is on track is', () => {
    expect(front(objective('a')).calm).toMatchObject({ isGood: false });
    expect(front(objective('a', GOOD)).calm).toMatchObject({ isGood: true });
  });

  test('a decision that is named leads to who may take it, something blocked to what it waits for', () => {
    const text = `gate legal "Legal" { kind legal dri ben }
${objective('a', `${GOOD} milestone m "Done" { month 2026-02 dri ana needs decision "Spend more." }`)}week 2026-W08 { commitment c "Send it" { dri ana advances m blocked by legal since 2026-02-10 "consent" } }`;
    const asks = front(text).asks;
    expect(
      asks.map(({ word, says, role, people }) => [word.text, says, role, people.map((each) => each.text).join('')]),
    ).toEqual([
      ['decision', ['Spend more.'], 'May decide', 'Ben'],
      ['blocked', ['waits for Legal since 10 February, 7 days', 'consent'], 'Answers for it', 'Ana'],
    ]);
  });
});

test('bets stand with their share and the health of their objectives', () => {
  const [frame] = front(objective('a', GOOD) + objective('b', RISK) + objective('c', GOOD, 'advocates')).frames;
  expect(
    frame?.bets.map(({ bet, budget, health }) => [
      bet.text,
      budget,
      health.map((each) => `${each.count} ${each.word.text}`),
    ]),
  ).toEqual([
    ['ABM', '60%', ['1 at risk', '1 on track']],
    ['Peers', '20%', ['1 on track']],
  ]);
});

test('weeks are those that are over, and a week without a promise stands as a gap', () => {
  const week = (number: string, state: string) =>
    `week 2026-W${number} { commitment "Of week ${number}" { dri ana advances abm ${state} } }\n`;
  const { plan, today } = sourceOf(
    week('04', 'done 2026-01-23') + week('06', 'missed "ill"') + week('07', '') + week('08', 'done 2026-02-16'),
  );
  expect(
    keptWeeks(plan, plan.nodesOf('commitment'), today).map(({ literal, rate, counts }) => [literal, rate, counts.open]),
  ).toEqual([
    ['2026-W04', 1, 0],
    ['2026-W05', undefined, 0],
    ['2026-W06', 0, 0],
    ['2026-W07', undefined, 1],
  ]);
});

test('objectives: this quarter and those ahead first, then what is over, the nearest first', () => {
  const of = (quarter: string) => `objective "O ${quarter}" { advances abm quarter ${quarter} dri ana }\n`;
  const groups = objectiveGroups(sourceOf(['2025-Q3', '2026-Q2', '2025-Q4', '2026-Q1'].map(of).join('')));
  expect(groups.map(({ title }) => title.slice(0, 7))).toEqual(['Q1 2026', 'Q2 2026', 'Q4 2025', 'Q3 2025']);
});

test('a quarter: milestones on their months, promises in the week that they were moved to', () => {
  const source = sourceOf(`${objective('a', 'milestone jan "Jan" { month 2026-01 dri ana met 2026-01-30 }')}
week 2026-W03 { commitment moved "Moved" { dri ana advances jan moved to 2026-W05 "late" } commitment "Kept" { dri ana advances jan done 2026-01-15 } }`);
  const [quarter] = quartersOf(source);
  if (!quarter) throw new Error('no quarter');
  const { weeks, lanes } = timelineOf(source, quarter);
  expect(lanes).toHaveLength(1);
  expect(lanes[0]?.milestones).toMatchObject([
    { milestone: { text: 'Jan' }, days: { first: '2026-01-01', last: '2026-01-31' }, state: { text: 'met' } },
  ]);
  const filled = weeks.flatMap(({ literal }, index) =>
    (lanes[0]?.weeks[index] ?? []).map(({ commitment, became }) => [literal, commitment.text, became]),
  );
  expect(filled).toEqual([
    ['2026-W03', 'Kept', 'kept'],
    ['2026-W05', 'Moved', 'moved'],
  ]);
});

test('the tree counts all that is below, and keeps apart what is not connected', () => {
  const tree = siteTreeOf(
    sourceOf(
      `${objective('a', 'milestone jan "Jan" { month 2026-01 dri ana }')}week 2026-W03 { commitment "C" { dri ana advances jan } commitment "Stray" { dri ana } }`,
    ),
  );
  expect(tree.total).toBe(8);
  expect(tree.cascade.map(({ about, below }) => [about.text, below])).toEqual([['Win', 5]]);
  expect(tree.unconnected.map(({ about }) => about.text)).toEqual(['Stray']);
  expect(tree.run.map(({ about }) => about.text)).toEqual(['As ever']);
});
