/** Protects folding: blocks, texts, comments and weeks, each with its kind, in whole and in half-typed files. */

import { expect, test } from 'vitest';
import type { FoldingRange } from 'vscode-languageserver-protocol';
import { started } from '../harness/session.ts';

async function folded(text: string): Promise<string[]> {
  const client = await started({});
  await client.open('a.mos', text);
  const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', 'a.mos');
  return ranges.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
}

const PLAN = `// One line alone.

// Two lines
// belong together.
/**
 * Documentation.
 */
frame f "Win" {
  why """
    Because.
    """
  status 2026-02-04 on track "fine" {
    confidence 70%
  }
  bet b "Bet" { budget 10% }
}
week 2026-W03 {
  commitment c {
    dri ana // not a whole line
    // nor this
  }
}
`;

test('blocks keep their closing brace in sight; comments and weeks have their kinds', async () => {
  const expected = ['2-3 comment', '4-6 comment', '7-14', '8-10', '11-12', '16-20 region', '17-19'];
  expect(await folded(PLAN)).toEqual(expected);
  expect(await folded(PLAN.replaceAll('\n', '\r\n'))).toEqual(expected);
});

test('what is never closed folds up to where it was meant to end', async () => {
  expect(await folded('objective o {\n  dri ben\n  why "x"\n\nobjective p {\n  dri ana\n}\n')).toEqual(['0-2', '4-5']);
  expect(await folded('')).toEqual([]);
});
