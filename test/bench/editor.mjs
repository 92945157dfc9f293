/** What an editor feels: a real client on the built server types, asks, renames and switches a branch, in a plan of any size. */

import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../harness/client.ts';
import { heldBy, peakOf, quantile } from './measure.mjs';

const root = join(import.meta.dirname, '../..');

/** How often each thing is done, and after how many seconds that is enough. */
const TIMES = 60;
const ENOUGH = 20;
/** Between two questions that only ask whether the server listens, in milliseconds. */
const PING = 5;
/** As the extension starts it. */
const SERVER = ['--max-semi-space-size=4', join(root, 'packages/server/dist/server.mjs'), '--stdio'];
/** What no calendar knows. */
const NO_PERIOD = '2026-Q9';
/** Files that a branch changes at once. */
const SWITCHED = 1000;
/** The owner and the gate of made-up plans that are used most. */
const [OWNER, GATE] = ['finn', 'legal_d1'];

/**
 * Gives `{ requests, facts }`: by name p50, p95 and p99 in milliseconds, with the bytes of the largest reply; and what is
 * measured once, as people read it. `plan` stays as it is.
 */
export async function editorBench(plan, size, say = () => {}) {
  const folder = `${plan}-editor`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(plan, folder, { recursive: true });
  const bench = new Bench(folder, (what) => say(`editor ${size}: ${what}`));
  try {
    await bench.open();
    await bench.type();
    await bench.ask();
    await bench.rename();
    await bench.switchBranch();
    return await bench.end();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Bench {
  requests = {};
  facts = {};
  versions = new Map();

  constructor(folder, say) {
    this.folder = folder;
    this.say = say;
    const paths = globSync('**/*.mos', { cwd: folder }).toSorted();
    const texts = paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
    this.leaf = texts.find(({ path, text }) => path.startsWith('2026-q1') && text.includes('  commitment '));
    this.shared = texts.find(({ text }) => text.includes(`\nowner ${OWNER} `));
    this.gates = texts.find(({ text }) => text.includes(`gate ${GATE} `));
    this.work = texts.filter(({ path, text }) => path.includes('q') && text.includes('  commitment '));
  }

  /** From the start of the process until the open file, and then everything, has its findings. */
  async open() {
    this.say('opening');
    const started = performance.now();
    this.client = await Client.start(this.folder, { today: '2026-02-09' }, {}, { server: SERVER });
    // The client keeps it to itself, and needs not share it with tests.
    this.pid = this.client.process.pid;
    const block = this.listen();
    // One fault that the file itself shows, and one that only the whole plan does.
    const [period] = /2026-[QW]?\d+/.exec(this.leaf.text);
    const faulty = this.leaf.text.replace(period, NO_PERIOD).replace(' dri ', ' dri nobody_');
    await this.show({ ...this.leaf, text: faulty });
    const asked = this.answered(
      'completion while the plan loads',
      'completion',
      this.leaf,
      placeOf(faulty, ' advances ', 10),
    );
    await this.client.until(this.leaf.path, (found) => found.some(({ code }) => code === 'language/invalid-period'));
    this.facts['start → first findings of the open file, ms'] = since(started);
    await this.client.until(this.leaf.path, (found) => found.some(({ message }) => message.includes('nobody_')));
    this.facts['start → all findings of the open file, ms'] = since(started);
    await this.client.settled();
    this.facts['start → all findings, ms'] = since(started);
    await asked;
    this.facts['longest wait while loading, ms'] = Math.round(await block());
    this.facts['settled memory, MiB'] = round(heldBy(this.pid));
    await this.change(this.leaf, placeOf(faulty, 'nobody_'), 'nobody_'.length, '');
    await this.change(this.leaf, placeOf(faulty, NO_PERIOD), NO_PERIOD.length, period);
    await this.client.settled();
  }

  /** Keystrokes that make a fault and mend it again. */
  async type() {
    await this.repeat('keystroke in a leaf file → its findings', (turn) => this.keystroke(this.leaf, ' dri ', turn));
    await this.show(this.shared);
    await this.client.settled();
    const name = `keystroke in the file of ${OWNER} → its findings`;
    await this.repeat(name, (turn) => this.keystroke(this.shared, ' reports to ', turn));
    const block = this.listen();
    const place = placeOf(this.shared.text, `\nowner ${OWNER}`, `\nowner ${OWNER}`.length);
    // A letter more in the name, and everybody who refers to it has a fault; a letter less, and all is well.
    await this.repeat(`${OWNER} is called otherwise → all that it touches`, async (turn) => {
      await this.change(this.shared, place, turn % 2, turn % 2 === 0 ? 'x' : '');
      await this.client.settled();
    });
    this.facts['longest wait meanwhile, ms'] = Math.round(await block());
  }

  async ask() {
    const at = (part, within) => placeOf(this.leaf.text, part, within);
    await this.repeat('completion of a person', () => this.request('completion', this.leaf, at(' dri ', 5)));
    await this.repeat('completion of a milestone', () => this.request('completion', this.leaf, at(' advances ', 10)));
    await this.repeat('hover over a person', () => this.request('hover', this.leaf, at(' dri ', 6)));
    await this.repeat('definition of a milestone', () => this.request('definition', this.leaf, at(' advances ', 11)));
  }

  async rename() {
    await this.show(this.gates);
    await this.client.settled();
    const at = placeOf(this.gates.text, `gate ${GATE}`, 6);
    await this.repeat(`rename of ${GATE}`, () => this.request('rename', this.gates, at, { newName: `${GATE}_new` }));
  }

  /** Many files have another text at once, and the editor says so in one breath. */
  async switchBranch() {
    const changed = this.work.filter(({ path }) => path !== this.leaf.path).slice(0, SWITCHED);
    this.say(`switching ${changed.length} files`);
    // A name that nobody has is one finding, however often it stands in a plan; so each file has another.
    for (const [index, { path, text }] of changed.entries()) {
      const other = text.replace(/ dri \w+/, ` dri nobody_${index}`).replaceAll('Publish', 'Print');
      writeFileSync(join(this.folder, path), other);
    }
    const block = this.listen();
    let messages = 0;
    const counting = (uri) => {
      messages += uri === undefined ? 0 : 1;
    };
    this.client.listeners.add(counting);
    const started = performance.now();
    const changes = changed.map(({ path }) => ({ uri: this.client.uri(path), type: 2 }));
    await this.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await this.client.settled();
    this.facts[`switch of up to ${SWITCHED} files → all findings, ms`] = since(started);
    this.facts['messages with findings that it takes'] = messages;
    this.facts['longest wait while switching, ms'] = Math.round(await block());
    this.client.listeners.delete(counting);
  }

  async end() {
    this.facts['peak memory, MiB'] = round(peakOf(this.pid));
    await this.client.stop();
    return { requests: this.requests, facts: this.facts };
  }

  async show({ path, text }) {
    if (this.versions.has(path)) return;
    this.versions.set(path, 1);
    await this.client.open(path, text);
  }

  /** `length` characters are replaced, as editors tell it: the change, and not the text. */
  async change({ path }, start, length, text) {
    const version = this.versions.get(path) + 1;
    this.versions.set(path, version);
    const range = { start, end: { line: start.line, character: start.character + length } };
    await this.client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.client.uri(path), version },
      contentChanges: [{ range, text }],
    });
  }

  async keystroke(file, before, turn) {
    const place = placeOf(file.text, before, before.length);
    const isFault = turn % 2 === 0;
    await this.change(file, place, isFault ? 0 : 1, isFault ? 'z' : '');
    await this.client.until(
      file.path,
      (found) => found.some(({ code }) => code === 'language/unknown-name') === isFault,
    );
  }

  request(method, { path }, position, more = {}) {
    return this.client.request(`textDocument/${method}`, path, { position, ...more });
  }

  async answered(name, ...question) {
    const started = performance.now();
    const reply = await this.request(...question);
    this.note(name, [performance.now() - started], reply);
  }

  /** An even number of times, so that what was changed is as before. */
  async repeat(name, act) {
    this.say(name);
    const [began, times] = [performance.now(), []];
    let largest;
    for (let turn = 0; turn < TIMES || turn % 2 === 1; turn++) {
      const started = performance.now();
      const reply = await act(turn);
      times.push(performance.now() - started);
      if (reply !== undefined) largest = reply;
      if (turn % 2 === 1 && since(began) > ENOUGH * 1000) break;
    }
    this.note(name, times, largest);
  }

  note(name, times, reply) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
    const bytes = reply === undefined ? undefined : Buffer.byteLength(JSON.stringify(reply));
    this.requests[name] = { p50, p95, p99, times: times.length, bytes };
  }

  /** Asks again and again for what the server does not know, until the function that comes back is called: the longest wait. */
  listen() {
    let [isOver, longest] = [false, 0];
    const asking = (async () => {
      while (!isOver) {
        const started = performance.now();
        await this.client.connection.sendRequest('mos/ping').catch(() => undefined);
        longest = Math.max(longest, performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, PING));
      }
      return longest;
    })();
    return () => {
      isOver = true;
      return asking;
    };
  }
}

/** Line and character of the first `part`, moved by `within`. */
function placeOf(text, part, within = 0) {
  const before = text.slice(0, text.indexOf(part) + within);
  const line = before.split('\n').length - 1;
  return { line, character: before.length - before.lastIndexOf('\n') - 1 };
}

function since(started) {
  return Math.round(performance.now() - started);
}

function round(number) {
  return number === undefined ? '–' : Math.round(number);
}
