/** Protects how little has to be typed for a first plan: the one of the README, from an empty file, in the real editor. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { cache } from '../../.tools/editor.mjs';
import { pack } from '../../.tools/package.mjs';
import { Hands } from './hands.ts';
import { Scene } from './scene.ts';

let scene: Scene;
let hands: Hands;

beforeAll(async () => {
  const { path: vsix } = await pack(join(cache, 'first-plan.vsix'));
  scene = await Scene.set({ vsix, settings: { 'mos.today': '2026-01-14' } });
  writeFileSync(join(scene.folder, 'plan.mos'), '');
  hands = new Hands(scene);
  await scene.visit();
});
afterAll(() => scene.strike());

const PLAN = `owner ana "Ana Silva" { role "Chief Marketing Officer" }
owner ben "Ben Okafor" { role "Director, Demand Generation" reports to ana }

frame fy26 "Win the mid-market" {
  year 2026
  dri ana
  diagnosis "Mid-market deals close twice as fast, yet 70% of spend still goes to enterprise."
  policy "Point every program at three mid-market segments before adding a channel."
  why "Mid-market churns half as much and funds the enterprise bet in 2027."
  bet abm "Signal-led ABM in three segments" {
    why "In-market accounts buy sooner."
    budget 60%
  }
}

objective q1_pipeline "Source $4M of mid-market pipeline" {
  advances abm
  quarter 2026-Q1
  dri ben
  why "Half of next year's revenue starts here."
  metric sourced "Emails sent" {
    outcome
    lagging
    from 40k to 80k
    source "CRM report 7"
    read monthly
  }
  milestone jan_groups "40 buying groups show engagement" {
    month 2026-01
    dri ben
  }
}

week 2026-W03 {
  commitment brief "Publish the segment brief" { dri ben advances jan_groups }
}
`;

/** What only the author knows: names, titles, texts and amounts. */
const OWN = PLAN.match(/"[^"]*"|\b(?:ana|ben|abm|q1_pipeline|sourced|jan_groups|brief)(?= ")|60|40k|80k/g) ?? [];

test('the plan of the README is written with completion, and little more than its own words is typed', async () => {
  onTestFailed(() => hands.picture('failed-first-plan'));
  let keys = 0;
  const press = async (...names: string[]) => {
    keys += names.length;
    await hands.press(...names);
  };
  const type = async (text: string) => {
    keys += text.length;
    await hands.type(text);
  };
  /** Types the beginning of a word, and takes the first offer, which has to be this one. */
  const begin = async (letters: string, word: string) => {
    await type(letters);
    await hands.firstSuggestion(word);
    await press('Tab');
    await hands.noSuggestions();
  };
  const fill = async (...texts: string[]) => {
    for (const text of texts) {
      await type(text);
      await press('Tab');
    }
  };
  /** A choice that opened by itself: as it stands, or further down. */
  const choose = async (value: string, down = 0) => {
    await hands.firstSuggestion(undefined);
    for (let steps = 0; steps < down; steps++) await press('ArrowDown');
    await hands.focusedSuggestion(value);
    await press('Tab');
  };
  const belowBlock = () => press('ArrowDown', 'End', 'Enter', 'Enter');

  await hands.openFile('plan.mos');
  await hands.untilSuggested('owner');
  await hands.press('Escape');

  await begin('o', 'owner');
  await fill('ana', 'Ana Silva', 'Chief Marketing Officer');
  await press('Enter');
  await begin('o', 'owner');
  await fill('ben', 'Ben Okafor', 'Director, Demand Generation');
  await choose('ana');
  await press('Enter', 'Enter');

  await begin('f', 'frame');
  await press('Tab');
  await fill('Win the mid-market');
  await choose('2026');
  await choose('ana');
  await fill(
    'Mid-market deals close twice as fast, yet 70% of spend still goes to enterprise.',
    'Point every program at three mid-market segments before adding a channel.',
    'Mid-market churns half as much and funds the enterprise bet in 2027.',
  );
  await begin('b', 'bet');
  await fill('abm', 'Signal-led ABM in three segments', 'In-market accounts buy sooner.', '60');
  await belowBlock();

  await begin('o', 'objective');
  await fill('q1_pipeline', 'Source $4M of mid-market pipeline');
  await choose('abm');
  await choose('2026-Q1');
  await choose('ben', 1);
  await fill("Half of next year's revenue starts here.");
  await begin('m', 'metric');
  await fill('sourced', 'Emails sent', '40k', '80k', 'CRM report 7');
  await choose('monthly', 1);
  await choose('outcome');
  await choose('lagging');
  await press('Enter');
  await begin('mi', 'milestone');
  await fill('jan_groups', '40 buying groups show engagement');
  await choose('2026-01');
  await choose('ben');
  await hands.picture('first-plan-half');
  await belowBlock();

  await begin('w', 'week');
  await choose('2026-W03');
  await begin('c', 'commitment');
  await fill('brief', 'Publish the segment brief');
  await choose('ben');
  await choose('jan_groups');
  await hands.picture('first-plan');
  await press('ArrowDown', 'End', 'Enter');
  await hands.saveAll();

  expect(readFileSync(join(scene.folder, 'plan.mos'), 'utf8')).toBe(PLAN);
  const own = OWN.join('').replaceAll('"', '').length;
  console.log(`${PLAN.length} characters · ${own} of them the author's own · ${keys} keys pressed`);
  // 77 keys for the other 455 characters when this was written: a letter and Tab for a block, Tab from one gap to the next.
  expect(keys - own).toBeLessThanOrEqual(80);
});
