/** Protects what editors ask all the time on texts that nobody would write: every request is answered, and answers hold together. */

import { expect, test } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  FoldingRange,
  Hover,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  TypeHierarchyItem,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { edited, random } from '../harness/edits.ts';
import { started } from '../harness/session.ts';

const PEOPLE =
  'team t "T" { lead ben }\nowner ben "Ben 🚀" { role "R" reports to ana capacity 5 }\nowner ana "Ana" { decides "x" }\n';
const PLAN =
  '/** Year. */\nframe f "Win" {\n  year 2026\n  dri ana\n  status 2026-02-04 on track "ok" {\n    confidence 70%\n  }\n  bet x "X" { why """\n    See https://a.example/x.\n    """ budget 60% }\n}\nobjective o "O" {\n  advances f.x\n  quarter 2026-Q1\n  dri ben\n  metric m "M" { from 1 to 5 reading 2026-01-31 2 }\n  milestone jan "J" { month 2026-01 expect m at least 2 }\n}\n// mos-allow cascade/orphaned-commitment: agreed\nweek 2026-W03 {\n  commitment k "K" { dri ben advances o.jan needs k done 2026-01-16 }\n}\n';

test.each([11, 12, 13])('60 edits from seed %i', async (seed) => {
  const next = random(seed);
  const client = await started({ 'people.mos': PEOPLE });
  let text = PLAN;
  await client.open('a.mos', text);
  for (let step = 0; step < 60; step++) {
    text = next() < 0.15 ? PLAN : edited(text, [PLAN, PEOPLE], next);
    if (next() < 0.3) text = text.replaceAll(/\r?\n/g, next() < 0.5 ? '\r\n' : '\n');
    await client.change('a.mos', text);
    const document = TextDocument.create('', '', 0, text);
    const position = document.positionAt(Math.floor(next() * text.length));
    const place = { position };
    const whole = { range: { start: { line: 0, character: 0 }, end: document.positionAt(text.length) } };
    const [tokens, folds, [selection], , hints, links, lenses, items] = await Promise.all([
      client.request<SemanticTokens>('textDocument/semanticTokens/full', 'a.mos'),
      client.request<FoldingRange[]>('textDocument/foldingRange', 'a.mos'),
      client.request<SelectionRange[]>('textDocument/selectionRange', 'a.mos', { positions: [position] }),
      client.request<Hover | null>('textDocument/hover', 'a.mos', place),
      client.request<InlayHint[]>('textDocument/inlayHint', 'a.mos', whole),
      client.request<DocumentLink[]>('textDocument/documentLink', 'a.mos'),
      client.request<CodeLens[]>('textDocument/codeLens', 'a.mos'),
      client.request<TypeHierarchyItem[] | null>('textDocument/prepareTypeHierarchy', 'a.mos', place),
      client.connection.sendRequest('workspace/symbol', { query: 'jan' }),
    ]);
    for (const item of items ?? []) await client.connection.sendRequest('typeHierarchy/supertypes', { item });
    for (const lens of lenses) await client.connection.sendRequest('codeLens/resolve', lens);

    const lines = text.split(/\r\n|\n|\r/);
    const context = `seed ${seed}, step ${step}:\n${text}`;
    let [line, character] = [0, 0];
    for (let index = 0; index < tokens.data.length; index += 5) {
      const [down = 0, right = 0, length = 0] = tokens.data.slice(index, index + 3);
      expect(down >= 0 && (down > 0 || right > 0 || index === 0), context).toBe(true);
      line += down;
      character = down > 0 ? right : character + right;
      expect(character + length, context).toBeLessThanOrEqual(lines[line]?.length ?? -1);
    }
    for (const { startLine, endLine } of folds)
      expect(0 <= startLine && startLine < endLine && endLine < lines.length, context).toBe(true);
    for (const { range } of links) expect(document.getText(range), context).toMatch(/^(https?:|[a-z]+\/)/);
    for (const hint of hints) expect(hint.position.line, context).toBeLessThan(lines.length);
    let inner: [number, number] | undefined;
    for (let range: SelectionRange | undefined = selection; range; range = range.parent) {
      const span: [number, number] = [document.offsetAt(range.range.start), document.offsetAt(range.range.end)];
      const offset = document.offsetAt(position);
      expect(span[0] <= offset && offset <= span[1], context).toBe(true);
      if (inner) expect(span[0] <= inner[0] && inner[1] <= span[1], context).toBe(true);
      inner = span;
    }
    expect(inner, context).toEqual([0, text.length]);
  }
});
