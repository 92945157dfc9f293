/** What people do in an editor to a folder of plans, through the real server: it shows what a check from scratch would find. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile, defaultConfig, type Finding, spelt } from '@mos/language';
import { Client } from '../../harness/client.ts';
import { edited } from '../../harness/edits.ts';
import { pick, type Random } from '../../harness/sentences.ts';
import { smallPlan } from '../../harness/small-plan.ts';
import { Broken, type Property } from '../property.ts';
import { type Folder, someFolder } from './plans.ts';

const TODAY = '2026-02-09';
/** What is done in one session. */
const STEPS = 25;

export const editor: Property = {
  name: 'editor',
  promise:
    'after typing, undo, save, close, deletion, renaming and another branch, the server shows what is found from scratch',
  quick: 100,
  long: 10_000,
  each: STEPS,
  async run(random: Random) {
    const desk = new Desk(random);
    try {
      await desk.begin();
      for (let step = 0; step < STEPS; step++) {
        await desk.act();
        desk.compare();
      }
      const code = await desk.end();
      if (code !== 0) throw new Broken(`the server ended with ${code}`, desk.story());
    } finally {
      await desk.clear();
    }
  },
};

/** A folder on the disk, and an editor with some of its files open. */
class Desk {
  private readonly random: Random;
  private readonly path = mkdtempSync(join(tmpdir(), 'mos-desk-'));
  private readonly disk: Folder = new Map();
  /** What stands in the editor, with what stood there before. */
  private readonly open = new Map<string, { text: string; before: string[] }>();
  private readonly done: string[] = [];
  private client!: Client;

  constructor(random: Random) {
    this.random = random;
    for (const [file, text] of someFolder(random)) this.write(file, text);
  }

  async begin(): Promise<void> {
    this.client = await Client.start(this.path, { today: TODAY });
    await this.client.settled();
  }

  end(): Promise<number | null> {
    return this.client.stop();
  }

  async clear(): Promise<void> {
    if ((this.client as Client | undefined)?.isRunning) await this.client.kill();
    rmSync(this.path, { recursive: true, force: true });
  }

  story(): Record<string, string> {
    const opened = [...this.open].map(([file, { text }]) => [`open ${file}`, text]);
    return { ...Object.fromEntries(this.disk), ...Object.fromEntries(opened), done: this.done.join('\n') };
  }

  /** One thing that somebody does, taken in by the server. */
  async act(): Promise<void> {
    const { random } = this;
    const way = random();
    const file = pick(random, this.files());
    if (this.files().length === 0 || way < 0.08) await this.changeBranch();
    else if (way < 0.55) await this.type(file as string);
    else if (way < 0.63) await this.undo();
    else if (way < 0.73) await this.save();
    else if (way < 0.81) await this.close();
    else if (way < 0.88) await this.remove(file as string);
    else if (way < 0.95) await this.rename(file as string);
    else await this.paste(file as string);
    await this.settled();
  }

  /** Else a server that never answers would only look like a long test. */
  private async settled(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Broken('the server does not answer any more', this.story())), PATIENCE);
    });
    try {
      await Promise.race([this.client.settled(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  compare(): void {
    const texts = new Map(this.disk);
    for (const [file, { text }] of this.open) texts.set(file, text);
    const sources = [...texts].map(([file, text]) => ({ file: join(this.path, file), text }));
    const byFile = Map.groupBy(compile(sources, defaultConfig, TODAY).findings, ({ file }) => file);
    const wanted = [...byFile].flatMap(([file, findings]) => {
      const name = file.slice(this.path.length + 1);
      const lines = worstOf(findings).map(
        ({ rule, message, range: { start, end } }) =>
          `${name}:${start.line}:${start.column}-${end.line}:${end.column} ${rule} ${spelt(message)}`,
      );
      if (lines.length === findings.length) return lines;
      const counts = [lines.length, findings.length].map((count) => count.toLocaleString('en-US')).join(' of ');
      return [
        ...lines,
        `${name}:1:1-1:1 undefined These are the worst ${counts} findings in this file; "mos check" lists them all`,
      ];
    });
    const root = this.client.uri('');
    const shown = [...this.client.published].flatMap(([uri, { diagnostics }]) =>
      diagnostics.map(({ code, message, range: { start, end } }) => {
        const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
        return `${decodeURIComponent(uri.slice(root.length))}:${place} ${code} ${String(message).split('\n')[0]}`;
      }),
    );
    const missing = wanted.filter((line) => !shown.includes(line)).map((line) => `- ${line}`);
    const extra = shown.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`);
    if (missing.length + extra.length > 0 || shown.length !== wanted.length)
      throw new Broken([...missing, ...extra].join('\n') || 'the same finding twice', this.story());
  }

  private files(): string[] {
    return [...new Set([...this.disk.keys(), ...this.open.keys()])].sort();
  }

  private async type(file: string): Promise<void> {
    const { random } = this;
    this.done.push(`type in ${file}`);
    let entry = this.open.get(file);
    if (!entry) {
      entry = { text: this.disk.get(file) as string, before: [] };
      this.open.set(file, entry);
      await this.client.open(file, entry.text);
    }
    const others = [...this.disk.values(), ...smallPlan.map(({ text }) => text)];
    // Several keystrokes may arrive in one breath.
    for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
      entry.before.push(entry.text);
      await this.show(file, edited(entry.text, others, random));
    }
  }

  private async undo(): Promise<void> {
    const file = pick(this.random, [...this.open.keys()]);
    const before = file === undefined ? undefined : this.open.get(file)?.before.pop();
    this.done.push(`undo in ${file}`);
    if (before !== undefined) await this.show(file as string, before);
  }

  private async save(): Promise<void> {
    const file = pick(this.random, [...this.open.keys()]);
    this.done.push(`save ${file}`);
    if (file === undefined) return;
    const isNew = !this.disk.has(file);
    this.write(file, this.open.get(file)?.text as string);
    await this.client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: this.client.uri(file) },
    });
    await this.tell([[file, isNew ? CREATED : CHANGED]]);
  }

  private async close(): Promise<void> {
    const file = pick(this.random, [...this.open.keys()]);
    this.done.push(`close ${file}`);
    if (file !== undefined) await this.leave(file);
  }

  /** As editors do it: an open file goes with the one on the disk. */
  private async remove(file: string): Promise<void> {
    this.done.push(`delete ${file}`);
    const isThere = this.disk.has(file);
    if (isThere) this.erase(file);
    if (this.open.has(file)) await this.leave(file);
    if (isThere) await this.tell([[file, DELETED]]);
  }

  private async rename(file: string): Promise<void> {
    const to = this.random() < 0.5 ? `moved/${file}` : `z-${file}`;
    this.done.push(`rename ${file} to ${to}`);
    const text = this.disk.get(file);
    if (text === undefined || this.disk.has(to) || this.open.has(to)) return;
    this.erase(file);
    this.write(to, text);
    const entry = this.open.get(file);
    if (entry) {
      await this.leave(file);
      this.open.set(to, entry);
      await this.client.open(to, entry.text);
    }
    await this.tell([
      [file, DELETED],
      [to, CREATED],
    ]);
  }

  private async paste(file: string): Promise<void> {
    const to = `copy of ${file}`;
    this.done.push(`copy ${file}`);
    const isNew = !this.disk.has(to);
    this.write(to, this.disk.get(file) ?? '');
    await this.tell([[to, isNew ? CREATED : CHANGED]]);
  }

  /** Everything on the disk becomes what it is elsewhere; what is open and was saved follows. */
  private async changeBranch(): Promise<void> {
    this.done.push('change the branch');
    const branch = someFolder(this.random);
    const clean = [...this.open].filter(([file, { text }]) => this.disk.get(file) === text).map(([file]) => file);
    const events: [string, number][] = [];
    for (const file of [...this.disk.keys()]) {
      if (branch.has(file)) continue;
      this.erase(file);
      events.push([file, DELETED]);
    }
    for (const [file, text] of branch) {
      if (this.disk.get(file) === text) continue;
      events.push([file, this.disk.has(file) ? CHANGED : CREATED]);
      this.write(file, text);
    }
    await this.tell(events);
    for (const file of clean) {
      const text = this.disk.get(file);
      if (text === undefined) await this.leave(file);
      else if (text !== this.open.get(file)?.text) await this.show(file, text);
    }
  }

  private async show(file: string, text: string): Promise<void> {
    const entry = this.open.get(file);
    if (!entry) throw new Error(`${file} is not open`);
    entry.text = text;
    await this.client.change(file, text);
  }

  private async leave(file: string): Promise<void> {
    this.open.delete(file);
    await this.client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.client.uri(file) },
    });
  }

  private async tell(events: readonly [string, number][]): Promise<void> {
    const changes = events.map(([file, type]) => ({ uri: this.client.uri(file), type }));
    await this.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  private write(file: string, given: string): void {
    // A mark at its beginning is no part of a text, and half a character has no bytes.
    const text = given.replace(/^\uFEFF/, '').toWellFormed();
    this.disk.set(file, text);
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
  }

  private erase(file: string): void {
    this.disk.delete(file);
    rmSync(join(this.path, file));
  }
}

/** As many as an editor is shown of a file. */
function worstOf(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_SHOWN) return findings;
  const rank = { error: 0, warning: 1, info: 2 };
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MOST_SHOWN);
}

const MOST_SHOWN = 1000;

/** Milliseconds. */
const PATIENCE = 60_000;

/** Kinds of events, as the protocol numbers them. */
const [CREATED, CHANGED, DELETED] = [1, 2, 3];
