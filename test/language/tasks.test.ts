/** Protects the word list that tells a task ("Launch the pilot") from a state or an outcome ("The pilot is live"). */

import { describe, expect, test } from 'vitest';
import { listsTasks, taskVerbOf } from '../../packages/language/src/vocabulary/tasks.ts';

describe('a title names a task', () => {
  test.each([
    ['Launch the ads pilot', 'Launch'],
    ['Launch ads pilot to 40 accounts', 'Launch'],
    ['Build a list of accounts that have signals', 'Build'],
    ['Build landing pages', 'Build'],
    ['Create the segment brief', 'Create'],
    ['Publish the benchmark', 'Publish'],
    ['Write three case studies', 'Write'],
    ['Plan Q2 events', 'Plan'],
    ['Set up lead scoring', 'Set up'],
    ['Prepare the board deck', 'Prepare'],
    ['Review budgets', 'Review'],
    ['Complete SEO audit', 'Complete'],
    ['Implement the retention policy', 'Implement'],
    ['Run 12 webinars', 'Run'],
    ['Map the buying groups', 'Map'],
    ['Kick off nurture campaigns', 'Kick off'],
    ['Create a demand dashboard', 'Create'],
    ['Build the sales enablement portal', 'Build'],
    ['LAUNCH THE PILOT', 'LAUNCH'],
  ])('%s', (title, verb) => {
    expect(taskVerbOf(title)?.text).toBe(verb);
  });

  test('tells where the verb stands', () => {
    expect(taskVerbOf('  “Launch the pilot”')).toEqual({ text: 'Launch', start: 3 });
  });
});

describe('a title names a state, an outcome or a thing', () => {
  test.each([
    '40 buying groups show engagement',
    'Launch done',
    'Launch of the pilot is approved',
    'Launch postponed',
    'Launch event sold out',
    'Launch partners are on board',
    'Pilot launched to 40 accounts',
    'Plan agreed with sales',
    'Plan for EMEA is agreed',
    'Plan attainment above 90%',
    'Review complete',
    'Review finished in all markets',
    'Build is green',
    'Set of 40 accounts is agreed',
    'Set-up of lead scoring at risk',
    'Design system adopted by three teams',
    'Run rate reaches 40 demos a week',
    'Test coverage above 80%',
    'Survey answers come from 400 companies',
    'Support answers within a day',
    'Research shows which claim wins',
    'Record pipeline of $4M',
    'Open pipeline covers the third-quarter plan three times',
    'Complete account list is live',
    'Source $4M of mid-market pipeline',
    'Win every fourth deal against Fieldly',
    'Increase conversion on trial pages',
    'Become the first name on the shortlist',
    'Fill the funnel for account marketing',
    'Create $4M of pipeline',
    'Create demand in the DACH region',
    'Build brand awareness',
    'Build a community',
    'Deliver €900k of expansion revenue',
    'Launch',
    '',
    '🚀',
    'Lancement du pilote',
  ])('%s', (title) => {
    expect(taskVerbOf(title)).toBeUndefined();
  });
});

test('a title of one endless word is read as far as a title goes', () => {
  expect(taskVerbOf('x'.repeat(10_000_000))).toBeUndefined();
});

describe('a list of tasks', () => {
  test.each([
    'Website: write pages, publish them',
    'New site; launch the blog; hire an editor',
    'SEO, create pages and send newsletters',
  ])('%s', (title) => {
    expect(listsTasks(title)).toBe(true);
  });

  test.each([
    'Website, newsletters, three booked trade shows',
    'Partners open $1.5M of pipeline, and customers open more',
    'Win in three segments and launch the fourth',
  ])('%s is none', (title) => {
    expect(listsTasks(title)).toBe(false);
  });
});
