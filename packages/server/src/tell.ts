/** What the server tells a person without being asked: how far it has read, and what it could not read. */

import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { UriTrouble } from './host.ts';
import { pathOf } from './project.ts';

/** Milliseconds after which reading is worth a word: small plans are read before anybody could look. */
const WORTH_A_WORD = 300;
/** Milliseconds between two words. */
const PAUSE = 100;

/** Work-done progress under tokens that begin with `mos`; its message is `n of m files`. */
export class LoadProgress {
  isWanted = false;
  private readonly connection: Pick<Connection, 'sendRequest' | 'sendNotification'>;
  private since: number | undefined;
  private said = 0;
  private token: string | undefined;
  /** The client has taken the token; nothing may be said under it before. */
  private isTaken = false;
  private count = 0;

  private readonly now: () => number;

  /** `now`: milliseconds of any clock that only goes forward. */
  constructor(connection: Pick<Connection, 'sendRequest' | 'sendNotification'>, now = () => performance.now()) {
    this.connection = connection;
    this.now = now;
  }

  /** Both 0 when nothing is left to read. */
  show(done: number, total: number): void {
    if (!this.isWanted) return;
    if (total === 0) this.end();
    else this.say(done, total);
  }

  private say(done: number, total: number): void {
    const now = this.now();
    this.since ??= now;
    if (now - this.since < WORTH_A_WORD || now - this.said < PAUSE) return;
    this.said = now;
    const value = { message: `${done} of ${total} files`, percentage: Math.floor((100 * done) / total) };
    if (this.token === undefined) {
      this.count += 1;
      this.token = `mos-reading-${this.count}`;
      void this.begin(this.token, value);
    } else if (this.isTaken) this.send({ kind: 'report', ...value });
  }

  /** A client that does not take the token still gets its findings. */
  private async begin(token: string, value: object): Promise<void> {
    try {
      await this.connection.sendRequest('window/workDoneProgress/create', { token });
    } catch {
      return;
    }
    // It may all be read by now.
    if (this.token !== token) return;
    this.isTaken = true;
    this.send({ kind: 'begin', title: 'Reading the plan', cancellable: false, ...value });
  }

  private end(): void {
    this.since = undefined;
    if (this.isTaken) this.send({ kind: 'end' });
    this.token = undefined;
    this.isTaken = false;
  }

  private send(value: object): void {
    void this.connection.sendNotification('$/progress', { token: this.token, value });
  }
}

/** Each trouble stands in the log; the first ones of a time are also shown, once, with the way to the log. */
export class Troubles {
  private readonly connection: Connection;
  private readonly said = new Set<string>();
  private waiting: UriTrouble[] = [];

  constructor(connection: Connection) {
    this.connection = connection;
  }

  say(troubles: readonly UriTrouble[]): void {
    for (const trouble of troubles) {
      const line = `${pathOf(trouble.uri)}: ${trouble.message}`;
      if (this.said.has(line)) continue;
      this.said.add(line);
      this.connection.console.warn(line);
      if (this.waiting.length === 0) setTimeout(() => this.show(), WORTH_A_WORD);
      this.waiting.push(trouble);
    }
  }

  private show(): void {
    const [first, ...others] = this.waiting;
    this.waiting = [];
    if (!first) return;
    const name = decodeURIComponent(first.uri.slice(first.uri.lastIndexOf('/') + 1));
    const more = others.length === 0 ? '' : ` The log names ${others.length} more like it.`;
    const message = `mos: ${name || pathOf(first.uri)}: ${first.message}.${more}`;
    // A notification: nobody has to answer, and a client that does not know it takes no harm.
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }
}
