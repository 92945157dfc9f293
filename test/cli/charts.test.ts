/** Protects drawings from plans that are far too large: they come, and stay small enough to open. */

import type { Chart } from '@mos/language/documents';
import { expect, test } from 'vitest';
import { metricSvg } from '../../packages/cli/src/charts/metric.ts';
import { sparkSvg } from '../../packages/cli/src/charts/spark.ts';

const MANY = 200_000;

test('a metric that was read 200,000 times is drawn by as many points as there is room for', () => {
  const series = Array.from({ length: MANY }, (_, index) => ({
    date: `2026-01-${String(1 + Math.floor((index / MANY) * 31)).padStart(2, '0')}`,
    value: index,
    text: String(index),
  }));
  const chart = { title: 'Groups', says: 'many', series, today: '2026-02-01' } as unknown as Chart;
  const drawing = metricSvg(chart);
  expect(drawing.match(/<circle/g)?.length).toBe(300);
  expect(drawing).toContain(String(MANY - 1));
  expect(sparkSvg(chart).length).toBeLessThan(10_000);
});
