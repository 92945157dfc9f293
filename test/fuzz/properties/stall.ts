/** Nobody waits behind a text that takes long: the longest answer in another file, for each of the worst texts at their largest. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LONGEST } from '../../../packages/server/src/suspects.ts';
import { LONGEST_AT_ONCE } from '../../../packages/server/src/words.ts';
import { Client } from '../../harness/client.ts';
import { smallPlan } from '../../harness/small-plan.ts';
import { Broken, type Property } from '../property.ts';
import { rowOf, UNITS } from '../worst.ts';

/** Milliseconds that somebody in another file may wait, on a machine that does nothing else. */
const LONGEST_WAIT = 500;
/** UTF-16 units: as much as is read at all, as is laid out, and what has about as many words as are parsed. */
const LENGTHS = [LONGEST, LONGEST_AT_ONCE, 73_000];
/** Where somebody asks meanwhile. */
const OTHER = 'c.mos';
const WORST = 'worst.mos';

export const stall: Property = {
  name: 'stall',
  promise: `nobody in another file waits longer than ${LONGEST_WAIT} ms behind the worst texts, on a machine that does nothing else`,
  quick: 0,
  long: 1,
  async run() {
    const waits: Record<string, Record<string, number>> = {};
    for (const [name, unit] of Object.entries(UNITS)) {
      for (const length of LENGTHS) {
        const text = rowOf(unit, Math.ceil(length / unit.length)).slice(0, length);
        const times = await waitsBehind(text);
        waits[`${name}, ${length}`] = times;
        const shown = Object.entries(times).map(([act, time]) => `${act} ${Math.round(time)}`);
        const most = String(Math.round(Math.max(...Object.values(times)))).padStart(5);
        console.log(`  ${most} ms  ${name}, ${length} characters: ${shown.join(', ')}`);
      }
    }
    const longest = Math.max(...Object.values(waits).flatMap((times) => Object.values(times)));
    console.log(`  longest wait: ${Math.round(longest)} ms`);
    if (longest > LONGEST_WAIT)
      throw new Broken(`somebody waits ${Math.round(longest)} ms`, { 'waits.json': JSON.stringify(waits) });
  },
};

/** By what is asked of the large file meanwhile. */
async function waitsBehind(text: string): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'mos-stall-'));
  for (const { file, text: small } of smallPlan) writeFileSync(join(folder, file), small);
  const client = await Client.start(folder);
  try {
    await client.open(OTHER, smallPlan.find(({ file }) => file === OTHER)?.text ?? '');
    await client.settled();
    // The first answer of a process takes longer than all others.
    await meanwhile(client, Promise.resolve());
    const position = { line: 0, character: 2 };
    const range = { start: position, end: { line: 3, character: 0 } };
    const asked: Record<string, () => Promise<unknown>> = {
      opened: () => client.open(WORST, text).then(() => client.settled()),
      formatted: () =>
        client.request('textDocument/formatting', WORST, { options: { tabSize: 2, insertSpaces: true } }),
      'ways out': () => client.request('textDocument/codeAction', WORST, { range, context: { diagnostics: [] } }),
      completed: () => client.request('textDocument/completion', WORST, { position }),
      hovered: () => client.request('textDocument/hover', WORST, { position }),
      folded: () => client.request('textDocument/foldingRange', WORST),
      coloured: () => client.request('textDocument/semanticTokens/full', WORST),
      outlined: () => client.request('textDocument/documentSymbol', WORST),
      selected: () => client.request('textDocument/selectionRange', WORST, { positions: [position] }),
      linked: () => client.request('textDocument/documentLink', WORST),
      hinted: () => client.request('textDocument/inlayHint', WORST, { range }),
      counted: () => client.request('textDocument/codeLens', WORST),
      typed: () => client.change(WORST, `${text.slice(0, -1)} `).then(() => client.settled()),
    };
    const waits: Record<string, number> = {};
    for (const [name, act] of Object.entries(asked)) waits[name] = await meanwhile(client, act());
    return waits;
  } finally {
    if (client.isRunning) await client.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The longest answer in the other file until something is done. */
async function meanwhile(client: Client, done: Promise<unknown>): Promise<number> {
  let working = true;
  void done.then(
    () => (working = false),
    () => (working = false),
  );
  let longest = 0;
  do {
    const [began, worked] = [performance.now(), client.worked()];
    await client.request('textDocument/hover', OTHER, { position: { line: 0, character: 2 } });
    // On a machine that others use as well, only the server's own work counts.
    const [waited, work] = [performance.now() - began, client.worked() - worked];
    longest = Math.max(longest, Number.isNaN(work) ? waited : Math.min(waited, work));
  } while (working);
  return longest;
}
