/**
 * How the cascade's window takes a plan of 100,000 declarations, in a real Chromium: until it is seen, letter by letter in the filter, and
 * scrolled.
 *
 *     node test/bench/window.mjs
 */

import { runAsScript } from '../../.tools/bootstrap.mjs';
import { build } from '../../.tools/build.mjs';
import { median, quantile } from './measure.mjs';

const OBJECTIVES = 500;
const MILESTONES = 3;
const COMMITMENTS = 65;
/** Letters typed one by one: from what nearly everything has to what little has. */
const TYPED = 'commitment 4711';
/** Frames of scrolling, and pixels a frame: about a screenful every tenth of a second. */
const FRAMES = 180;
const STEP = 120;

runAsScript(import.meta.url, async () => {
  await build();
  console.log(windowTable(await windowBench()));
  return 0;
});

/** A table in Markdown, milliseconds in the middle and in the worst of twenty. */
export function windowTable({ rows, paint, filter, frames }) {
  const row = (what, numbers) =>
    `| ${what} | ${Math.round(median(numbers))} | ${Math.round(quantile(numbers, 0.95))} |`;
  return [
    `| the window with ${rows.toLocaleString('en-US')} declarations | ms | worst of 20 |`,
    '| --- | ---: | ---: |',
    row('first paint after the data', paint),
    row('a letter in the filter', filter),
    row('a frame while scrolling', frames),
  ].join('\n');
}

/** Milliseconds, one number a round, a letter, or a frame. */
export async function windowBench(rounds = 5) {
  // Types are stripped when it is loaded, which older runtimes cannot.
  const [{ Stage }, { sent }] = await Promise.all([import('../webview/stage.ts'), import('@mos/webview/protocol')]);
  const snapshot = largeSnapshot();
  const rows = snapshot.plans[0].rows.values.length;
  const result = { rows, paint: [], filter: [], frames: [] };
  for (let round = 0; round < rounds; round++) {
    const stage = await Stage.set({ width: 400, height: 900 });
    const { page } = stage;
    await page.evaluate(`window.data = ${JSON.stringify(sent({ type: 'snapshot', snapshot }))}`);
    result.paint.push(await page.evaluate(PAINT));
    if (round === 0) {
      result.filter = await page.evaluate(`(${typing})(${JSON.stringify(TYPED)})`);
      result.frames = await page.evaluate(`(${scrolling})(${FRAMES}, ${STEP})`);
    }
    await stage.strike();
  }
  await Stage.close();
  return result;
}

/** From the message's arrival until the frame that shows it is done. */
const PAINT = `(async () => {
  const started = performance.now();
  window.dispatchEvent(new MessageEvent('message', { data: window.data }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  if (document.querySelectorAll('#tree .row').length === 0) throw new Error('nothing is seen');
  return performance.now() - started;
})()`;

/* The two below run in the page. */

async function typing(letters) {
  const { document, performance, requestAnimationFrame } = globalThis;
  const field = document.getElementById('filter');
  const times = [];
  for (let length = 1; length <= letters.length; length++) {
    const started = performance.now();
    field.value = letters.slice(0, length);
    field.dispatchEvent(new Event('input'));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - started);
  }
  field.value = '';
  field.dispatchEvent(new Event('input'));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return times;
}

async function scrolling(frames, step) {
  const { document, performance, requestAnimationFrame } = globalThis;
  const tree = document.getElementById('tree');
  // Everything that is filtered is open: nearly all rows are in the list.
  const field = document.getElementById('filter');
  field.value = 'commitment';
  field.dispatchEvent(new Event('input'));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  let last = performance.now();
  for (let count = 0; count < frames; count++) {
    tree.scrollTop += step;
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times.slice(2);
}

/** What the server would send of such a plan. */
function largeSnapshot() {
  const keys = ['id', 'kind', 'title', 'file', 'line', 'column', 'people', 'parent', 'name', 'period', 'state'];
  const values = [['f', 'frame', 'Win', 0, 0, 0, ['p0'], null, 'f', '2026']];
  for (const bet of [0, 1, 2]) values.push([`b${bet}`, 'bet', `Bet ${bet}`, 0, bet + 1, 0, ['p0'], 'f', `b${bet}`]);
  let line = 10;
  for (let objective = 0; objective < OBJECTIVES; objective++) {
    const people = [`p${objective % 400}`];
    values.push([
      `o${objective}`,
      'objective',
      `Objective ${objective}`,
      0,
      line++,
      0,
      people,
      `b${objective % 3}`,
      `o${objective}`,
      '2026-Q1',
    ]);
    for (let milestone = 0; milestone < MILESTONES; milestone++) {
      const id = `o${objective}m${milestone}`;
      values.push([
        id,
        'milestone',
        `Milestone ${milestone} of ${objective}`,
        0,
        line++,
        0,
        people,
        `o${objective}`,
        id,
        `2026-0${milestone + 1}`,
      ]);
      for (let commitment = 0; commitment < COMMITMENTS; commitment++) {
        const state = commitment % 4 === 0 ? 'done' : null;
        const week = `2026-W0${1 + (commitment % 9)}`;
        values.push([
          `${id}c${commitment}`,
          'commitment',
          `Commitment ${values.length}`,
          0,
          line++,
          0,
          people,
          id,
          null,
          week,
          state,
        ]);
      }
    }
  }
  const period = (literal, first, last) => ({ literal, text: literal, first, last });
  const months = ['01', '02', '03'].map((month) => period(`2026-${month}`, `2026-${month}-01`, `2026-${month}-28`));
  const weeks = Array.from({ length: 9 }, (_, week) =>
    period(`2026-W0${week + 1}`, `2026-0${1 + (week >> 2)}-0${1 + week}`, `2026-0${1 + (week >> 2)}-2${week}`),
  );
  const people = Array.from({ length: 400 }, (_, index) => ({
    id: `p${index}`,
    name: `Person ${index}`,
    also: [`p${index}`],
  }));
  const plan = {
    ...{ plan: 'file:///plan/', name: 'Large', gone: [], files: ['file:///plan/plan.mos'], people, teams: [] },
    periods: [
      period('2026', '2026-01-01', '2026-12-31'),
      period('2026-Q1', '2026-01-01', '2026-03-31'),
      ...months,
      ...weeks,
    ],
    rows: { keys, values },
  };
  return {
    revision: 1,
    now: { day: '2026-02-09', week: '2026-W07', month: '2026-02', quarter: '2026-Q1' },
    plans: [plan],
  };
}
