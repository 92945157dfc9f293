/** Protects what documents judge: each verdict by the smallest plan that deserves it, beside one that does not. */

import { compile, defaultConfig } from '@mos/language';
import { buildDocument, documentKinds } from '@mos/language/documents';
import { expect, test } from 'vitest';
import { read } from '../harness/documents.ts';

function document(name: string, text: string, today = '2026-02-09'): string {
  const { plan, findings } = compile([{ file: 'plan.mos', text }], defaultConfig, today);
  const kind = documentKinds.find((each) => each.name === name);
  if (!kind) throw new Error(`no document ${name}`);
  return read(buildDocument(kind, plan, today, { findings }));
}

const CASCADE = `owner ben "Ben"
frame fy26 "Win" { year 2026 dri ben why "So." bet abm "ABM" { budget 60% capacity 60% } run "As ever" { budget 40% capacity 40% } }
objective q "Pipeline" { advances abm quarter 2026-Q1 dri ben metric sourced "Pipeline sourced" { outcome lagging from 1 to 4 } }
`;

test('a platform below 70% forbids the next one; at 70% it does not', () => {
  const platforms = (used: string) => `platform crm "CRM" { used ${used} } platform cdp "CDP" { acquire 2026-09 }`;
  expect(document('martech', platforms('69%'))).toContain('Buy nothing new yet | CRM (69%) is used below 70%');
  expect(document('martech', platforms('69%'))).toContain('not before the other is used');
  expect(document('martech', platforms('70%'))).toContain('nothing idles');
});

test('gaps are seen where the plan does not name them: nobody keeps it, others chose it', () => {
  const text = document(
    'martech',
    'team it "IT"\nteam demand "Demand"\nplatform crm "CRM" { used 80% selected by it used by demand gap skills "two people" }',
  );
  expect(text).toContain(
    'CRM | two people | none named | nobody keeps it useful | chosen by others than those who use it',
  );
});

test('the flywheel names the stage that is missing', () => {
  expect(document('flywheel', CASCADE)).toMatch(/missing \| .*Learn/);
  const learnt = `${CASCADE}retro q4 "Q4" { covers 2025-Q4 on 2026-01-05 lesson "Ask legal first" changes q }`;
  expect(document('flywheel', learnt)).toContain('Learn | present');
});

test('bets that hold less than half are a side project; shares that nobody named cannot be told', () => {
  const frame = (bet: string) =>
    `frame f "Win" { year 2026 bet a "A" { ${bet} } run "As ever" { budget 60% capacity 20% } }`;
  expect(document('resource-balance', frame('budget 40% capacity 80%'))).toContain(
    'The budget serves last year | The bets of Win hold 40%',
  );
  expect(document('resource-balance', frame('budget 40% capacity 80%'))).toContain('The capacity follows the strategy');
  expect(document('resource-balance', frame('capacity 80%'))).toContain('Nobody can tell where the budget goes');
});

test('running business that is planned and hardly promised gets a word', () => {
  const week =
    'milestone m "M" { advances q month 2026-02 }\nweek 2026-W07 { commitment a { dri ben advances m } commitment b { dri ben advances m } }';
  expect(document('resource-balance', CASCADE + week)).toContain('Running business is planned, and hardly promised');
  expect(
    document('resource-balance', `${CASCADE}${week.replace('b { dri ben advances m }', 'b { dri ben run }')}`),
  ).not.toContain('hardly promised');
});

test('where the quarter has no retrospective, the last one that was held is shown', () => {
  const older = 'retro q3 "Third" { covers 2025-Q3 on 2025-10-02 lesson "Plan earlier" changes q }';
  const last = 'retro q4 "Fourth" { covers 2025-Q4 on 2026-01-05 lesson "Ask legal first" changes q }';
  const text = document('retro-pack', `${CASCADE}${last}\n${older}`, '2026-03-09');
  expect(text).toContain('No retrospective of this quarter is noted');
  expect(text).toContain('Ask legal first');
  expect(text).not.toContain('Plan earlier');
  expect(document('retro-pack', CASCADE, '2026-03-09')).not.toContain('The last one');
});

test('kept rates show nobody alone: all who did not keep every promise, and how many others did', () => {
  const people = Array.from({ length: 9 }, (_, at) => `p${at}`);
  const promised = people.map(
    (name, at) => `commitment c${at} { dri ${name} ${at < 8 ? 'missed "late"' : 'done 2026-01-14'} }`,
  );
  const text = document(
    'execution',
    `${CASCADE}${people.map((name) => `owner ${name} "${name.toUpperCase()}"`).join('\n')}\nweek 2026-W03 { ${promised.join(' ')} }`,
  );
  for (const name of people.slice(0, 8)) expect(text).toContain(`Kept rate | ${name.toUpperCase()} | 0%`);
  expect(text).toContain('1 person kept every promise that was judged');
  expect(text).not.toContain('Kept rate | P8');
});

test('a month without a judged promise does not deny those of the months before', () => {
  const week = 'week 2026-W03 { commitment a { dri ben done 2026-01-14 } }';
  const text = document('monthly-business-review', CASCADE + week, '2026-03-20');
  expect(text).toContain('None of March 2026 has been judged yet; in all, 1 of 1 were kept');
  expect(document('monthly-business-review', CASCADE, '2026-03-20')).toContain('No promise has been judged yet');
});

test('an older promise is told with its week, beside those of last week', () => {
  const weeks =
    'week 2026-W05 { commitment a "Ask legal" { dri ben } }\nweek 2026-W06 { commitment b "Write the brief" { dri ben } }';
  const text = document('weekly-review', CASCADE + weeks, '2026-02-09');
  expect(text).toContain('1 promise, and 1 older without a word');
  expect(text).toContain('Ask legal | week 5 | Ben');
  expect(text).toContain('Write the brief | week 6 | Ben');
});

test('in doubt says by which number', () => {
  const metric = (name: string, value: number) =>
    `metric ${name} "${name}" { output leading from 0 to 90 reading 2026-02-14 ${value} }`;
  const plan = `${CASCADE.trimEnd().replace(/\}$/, '')} ${metric('groups', 45)} ${metric('calls', 20)} }`;
  const text = document('six-week-warning', plan, '2026-02-20');
  expect(text).toContain('in doubt | groups was on pace; calls was 25 behind pace (45 by then)');
  expect(text).toContain('read already');
  const silent = document('six-week-warning', CASCADE, '2026-02-10');
  expect(silent).toContain('Nothing is known to be at risk | But nothing is known of 1 objective.');
  expect(silent).not.toContain('Nothing is at risk');
});

test('a killer counts two for an error, one for warnings, and nothing where the plan says too little', () => {
  const text = document(
    'five-killers',
    CASCADE.replace('dri ben metric', 'dri ben, eva metric').replace('owner ben', 'owner eva "Eva"\nowner ben'),
  );
  expect(text).toMatch(/Accountability without authority \| 2 \| \d errors?/);
  expect(text).toMatch(/Unclear ownership \| 2 \|/);
  expect(text).toContain('Poor tooling | – | cannot be told');
  expect(document('five-killers', 'platform a "A" { dri b used 90% }\nowner b "B"')).toMatch(
    /Poor tooling \| 0 \| no sign/,
  );
});

test('both versions of the five killers are scored, each by its own causes', () => {
  const broken = document('five-killers', CASCADE.replace('outcome lagging', 'activity lagging'));
  expect(broken).toMatch(/Activity taken for outcome \| 2/);
  expect(broken).toMatch(/Feedback loop failure \| 2/);
  expect(broken).toMatch(/As the article has them\n.*\n\d+ of 10\./);
  expect(broken).toMatch(/As the framework has them\n.*\n\d+ of 10\./);
});

test('S.T.A.R.T. gives two points for a yes and one for partly', () => {
  expect(document('start-score', 'owner ben "Ben"')).toContain('0 of 10 points.');
  const three = [1, 2, 3]
    .map(
      (at) =>
        `objective o${at} "O${at}" { advances abm quarter 2026-Q1 dri ben why "So." decides "x" metric m${at} "Revenue ${at}" { outcome lagging primary } }`,
    )
    .join('\n');
  const rhythm = 'cadence w "W" { every week reviews commitments }\ncadence m "M" { every month reviews objectives }';
  const text = document('start-score', `${CASCADE.split('\nobjective')[0]}\n${three}\n${rhythm}`);
  expect(text).toContain('9 of 10 points.');
  expect(text).toContain('Track what matters | partly | 3 numbers to go by');
});

test('a local version that changes what is fixed is a conflict; one that changes the rest is not', () => {
  const local = (what: string) =>
    `market emea "EMEA"\nprogram launch "Launch" { core "positioning" }\nprogram local "Launch EMEA" { market emea adapts launch overrides "${what}" }`;
  expect(document('market-variance', local('Positioning'))).toContain(
    'Positioning | Launch EMEA | Launch | fixed for all, changed here',
  );
  expect(document('market-variance', local('images'))).toContain('No local version changes what its common one fixes.');
});

test('a decision that was replaced no longer holds, once the later one is known', () => {
  const log =
    'decision a "Keep it" { on 2026-01-10 dri ben why "x" }\ndecision b "Stop it" { on 2026-02-12 dri ben why "y" supersedes a }\nowner ben "Ben"';
  expect(document('decision-log', log, '2026-02-09')).toMatch(/Keep it \| Ben \| x \| not said \| yes/);
  expect(document('decision-log', log, '2026-02-12')).toContain('no, replaced by Stop it');
});

test('an owner who leaves soon has a handover to make', () => {
  const leaving = (until: string) => `${CASCADE.replace('"Ben"', `"Ben" { until ${until} }`)}`;
  expect(document('dri-register', leaving('2026-04-30'))).toContain('Ben is here until 30 April 2026 and answers for');
  expect(document('dri-register', leaving('2026-12-31'))).not.toContain('handover');
});

test('the brief of its author is read as it was meant: paragraphs, lists, strong words, and nothing else', () => {
  const brief = `${CASCADE}brief b "B" { covers fy26 on 2026-01-05 dri ben text """\n  We bet on **three**.\n\n  1. One\n  2. Two\n     and more\n\n  [x](http://evil.example)\n  """ }`;
  const text = document('narrative-brief', brief);
  expect(text).toContain('We bet on three.\nOne | Two and more\n[x](http://evil.example)');
});

test('lists that are longer than a call takes, and chains that are deeper than a page, end no document', () => {
  const many = Array.from({ length: 70_000 }, (_, at) => `a${at}`);
  const gates = many.map((name) => `gate ${name} { dri ben }`).join('\n');
  const text = `${CASCADE}${gates}\ncommitment c "C" { dri ben week 2026-W07 run needs ${many.join(', ')} }`;
  expect(document('weekly-review', text)).toContain('a69998 and a69999');
  const chain = Array.from(
    { length: 3_000 },
    (_, at) => `metric m${at} "M${at}" { output leading drives m${at + 1} }`,
  ).join('\n');
  expect(
    document(
      'kpi-framework',
      `${CASCADE.replace('metric sourced', `${chain}\nmetric m3000 "M" { outcome }\nmetric sourced`)}`,
    ),
  ).toContain('What drives what');
});
