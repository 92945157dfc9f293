/** Protects `mos numbers` and the definitions that `mos explain` gives of them. */

import { expect, test } from 'vitest';
import { mos } from './mos.ts';

test('the numbers of a published plan, each named for what it means', async () => {
  const { code, out, err } = await mos(['numbers', 'examples/ipfs-community-2019-q1', '--today', '2019-04-08']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(`Attainment  mos explain attainment
  of all metrics        41.7%, 5 of 12
  of those not dropped  55.6%, 5 of 9  (3 dropped)

Forecast error  mos explain forecast-error
  11 metrics  0.173

Cascade coverage  mos explain coverage
  objectives  0%, 0 of 5
`);
});

test('health with its reason, and only what is due in a period', async () => {
  const all = await mos(['numbers', 'examples/acme', '--today', '2026-02-09']);
  expect(all.out).toContain(
    '▲ at risk  Partners open $1.5M of pipeline with us\n      "Introductions made by partner sellers" is behind',
  );
  expect(all.out).toContain('Buying groups engaged  34 on 2026-02-06, on pace');
  const week = await mos([
    'numbers',
    'examples/acme',
    '--today',
    '2026-02-09',
    '--period',
    '2026-W06',
    '--format',
    'json',
  ]);
  const { plans, terms } = JSON.parse(week.out);
  expect(plans[0].figures.find(({ term }: { term: string }) => term === 'kept-rate')).toMatchObject({
    label: 'everybody',
    part: 11,
    whole: 12,
  });
  expect(terms.map(({ name }: { name: string }) => name)).toContain('kept-rate');
  expect((await mos(['numbers', '--period', '2026-Q5'])).code).toBe(2);
});

test('explain tells what a number counts and leaves out', async () => {
  const one = await mos(['explain', 'kept-rate']);
  expect(one.code).toBe(0);
  expect(one.out).toContain('kept ÷ (kept + late + missed + moved)');
  expect((await mos(['explain', 'Kept rate'])).out).toBe(one.out);
  expect((await mos(['explain', 'numbers', '--format', 'markdown'])).out).toContain('## Execution rate');
  expect((await mos(['explain', 'kept-rte'])).err).toContain('Did you mean kept-rate');
});
