/** Protects what windows are told of a plan: everything once, then what is different, nothing while hidden, also when they or the server come and go. */

import type { HostMessage, Patch, Snapshot } from '@mos/webview/protocol';
import { describe, expect, test } from 'vitest';
import { CascadeFeed, type Told, type Watcher } from '../../packages/vscode/src/cascade-feed.ts';
import { Outbox } from '../../packages/vscode/src/outbox.ts';

const now = { day: '2026-02-09', week: '2026-W07', month: '2026-02', quarter: '2026-Q1' };
const part = (...ids: string[]) => ({
  ...{ plan: 'file:///plan/', name: 'plan', gone: [] },
  rows: { keys: ['id', 'kind'], values: ids.map((id) => [id, 'frame']) },
});
const everything = (revision: number, ...ids: string[]): Snapshot => ({ revision, now, plans: [part(...ids)] });
const change = (revision: number, ...ids: string[]): Patch => ({
  base: revision - 1,
  ...{ revision, now, gone: [], plans: [part(...ids)] },
});

/** A server that answers when the test says so, and notes what it is asked and told. */
class FakeServer {
  readonly said: string[] = [];
  state: Told['state'] = { kind: 'ready' };
  private readonly answers: { resolve(answer: unknown): void; reject(error: Error): void }[] = [];
  private hears: ((params: unknown) => void) | undefined;
  private changes: ((state: Told['state']) => void) | undefined;

  get told(): Told {
    const { said } = this;
    const server = this;
    return {
      get state() {
        return server.state;
      },
      log: {
        warn: (text: string) => said.push(`warned: ${text}`),
        error: (text: string) => said.push(`error: ${text}`),
      },
      ask: (method: string, params: { revision?: number } = {}) => {
        said.push(`${method} ${params.revision ?? ''}`.trim());
        return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
      },
      tell: async (method: string) => {
        said.push(method);
      },
      hear: (_method: string, listener: (params: never) => void) => {
        this.hears = listener as (params: unknown) => void;
        return { dispose() {} };
      },
      onDidChange: (listener: (state: Told['state']) => void) => {
        this.changes = listener;
        return { dispose() {} };
      },
    } as unknown as Told;
  }

  async answer(answer: unknown): Promise<void> {
    await expect.poll(() => this.answers.length).toBeGreaterThan(0);
    this.answers.shift()?.resolve(answer);
  }

  async refuse(reason: string): Promise<void> {
    await expect.poll(() => this.answers.length).toBeGreaterThan(0);
    this.answers.shift()?.reject(new Error(reason));
  }

  patch(patch: Patch): void {
    this.hears?.(patch);
  }

  become(state: Told['state']): void {
    this.state = state;
    this.changes?.(state);
  }
}

/** Notes what it is told, as revisions and identities. */
class FakeWindow implements Watcher {
  readonly heard: string[] = [];

  snapshot({ revision, plans }: Snapshot): void {
    this.heard.push(`all ${revision}: ${plans.flatMap(({ rows }) => rows.values.map(([id]) => id)).join()}`);
  }

  patch({ revision }: Patch): void {
    this.heard.push(`patch ${revision}`);
  }

  unread(reason: string): void {
    this.heard.push(`unread: ${reason}`);
  }
}

function set() {
  const server = new FakeServer();
  return { server, feed: new CascadeFeed(server.told), window: new FakeWindow() };
}

describe('what windows are told', () => {
  test('a second window, and one that comes back, get everything without the server being asked for it', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await server.answer(everything(1, 'a'));
    await watching;
    server.patch(change(2, 'b'));
    const other = new FakeWindow();
    await feed.watch(other);
    server.patch(change(3, 'c'));
    expect(window.heard).toEqual(['all 1: a', 'patch 2', 'patch 3']);
    expect(other.heard).toEqual(['all 2: a,b', 'patch 3']);
    feed.unwatch(window);
    await feed.watch(window);
    expect(window.heard.at(-1)).toBe('all 3: a,b,c');
    expect(server.said).toEqual(['mos/cascade/open']);
  });

  test('nothing is told while nobody looks; then the server is asked for what is different', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await server.answer(everything(1, 'a'));
    await watching;
    feed.unwatch(window);
    await expect.poll(() => server.said.at(-1)).toBe('mos/cascade/close');
    const again = feed.watch(window);
    await server.answer(change(2, 'b'));
    await again;
    expect(server.said).toEqual(['mos/cascade/open', 'mos/cascade/close', 'mos/cascade/open 1']);
    expect(window.heard).toEqual(['all 1: a', 'all 2: a,b']);
  });

  test('hidden and shown again before the server has answered, a window is told everything once', async () => {
    const { server, feed, window } = set();
    const first = feed.watch(window);
    await expect.poll(() => server.said.length).toBe(1);
    feed.unwatch(window);
    const second = feed.watch(window);
    await server.answer(everything(1, 'a'));
    await Promise.all([first, second]);
    expect(window.heard).toEqual(['all 1: a']);
    expect(server.said).toEqual(['mos/cascade/open']);
  });

  test('hidden for good before the server has answered, it is told nothing, and the server may rest', async () => {
    const { server, feed, window } = set();
    const first = feed.watch(window);
    await expect.poll(() => server.said.length).toBe(1);
    feed.unwatch(window);
    await server.answer(everything(1, 'a'));
    await first;
    await expect.poll(() => server.said).toEqual(['mos/cascade/open', 'mos/cascade/close']);
    expect(window.heard).toEqual([]);
  });

  test('a change that comes before the answer is not lost, and one that is in it is not told twice', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await expect.poll(() => server.said.length).toBe(1);
    server.patch(change(2, 'b'));
    server.patch(change(3, 'c'));
    await server.answer(everything(2, 'a', 'b'));
    await watching;
    expect(window.heard).toEqual(['all 3: a,b,c']);
  });

  test('when one was missed, everything is asked for anew', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await server.answer(everything(1, 'a'));
    await watching;
    server.patch(change(5, 'e'));
    await server.answer(everything(6, 'f'));
    await expect.poll(() => window.heard).toEqual(['all 1: a', 'all 6: f']);
    expect(server.said).toEqual(['mos/cascade/open', 'mos/cascade/open']);
  });

  test('a server that was started again is asked for everything, whatever the last one had begun to say', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await expect.poll(() => server.said.length).toBe(1);
    server.become({ kind: 'starting' });
    await server.answer(everything(7, 'old'));
    await watching;
    expect(window.heard).toEqual([]);
    server.become({ kind: 'ready' });
    await server.answer(everything(1, 'new'));
    await expect.poll(() => window.heard).toEqual(['all 1: new']);
    expect(server.said).toEqual(['mos/cascade/open', 'mos/cascade/open']);
  });

  test('when the server cannot tell, the window learns why, and is told everything when it asks once more', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await server.refuse('Request mos/cascade/open failed with message: out of breath');
    await watching;
    expect(window.heard).toEqual(['unread: out of breath']);
    const again = feed.watch(window);
    await server.answer({ nothing: 'of use' });
    await again;
    expect(window.heard.at(-1)).toContain('cannot be understood');
    const third = feed.watch(window);
    await server.answer(everything(1, 'a'));
    await third;
    expect(window.heard.at(-1)).toBe('all 1: a');
  });

  test('when the server cannot tell, and is started again, it is asked again by itself', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await server.refuse('out of breath');
    await watching;
    server.become({ kind: 'starting' });
    server.become({ kind: 'ready' });
    await server.answer(everything(1, 'a'));
    await expect.poll(() => window.heard).toEqual(['unread: out of breath', 'all 1: a']);
  });

  test('a server that ends while it is asked is nothing to speak of: the next one is asked', async () => {
    const { server, feed, window } = set();
    const watching = feed.watch(window);
    await expect.poll(() => server.said.length).toBe(1);
    server.become({ kind: 'starting' });
    await server.refuse('the connection got disposed');
    await watching;
    expect(window.heard).toEqual([]);
  });
});

describe('a page that is hidden', () => {
  const messages: HostMessage[] = [
    { type: 'status', status: { kind: 'ready' } },
    { type: 'settings', settings: { me: 'Ana', follow: true } },
    { type: 'snapshot', snapshot: everything(1, 'a') },
    { type: 'patch', patch: change(2, 'b') },
    { type: 'unread', reason: 'out of breath' },
    { type: 'story', id: 'a', story: null },
    { type: 'week', week: null },
    { type: 'mode', mode: 'timeline' },
    { type: 'reveal', id: 'a' },
    { type: 'reveal', id: 'b' },
    { type: 'say', text: 'The file has changed.' },
  ];

  function told() {
    const heard: HostMessage[] = [];
    return { heard, outbox: new Outbox((message) => heard.push(message)) };
  }

  test('is sent nothing, neither before it was first seen nor later', () => {
    const { heard, outbox } = told();
    for (const message of messages) outbox.tell(message);
    expect(heard).toEqual([]);
    outbox.open();
    outbox.flush();
    const before = heard.length;
    outbox.close();
    for (const message of messages) outbox.tell(message);
    expect(heard).toHaveLength(before);
  });

  test('is told on its return what a person did meanwhile, each once, and nothing old of the plan', () => {
    const { heard, outbox } = told();
    for (const message of messages) outbox.tell(message);
    outbox.open();
    outbox.flush();
    expect(heard).toEqual([
      { type: 'mode', mode: 'timeline' },
      { type: 'reveal', id: 'b' },
      { type: 'say', text: 'The file has changed.' },
    ]);
    outbox.flush();
    expect(heard).toHaveLength(3);
    outbox.tell({ type: 'week', week: null });
    expect(heard.at(-1)).toEqual({ type: 'week', week: null });
  });
});
