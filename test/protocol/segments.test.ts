/** Protects that every name of a path leads to what it names: definition, references, highlights. */

import { expect, test } from 'vitest';
import type { DocumentHighlight, Location } from 'vscode-languageserver-protocol';
import { at, started } from '../harness/session.ts';

const PLAN = 'objective q1 {\r\n  milestone jan { month 2026-01 }\r\n}\r\n';
const WEEKS = '/* 🚀 */ commitment a { advances q1 . jan }\ncommitment b { advances jan }\n';

test('the outer name of a path is a use of the outer declaration', async () => {
  const client = await started({ 'plan.mos': PLAN, 'weeks.mos': WEEKS });
  const outer = { position: at(WEEKS, 'q1') };
  const inner = { position: at(WEEKS, 'jan') };
  const [q1] = await client.request<Location[]>('textDocument/definition', 'weeks.mos', outer);
  expect(q1?.range.start).toEqual({ line: 0, character: 10 });
  const [jan] = await client.request<Location[]>('textDocument/definition', 'weeks.mos', inner);
  expect(jan?.range.start).toEqual({ line: 1, character: 12 });
  const uses = await client.request<Location[]>('textDocument/references', 'plan.mos', {
    position: { line: 0, character: 10 },
    context: { includeDeclaration: false },
  });
  const start = at(WEEKS, 'q1');
  expect(uses).toEqual([
    { uri: client.uri('weeks.mos'), range: { start, end: { ...start, character: start.character + 2 } } },
  ]);
  const marks = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', 'weeks.mos', inner);
  expect(marks.map(({ range }) => range.start)).toEqual([at(WEEKS, 'jan'), at(WEEKS, 'jan', 2)]);
});
