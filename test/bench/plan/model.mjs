/** A believable plan as data: who there is, what the year is about, and quarter by quarter what was promised and what came of it. */

import { quarterFacts } from './days.mjs';
import {
  ACTIVITIES,
  CHANGES,
  FIRST,
  FUNCTIONS,
  LAST,
  LAUNCHES,
  OUTCOMES,
  REASONS,
  REGIONS,
  SEGMENTS,
  SIGNALS,
  SLIPS,
  STATES,
  TASKS,
} from './words.mjs';

/** The day that generated plans are judged by; what lies before it is settled. */
export const TODAY = '2026-02-09';

/** `fill` says what is counted until the plan is full, `counted` how many promises of a quarter finance takes part in. A division is what shares one frame. */
export const SIZES = {
  S: {
    files: 3,
    teams: 2,
    owners: 10,
    divisions: 1,
    quarters: ['2026-Q1'],
    objectives: 2,
    fill: ['declarations', 250],
  },
  M: { files: 206, teams: 50, owners: 400, divisions: 5, objectives: 2, fill: ['declarations', 24_000] },
  L: { files: 5_100, teams: 640, owners: 5_000, divisions: 50, objectives: 2, fill: ['declarations', 600_000] },
  E: {
    ...{ files: 10_000, teams: 1_250, owners: 10_000, divisions: 10, fill: ['lines', 1_000_000] },
    // Weeks stand in files of their own; 500 of them wait for one division's legal review, 5,000 times.
    ...{ objectives: 1, apart: true, legalEvery: 3, counted: 7 },
  },
};
const QUARTERS = ['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2'];

/** Who everybody refers to, and whom no team holds: the chief executive, the head of finance, of sales, and of law. */
const HEADS = [
  ['ruth', 'Ruth Adler', 'Chief Executive Officer'],
  ['finn', "Finn O'Shea", 'Finance Director'],
  ['sam', 'Sam Whitaker', 'Chief Revenue Officer'],
  ['lena', 'Lena Brook', 'General Counsel'],
];

/**
 * Yields `{ path, nodes }`, file by file. A node is `{ kind, name, title, facts, inner }`; facts are pairs of a property and its
 * value, see mos.mjs. `measure` says how much some nodes, at some indent, take of what fills the plan.
 */
export function* planFiles(sizeName, seed, measure) {
  const size = { quarters: QUARTERS, legalEvery: 5, counted: 2, apart: false, ...SIZES[sizeName] };
  const random = randomFrom(seed);
  const company = companyOf(size, random);
  const shared = [...sharedFiles(company, size)];
  yield* shared;
  const [, total] = size.fill;
  let left = total - shared.reduce((sum, { nodes }) => sum + measure(nodes), 0);
  const works = size.files - shared.length;
  const units = size.apart ? Math.ceil(works / 2) : works;
  for (let index = 0; index < units; index++) {
    const quarter = teamQuarter(company, size, index, random);
    const share = Math.floor(left / (units - index));
    const { path, stem, targets, weeks } = quarter;
    left -= share - fill(quarter, share - measure([...targets, ...weeks]), size, measure, random);
    const isApart = size.apart && index >= units * 2 - works;
    if (isApart) yield { path: `${path}/${stem}_weeks.mos`, nodes: weeks };
    yield { path: `${path}/${stem}.mos`, nodes: isApart ? targets : [...targets, ...weeks] };
  }
}

/** Numbers from 0 to 1 that depend on nothing but the seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function node(kind, name, title, facts = [], inner = []) {
  return { kind, name, title, facts: facts.filter(Boolean), inner };
}

function companyOf(size, random) {
  const taken = new Set(HEADS.map(([name]) => name));
  const person = () => {
    const [first, last] = [pick(FIRST, random), pick(LAST, random)];
    const plain = `${first}_${last}`.toLowerCase();
    let name = plain;
    for (let count = 2; taken.has(name); count++) name = `${plain}${count}`;
    taken.add(name);
    return { name, title: `${first} ${last}` };
  };
  const divisions = Array.from({ length: size.divisions }, (_, index) => ({ id: `d${index + 1}`, head: person() }));
  const people = size.owners - HEADS.length - divisions.length;
  const teams = Array.from({ length: size.teams }, (_, index) => {
    const [slug, title, roles] = FUNCTIONS[index % FUNCTIONS.length];
    const region = REGIONS[Math.floor(index / FUNCTIONS.length) % REGIONS.length];
    const round = Math.floor(index / FUNCTIONS.length / REGIONS.length);
    const name = `${slug}_${region}${round === 0 ? '' : round + 1}`;
    const count = Math.floor(((index + 1) * people) / size.teams) - Math.floor((index * people) / size.teams);
    const members = Array.from({ length: count }, () => ({ ...person(), role: pick(roles, random) }));
    const place = `${region[0].toUpperCase()}${region.slice(1)}${round === 0 ? '' : ` ${round + 1}`}`;
    return { name, title: `${title}, ${place}`, division: divisions[index % divisions.length], members };
  });
  return { divisions, teams };
}

/** Strategy, people, rhythm and numbers: in one file for a small plan, else in as many as their length asks for. */
function* sharedFiles(company, size) {
  const years = [...new Set(size.quarters.map((quarter) => quarter.slice(0, 4)))].toSorted();
  const parts = {
    people: peopleOf(company),
    strategy: company.divisions.flatMap((division) => years.flatMap((year) => strategyOf(division, year))),
    rhythm: rhythmOf(company, size),
    metrics: sharedMetrics(),
    platforms: platformsOf(company),
    gates: company.divisions.flatMap(({ id }) => gatesOf(id)),
  };
  if (size.files < 10) {
    yield { path: 'plan.mos', nodes: Object.values(parts).flat() };
    return;
  }
  // Small plans keep each part in one file, as people do; nobody keeps 5,000 people in one.
  const most = size.owners > 1000 ? 118 : Number.POSITIVE_INFINITY;
  for (const [part, nodes] of Object.entries(parts)) {
    const chunks = Math.max(1, Math.ceil(nodes.length / most));
    for (let chunk = 0; chunk < chunks; chunk++)
      yield {
        path: chunks === 1 ? `${part}.mos` : `company/${part}_${chunk + 1}.mos`,
        nodes: nodes.slice(chunk * most || 0, (chunk + 1) * most),
      };
  }
}

function strategyOf({ id, head }, year) {
  const name = `fy${year.slice(2)}_${id}`;
  const bet = (slug, title, budget, capacity) =>
    node('bet', `${name}_${slug}`, title, [
      ['dri', head.name],
      ['why', 'Whoever shows buying signals from three or more people becomes a customer at four times the base rate.'],
      ['budget', budget],
      ['capacity', capacity],
      ['escalates to', 'ruth'],
    ]);
  const frame = node(
    'frame',
    name,
    `Win the mid-market of division ${id.slice(1)}`,
    [
      ['year', year],
      ['dri', head.name],
      ['escalates to', 'ruth'],
      ['decides', [`move budget between bets of division ${id.slice(1)}`]],
      [
        'diagnosis',
        'Mid-market deals close in 71 days against 148 in enterprise, yet 68% of program spend still chases tenders.',
      ],
      ['policy', 'Point people and money at the segments where we already win before adding a channel.'],
      ['why', 'The mid-market has to carry two thirds of the new recurring revenue.'],
      ['budget', '$6.4M'],
    ],
    [
      bet('abm', 'Signal-led account marketing', '38%', '40%'),
      bet('partners', 'Co-sell with the platforms that our buyers already run', '20%', '18%'),
      bet('advocates', 'Let customers make the case for us', '14%', '14%'),
      node('run', undefined, 'Website, newsletters, booked trade shows, reporting', [
        ['budget', '28%'],
        ['capacity', '28%'],
      ]),
    ],
  );
  return [
    frame,
    node('brief', `${name}_brief`, `What division ${id.slice(1)} does in ${year}, and why`, [
      ['covers', name],
      ['on', `${year}-01-26`],
      ['dri', head.name],
      ['text', 'We are good at something and spend most of our money elsewhere. This year we make three bets.'],
    ]),
    node('decision', `${name}_shift`, 'Move a tenth of paid media to account plays', [
      ['on', `${year}-01-21`],
      ['dri', head.name],
      ['with', ['finn']],
      ['why', 'Paid media brought 31 leads and no opportunity; the first account play brought nine meetings.'],
      ['affects', [name]],
    ]),
  ];
}

function peopleOf({ divisions, teams }) {
  const heads = HEADS.map(([name, title, role]) =>
    node('owner', name, title, [['role', role], name !== 'ruth' && ['reports to', 'ruth']]),
  );
  const leaders = divisions.map(({ id, head }) =>
    node('owner', head.name, head.title, [
      ['role', `Marketing Director, division ${id.slice(1)}`],
      ['reports to', 'ruth'],
      ['capacity', 2],
    ]),
  );
  const members = teams.flatMap(({ name, title, division, members }) => [
    node('team', name, title, [
      ['lead', members[0].name],
      ['why', 'Turns what we know of our accounts into meetings that sales wants to take.'],
    ]),
    ...members.map((member, index) =>
      node('owner', member.name, member.title, [
        ['role', index === 0 ? `Head of ${title}` : member.role],
        ['team', name],
        index === 0 && ['email', `${member.name}@acme.example`],
        ['reports to', index === 0 ? division.head.name : members[0].name],
        ['capacity', index === 0 ? 3 : 4],
      ]),
    ),
  ]);
  return [...heads, ...leaders, ...members];
}

function rhythmOf({ teams }, size) {
  const attend = teams.slice(0, 6).map(({ name }) => name);
  const meeting = (name, title, every, reviews, decides, held) =>
    node('cadence', name, title, [
      ['every', every],
      ['chair', 'sam'],
      ['attend', attend],
      ['reviews', reviews],
      ['decides', [decides]],
      ...held.map((day) => ['held', day]),
    ]);
  return [
    meeting(
      'weekly_review',
      'Monday commitments',
      'week on Monday at 09:30 for 45 minutes',
      ['commitments', 'milestones'],
      're-order the commitments of the week',
      ['2026-01-26', '2026-02-02', '2026-02-09'],
    ),
    meeting(
      'monthly_review',
      'Monthly business review',
      'month on first Wednesday at 10:00 for 90 minutes',
      ['milestones', 'objectives', 'metrics'],
      'shift of up to $100k within a bet',
      ['2026-01-07', '2026-02-04'],
    ),
    meeting(
      'quarterly_planning',
      'Quarterly planning',
      'quarter for 6 hours',
      ['objectives', 'bets'],
      'objectives of the coming quarter',
      ['2025-12-11'],
    ),
    meeting('annual_frame', 'Annual frame review', 'year for 8 hours', ['frames', 'bets'], 'the bets of the year', [
      '2025-11-25',
    ]),
    ...size.quarters.slice(1).map((quarter) =>
      node('retro', `retro_${quarter.replace('-', '_').toLowerCase()}`, `What ${quarter} taught us`, [
        ['covers', quarter],
        ['dri', 'sam'],
        ['worked', 'One list of target accounts, agreed with sales before the first ad ran.'],
        ['lesson', { text: 'Legal reads the claims before design begins.', changes: 'legal_d1' }],
      ]),
    ),
  ];
}

function sharedMetrics() {
  const metric = (name, title, kind, source, readings) =>
    node('metric', name, title, [
      [kind],
      ['lagging'],
      ['source', source],
      ['read', 'monthly'],
      ['agreed with', ['sam', 'finn']],
      ...readings.map(([day, value]) => ['reading', [day, value]]),
    ]);
  return [
    metric('unsubscribe_rate', 'Unsubscribe rate', 'output', 'Marketing automation, list health', [
      ['2025-12-31', '0.27%'],
      ['2026-01-31', '0.24%'],
    ]),
    metric('discount', 'Average discount in won deals', 'outcome', 'CRM report 31', [
      ['2025-12-31', '13.1%'],
      ['2026-01-31', '12.8%'],
    ]),
  ];
}

function platformsOf({ teams }) {
  const [first] = teams;
  return [
    node('platform', 'crm', 'Customer relationship management', [
      ['dri', first.members[0].name],
      ['team', first.name],
      ['used', '84%'],
      ['selected by', [first.name]],
      ['used by', teams.slice(0, 5).map(({ name }) => name)],
      ['training', 'Two hours in week one for everybody who joins'],
    ]),
  ];
}

function gatesOf(id) {
  const gate = (kind, title, dri, days) =>
    node('gate', `${kind}_${id}`, title, [
      ['kind', kind],
      ['dri', dri],
      ['within', `${days} days`],
      ['why', 'What is not looked at before the launch is looked at by everybody after it.'],
    ]);
  return [gate('legal', 'Legal review', 'lena', 3), gate('technical', 'Tracking check', 'sam', 2)];
}

const ON_TRACK = ['2026-02-06', 'on track', 'signals ahead of plan, the result follows by a month'];
const AT_RISK = [
  ...['2026-02-06', 'at risk', 'two of three signals are ten days behind'],
  { options: ['Managers first', 'One segment less'], recovery: 'Managers first, from week 8 on.' },
];

/** One team's quarter: objectives with their metrics and milestones, a program, and the weeks. */
function teamQuarter(company, size, index, random) {
  const { teams } = company;
  const team = teams[index % teams.length];
  const turn = Math.floor(index / teams.length);
  const literal = size.quarters[turn % size.quarters.length];
  const part = Math.floor(turn / size.quarters.length);
  const quarter = quarterFacts(literal, TODAY);
  const [year, short] = literal.toLowerCase().split('-');
  const stem = `${team.name}_${year.slice(2)}${short}${part === 0 ? '' : `_${part + 1}`}`;
  const objectives = Array.from({ length: size.objectives }, (_, rank) => {
    const name = size.objectives === 1 ? stem : `${stem}${'ab'[rank]}`;
    return objectiveOf(team, quarter, name, index + rank, random);
  });
  const program = programOf(team, quarter, objectives[0].name, stem, random);
  const weeks = quarter.weeks.map((week) => ({
    ...node('week', undefined, undefined, [['period', week.literal]]),
    week,
  }));
  const milestones = objectives.flatMap(({ inner }) => inner.filter(({ kind }) => kind === 'milestone'));
  return { path: literal.toLowerCase(), stem, team, targets: [...objectives, program], weeks, milestones };
}

function objectiveOf(team, quarter, name, turn, random) {
  const segment = pick(SEGMENTS, random);
  const about = (text) => text.replaceAll('SEGMENT', segment).replace(/^./, (letter) => letter.toUpperCase());
  const bets = ['abm', 'partners', 'advocates'];
  const frame = `fy${quarter.literal.slice(2, 4)}_${team.division.id}`;
  const [outcomeTitle, unit, from, to, steps] = pick(OUTCOMES, random);
  const start = Math.floor(random() * SIGNALS.length);
  const signals = [SIGNALS[start], SIGNALS[(start + 1 + Math.floor(random() * (SIGNALS.length - 1))) % SIGNALS.length]];
  const outcome = node('metric', 'result', about(outcomeTitle), [
    ['outcome'],
    ['lagging'],
    ['primary'],
    unit && ['unit', unit],
    ['goal', { from, to }],
    ['source', `CRM report ${1 + Math.floor(random() * 40)}`],
    ['read', 'monthly'],
    ['agreed with', ['sam', 'finn']],
    ...quarter.months.flatMap(({ last, isOver }, index) => (isOver ? [['reading', [last, steps[index]]]] : [])),
  ]);
  const leading = signals.map(([short, title, of, first, goals], index) =>
    node('metric', short, title, [
      ['output'],
      ['leading'],
      ['unit', of],
      ['goal', { from: `${first}`, to: `${goals[2]}` }],
      ['source', `Account dashboard, tab ${index + 1}`],
      ['read', `weekly by ${quarter.sixWeeksBefore}`],
      ['agreed with', ['finn']],
      ['drives', [outcome.name]],
      ...quarter.fridays
        .filter((_, week) => (quarter.fridays.length - 1 - week) % 3 === 0)
        .map((day, week) => ['reading', [day, `${first + Math.round(((goals[2] - first) * (week + 1)) / 6)}`]]),
    ]),
  );
  const activity =
    random() < 0.4 &&
    node('metric', 'effort', pick(ACTIVITIES, random), [
      ['activity'],
      ['lagging'],
      ['goal', { from: '0', to: '6' }],
      ['source', 'Campaign calendar'],
      ['read', 'monthly'],
      ['drives', [leading[0].name]],
    ]);
  const members = team.members;
  const milestones = quarter.months.map((month, index) => {
    const goals = signals[0].at(-1);
    const isMissed = month.isOver && random() < 0.2;
    return node(
      'milestone',
      `${name}_${month.short}`,
      `${goals[index]} ${about(pick(STATES, random)).replace(/^./, (l) => l.toLowerCase())}`,
      [
        ['month', month.literal],
        ['dri', members[(index + 1) % members.length].name],
        ['expect', [leading[0].name, `at least ${goals[index]}`]],
        month.isOver && (isMissed ? ['missed', pick(SLIPS, random)] : ['met', month.lastFriday]),
      ],
    );
  });
  return node(
    'objective',
    name,
    about(pick(CHANGES, random)),
    [
      ['advances', [`${frame}_${bets[turn % 3]}`]],
      ['quarter', quarter.literal],
      ['dri', members[turn % 2].name],
      ['team', team.name],
      ['priority', turn % 3],
      ['decides', ['campaign mix', 'spend up to $50k a campaign']],
      ['escalates to', team.division.head.name],
      ['why', about(pick(REASONS, random))],
      ['guardrail', ['discount', 'at most 14%']],
      quarter.isOver
        ? ['status', [quarter.last, random() < 0.7 ? 'achieved' : 'partial', 'two of three signals held to the end']]
        : ['status', random() < 0.8 ? ON_TRACK : AT_RISK],
    ],
    [outcome, ...leading, activity, ...milestones].filter(Boolean),
  );
}

function programOf(team, quarter, objective, stem, random) {
  const [first, second] = quarter.months;
  return node(
    'program',
    `${stem}_play`,
    `${pick(SEGMENTS, random).replace(/^./, (letter) => letter.toUpperCase())} ${pick(LAUNCHES, random)}`,
    [
      ['advances', [objective]],
      ['dri', team.members[1 % team.members.length].name],
      ['with', [team.members[2 % team.members.length].name]],
      ['team', team.name],
      ['approved', quarter.approved],
      ['planned', `${first.first} to ${first.lastFriday}`],
      first.isOver && ['shipped', first.lastFriday],
      first.isOver && ['spec', 'met'],
      ['budget', '$32k'],
      first.isOver && ['spent', '$29k'],
      second.isOver && ['review', 'The call within a day of the third signal made the difference.'],
    ],
  );
}

/** Promises, week after week, until the file takes the `missing` measure; gives what is then left of it, which may be below 0. */
function fill({ team, stem, weeks, milestones }, missing, size, measure, random) {
  let left = missing;
  for (let count = 0; left > 0; count++) {
    const holder = weeks[count % weeks.length];
    const { week } = holder;
    const milestone = pick(
      milestones.filter(({ facts }) => facts[0][1] === week.month),
      random,
    );
    const round = Math.floor(count / weeks.length);
    const waits = round > 0 && count % 7 === 3 ? `${stem}_w${count % weeks.length}` : undefined;
    const needs = count % size.legalEvery === 0 ? `legal_${team.division.id}` : waits;
    const title = pick(TASKS, random).replaceAll('SEGMENT', pick(SEGMENTS, random));
    // What another promise waits for has a name; the rest have none, as in plans that people write.
    const promise = node('commitment', round === 0 ? `${stem}_w${count}` : undefined, title, [
      ['dri', team.members[count % team.members.length].name],
      count < size.counted && ['with', ['finn']],
      ['advances', [milestone.name]],
      needs && ['needs', [needs]],
      week.isOver && (count % 11 === 10 ? ['missed', pick(SLIPS, random)] : ['done', week.friday]),
    ]);
    if (measure([promise], '  ') > left)
      Object.assign(promise, {
        title: TASKS.at(-1),
        facts: promise.facts.filter(
          ([key]) => key === 'dri' || key === 'advances' || key === 'done' || key === 'missed',
        ),
      });
    holder.inner.push(promise);
    left -= measure([promise], '  ');
  }
  return left;
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}
