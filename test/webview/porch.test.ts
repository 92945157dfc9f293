/** Protects what the extension does around the window: whom it follows, what it hands over, and who it takes somebody for; in a fake editor. */

import { readFileSync } from 'node:fs';
import { type HostMessage, sent, type ViewMessage } from '@mos/webview/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Editor, FakeEditor, TextEditorSelectionChangeKind } from './editor.ts';
import { Plan } from './plan.ts';

const acme = Plan.example('acme');
const BRIEF = 'Publish the segment brief for equipment service';
const UNNAMED = 'Agree with sales what counts as an engaged group in facilities management';
const { Keyboard, Mouse, Command } = TextEditorSelectionChangeKind;

/** Each test has an editor of its own; what is imported from it is looked up anew. */
let editor: FakeEditor;
beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  editor = new FakeEditor();
  vi.doMock('vscode', () => editor.module);
});
afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('vscode');
});

/** The extension with a server that answers by name, and the page in the sidebar, which has been seen. */
async function set(answers: Record<string, unknown> = {}, kept = new Map<string, unknown>()) {
  const asked: { method: string; params: Record<string, unknown> }[] = [];
  const known: Record<string, unknown> = { 'mos/cascade/open': acme.snapshot(), ...answers };
  const nothing = () => ({ dispose() {} });
  const server = {
    state: { kind: 'ready' },
    log: { warn() {}, error() {} },
    ask: async (method: string, params: Record<string, unknown> = {}) => {
      asked.push({ method, params });
      const answer = known[method];
      if (answer instanceof Error) throw answer;
      return answer ?? null;
    },
    tell: async () => {},
    hear: nothing,
    onDidChange: nothing,
  };
  const { showCascade } = await import('../../packages/vscode/src/cascade.ts');
  const { module } = editor;
  showCascade(server as never, module.Uri.parse('file:///extension') as never, editor.memory(kept));
  const told: HostMessage[] = [];
  const said = new module.EventEmitter<unknown>();
  const nobody = new module.EventEmitter<void>();
  const webview = {
    options: {} as { localResourceRoots?: { toString(): string }[]; enableScripts?: boolean },
    html: '',
    cspSource: 'https://cdn.test',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: said.event,
    postMessage: async (message: HostMessage) => void told.push(message),
  };
  const host = { webview, visible: true, onDidChangeVisibility: nobody.event, onDidDispose: nobody.event };
  editor.views.get('mos.cascade')?.resolveWebviewView(host as never, {} as never, {} as never);
  const say = async (message: ViewMessage) => {
    said.fire(sent(message));
    await settled();
  };
  await say({ type: 'ready' });
  /** Of a kind, without the version that they travel with. */
  const toldOf = (type: HostMessage['type']) => told.filter((message) => message.type === type);
  return { asked, known, webview, say, told: toldOf, at: () => asked.filter(({ method }) => method.endsWith('/at')) };
}

/** All that waits for a while has happened. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1_000);
}

async function moved(where: Editor, kind?: number): Promise<void> {
  editor.move(where, kind);
  await settled();
}

describe('the cursor', () => {
  test('is followed to the row of what it stands in', async () => {
    const { told } = await set({ 'mos/cascade/at': { id: 'x' } });
    await moved(editor.open('strategy.mos'), Keyboard);
    expect(told('reveal')).toMatchObject([{ id: 'x' }]);
  });

  test('is not followed once that is switched off, and again once it is on', async () => {
    const { told, at } = await set({ 'mos/cascade/at': { id: 'x' } });
    const text = editor.open('strategy.mos');
    await editor.set('mos.cascade.followCursor', false);
    for (const kind of [Keyboard, Mouse, Command]) await moved(text, kind);
    editor.activated.fire(text);
    await settled();
    expect([at(), told('reveal')]).toEqual([[], []]);
    expect(told('settings').at(-1)).toMatchObject({ settings: { follow: false } });
    await editor.set('mos.cascade.followCursor', true);
    await moved(text, Keyboard);
    expect(told('reveal')).toHaveLength(1);
  });

  test('is not followed to what an undo on a row has moved it to, and again from the first step that somebody takes', async () => {
    const { say, told, at } = await set({ 'mos/cascade/at': { id: 'x' } });
    const text = editor.open('q1/demand.mos');
    const other = editor.open('q1/partner.mos');
    editor.commands.set('undo', () => {
      for (const each of [other, text]) {
        editor.change(each);
        editor.move(each);
      }
    });
    editor.change(text);
    // By a command as well: that is how an editor goes to a symbol, to a definition, and to what is found next.
    for (const kind of [Keyboard, Mouse, Command]) {
      const before = at().length;
      await say({ type: 'run', command: 'undo' });
      // What the editor is slow to tell of it.
      await moved(text);
      expect(at()).toHaveLength(before);
      await moved(text, kind);
      expect(at()).toHaveLength(before + 1);
      await moved(text);
      expect(at()).toHaveLength(before + 2);
    }
    // To another editor and back is a step as well.
    await say({ type: 'run', command: 'undo' });
    editor.activated.fire(text);
    await settled();
    expect(at()).toHaveLength(7);
    expect(told('reveal')).toHaveLength(7);
  });
});

describe('an undo on a row', () => {
  test('tells of the files of the plan that it changed, and of no log that grew meanwhile', async () => {
    const { say, told } = await set();
    const text = editor.open('q1/demand.mos');
    const log = editor.open('extension-output-mos', 'log');
    editor.commands.set('undo', () => {
      editor.change(text);
      editor.change(log);
    });
    editor.change(text);
    await say({ type: 'run', command: 'undo' });
    expect(told('say').at(-1)).toMatchObject({ text: 'The last edit of demand.mos is undone.' });
  });
});

describe('who somebody is', () => {
  const people = [
    { name: 'José Peña', also: ['jose', 'jose@acme.test'] },
    { name: 'Ana Duarte', also: ['ana'] },
  ];
  const me = (told: HostMessage[]) => told.flatMap((each) => (each.type === 'settings' ? each.settings.me : [])).at(-1);

  test('is what was said last: by the command, or by the setting, also while the plan was not open', async () => {
    const kept = new Map<string, unknown>();
    const first = await set({ 'mos/cascade/people': people }, kept);
    editor.choice = 'Ana';
    await first.say({ type: 'run', command: 'sayWho' });
    expect(me(first.told('settings'))).toBe('Ana Duarte');
    await editor.set('mos.cascade.me', 'jose');
    expect(me(first.told('settings'))).toBe('jose');
    // The setting says again what it said when the command was used: that is later, too.
    await editor.set('mos.cascade.me', undefined);
    expect(me(first.told('settings'))).toBe('');
    await first.say({ type: 'run', command: 'sayWho' });
    editor.settings.set('mos.cascade.me', 'jose');
    expect(me((await set({}, kept)).told('settings'))).toBe('jose');
  });

  test('is remembered of a plan that is opened again', async () => {
    const kept = new Map<string, unknown>();
    editor.settings.set('mos.cascade.me', 'jose');
    const first = await set({ 'mos/cascade/people': people }, kept);
    editor.choice = 'Ana';
    await first.say({ type: 'run', command: 'sayWho' });
    expect(me((await set({}, kept)).told('settings'))).toBe('Ana Duarte');
  });

  test('needs neither case nor accents, as in "Mine", and is not asked again for the week', async () => {
    editor.settings.set('mos.cascade.me', 'jose pena');
    const week = { week: '2026-W07', text: 'week 7', people: [], more: 0 };
    const { asked, say } = await set({ 'mos/cascade/people': people, 'mos/cascade/week': week });
    const last = () => asked.findLast(({ method }) => method === 'mos/cascade/week')?.params;
    await editor.run('mos.week');
    expect(editor.asked).toEqual([]);
    // As the plan spells it: so the server finds it.
    expect(last()).toEqual({ me: 'José Peña' });
    await say({ type: 'week', everybody: false });
    expect(last()).toEqual({ me: 'José Peña' });
    await say({ type: 'week', everybody: true });
    expect(last()).toEqual({ me: '' });
  });
});

describe('what is asked of a row', () => {
  const story = (title: string) => (acme.story(title) as Extract<HostMessage, { type: 'story' }>).story;

  test('its reference is copied as others write it', async () => {
    await set({ 'mos/cascade/story': story('Source $4M of mid-market pipeline') });
    await editor.run('mos.cascade.copyReference', { mosRow: 'x' });
    expect(editor.clipboard).toBe('q1_pipeline');
    expect(editor.status).toContain('q1_pipeline is on the clipboard');
  });

  test('what has no name says so, and leaves the clipboard alone', async () => {
    const { told } = await set({ 'mos/cascade/story': story(UNNAMED) });
    editor.clipboard = 'what was there';
    await editor.run('mos.cascade.copyReference', { webview: 'mos.cascade', mosRow: 'x' });
    expect(editor.clipboard).toBe('what was there');
    expect(told('say')).toMatchObject([{ text: 'This has no name yet that others could refer to.' }]);
  });

  test('its path leads from the frame down to it, and to each step in the text and in the window', async () => {
    const place = { uri: 'file:///plan/strategy.mos', line: 7, column: 2 };
    const { asked, told } = await set({ 'mos/cascade/story': story(BRIEF), 'mos/cascade/place': place });
    editor.choice = 'Signal-led';
    await editor.run('mos.cascade.showPath', { mosRow: 'x' });
    expect(editor.asked).toMatchObject([{ title: 'Path to the frame: reaches the frame' }]);
    const labels = editor.asked[0]?.labels ?? [];
    expect(labels.map((label) => label.search(/\S/) / 3)).toEqual([0, 1, 2, 3, 4]);
    expect([labels[0], labels.at(-1)?.trim()]).toEqual(['Win the mid-market service operators', BRIEF]);
    const id = acme.idOf('Signal-led account marketing in three segments');
    expect(asked.at(-1)).toEqual({ method: 'mos/cascade/place', params: { id } });
    expect(editor.shown).toEqual([{ file: 'strategy.mos', line: 7 }]);
    expect(told('reveal')).toMatchObject([{ id }]);
  });
});

test('the page may load its own folder, and nothing else of the machine', async () => {
  const { webview } = await set();
  expect(webview.options.localResourceRoots?.map(String)).toEqual(['file:///extension/packages/vscode/dist/webview']);
  expect(webview.html).toContain('file:///extension/packages/vscode/dist/webview/cascade.js');
});

describe('the tree of the editor’s own', () => {
  const welcome = (
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      contributes: { viewsWelcome: { view: string; when: string; contents: string }[] };
    }
  ).contributes.viewsWelcome.filter(({ view, when }) => view === 'mos.cascadeTree' && when.includes('isUnread'));
  const rows = async () => (await editor.trees.get('mos.cascadeTree')?.getChildren()) ?? [];

  test('says where the plan cannot be told, and tries again on a click', async () => {
    const { known } = await set({ 'mos/cascade/open': new Error('out of breath') });
    expect(editor.contexts.get('mos.cascade.isUnread')).toBe(true);
    expect(await rows()).toEqual([]);
    // The page that the editor shows then, and what its button is for.
    expect(welcome.map(({ when }) => when)).toEqual(['mos.state == ready && mos.cascade.isUnread']);
    const [, command = ''] = /\[Try Again\]\(command:([\w.]+)\)/.exec(welcome[0]?.contents ?? '') ?? [];
    known['mos/cascade/open'] = acme.snapshot();
    expect(editor.commands.has(command)).toBe(true);
    await editor.run(command);
    await settled();
    expect(editor.contexts.get('mos.cascade.isUnread')).toBe(false);
    expect((await rows()).length).toBeGreaterThan(0);
  });
});
