/** Keystrokes and requests without a pause, half of them called off: each is answered once, and the last text counts. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { Client } from '../../harness/client.ts';
import { edited } from '../../harness/edits.ts';
import { pick, type Random } from '../../harness/sentences.ts';
import { smallPlan } from '../../harness/small-plan.ts';
import { Broken, type Property } from '../property.ts';

const EDITS = 2_000;
/** Requests behind each keystroke. */
const ASKED = 5;
const FILE = 'c.mos';

export const storm: Property = {
  name: 'storm',
  promise:
    '2,000 keystrokes and 10,000 requests, half of them called off: each is answered once, and the last text counts',
  quick: 1,
  long: 20,
  async run(random: Random) {
    const folder = mkdtempSync(join(tmpdir(), 'mos-storm-'));
    for (const { file, text } of smallPlan) writeFileSync(join(folder, file), text);
    const client = await Client.start(folder);
    try {
      await stormed(client, random);
    } finally {
      if (client.isRunning) await client.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function stormed(client: Client, random: Random): Promise<void> {
  const original = smallPlan.find(({ file }) => file === FILE)?.text ?? '';
  const others = smallPlan.map(({ text }) => text);
  let text = original;
  await client.open(FILE, text);
  const outcomes = new Map<string, number>();
  const asked: Promise<void>[] = [];
  for (let count = 0; count < EDITS; count++) {
    text = random() < 0.1 ? original : edited(text, others, random);
    await client.change(FILE, text);
    for (let each = 0; each < ASKED; each++) asked.push(ask(client, random, outcomes));
    // As fast as the pipe takes it, which is faster than anybody types.
    if (count % 50 === 49) await Promise.all(asked.splice(0));
  }
  await Promise.all(asked);
  const total = [...outcomes.values()].reduce((sum, each) => sum + each, 0);
  const story = { [FILE]: text, 'outcomes.json': JSON.stringify([...outcomes]) };
  if (total !== EDITS * ASKED) throw new Broken(`${total} answers to ${EDITS * ASKED} requests`, story);
  for (const [outcome] of outcomes) if (!WANTED.has(outcome)) throw new Broken(`answered with ${outcome}`, story);
  await client.change(FILE, 'owner nobody "N" { capacity 1 capacity 2 }\n');
  await client.settled();
  const codes = client.published.get(client.uri(FILE))?.diagnostics.map(({ code }) => code);
  if (!codes?.includes('language/repeated-property')) throw new Broken('the last text does not count', story);
}

/** Answered; called off; the text has changed meanwhile; refused with a reason, as a new name may be. */
const WANTED = new Set(['answered', '-32800', '-32801', '-32803', '-32600']);

const METHODS = [
  ...['hover', 'completion', 'definition', 'references', 'documentSymbol', 'codeAction', 'formatting', 'foldingRange'],
  ...['selectionRange', 'semanticTokens/full', 'inlayHint', 'documentLink', 'codeLens', 'rename'],
];

async function ask(client: Client, random: Random, outcomes: Map<string, number>): Promise<void> {
  const position = { line: Math.floor(random() * 12), character: Math.floor(random() * 20) };
  const params = {
    textDocument: { uri: client.uri(FILE) },
    position,
    positions: [position],
    range: { start: position, end: position },
    context: { diagnostics: [], includeDeclaration: true },
    options: { tabSize: 2, insertSpaces: true },
    newName: 'other',
  };
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(`textDocument/${pick(random, METHODS)}`, params, source.token);
  if (random() < 0.5) source.cancel();
  const outcome = await answer.then(
    () => 'answered',
    (error: { code?: number }) => String(error.code),
  );
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}
