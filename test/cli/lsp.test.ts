/** Protects `mos lsp`: any editor gets the language server from the command line, and says goodbye to it. */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { started } from '../harness/session.ts';
import { mos } from './mos.ts';

const CLI = fileURLToPath(new URL('../../packages/cli/dist/mos.mjs', import.meta.url));
const WEEKS = 'week 2026-W08 {\n  commitment stray "Redesign the booth"\n}\n';

test('it speaks the protocol over standard streams', async () => {
  const client = await started({ 'weeks.mos': WEEKS }, undefined, undefined, { server: [CLI, 'lsp', '--stdio'] });
  expect(client.initialized.serverInfo?.name).toBe('mos');
  await client.open('weeks.mos', WEEKS);
  const found = await client.until('weeks.mos', (diagnostics) => diagnostics.length > 0);
  expect(found.map(({ code }) => code)).toContain('cascade/orphaned-commitment');
});

test('a person who starts it is told who should', async () => {
  const { code, err } = await mos(['lsp']);
  expect(code).toBe(2);
  expect(err).toContain('mos lsp --stdio');
});
