/** What the extension and its window say to each other. Both read this file, and both check what arrives. */

import { type Check, type Checked, either, flag, list, number, one, record, text } from './check.ts';
import { packedRows, severity } from './rows.ts';

export { type Kind, kinds, type Row, type Severity, type StateWord, states } from './rows.ts';

/** Goes up with every change that the other side would not understand. */
export const VERSION = 2;

const person = record(
  { id: text, name: text, also: list(text) },
  { team: text, capacity: number, wrong: one('team', 'unknown') },
);
export type Person = Checked<typeof person>;
const team = record({ id: text, name: text });
export type Team = Checked<typeof team>;
/** `first` and `last` are ISO dates. */
const period = record({ literal: text, text, first: text, last: text });
export type Period = Checked<typeof period>;

const part = record(
  { plan: text, name: text, gone: list(text), rows: packedRows },
  { files: list(text), people: list(person), teams: list(team), periods: list(period) },
);
export type PlanPart = Checked<typeof part>;

/** The ISO date that plans are judged by, and the periods it lies in. */
const now = record({ day: text, week: text, month: text, quarter: text });
export type Now = Checked<typeof now>;

export const snapshot = record({ revision: number, now, plans: list(part) });
export type Snapshot = Checked<typeof snapshot>;
export const patch = record({ base: number, revision: number, now, gone: list(text), plans: list(part) });
export type Patch = Checked<typeof patch>;

const mention = record({ kind: text, title: text }, { id: text, state: text });
export type Mention = Checked<typeof mention>;
const metric = record(
  { title: text, marks: list(text), readings: list(record({ date: text, value: number, text })) },
  {
    id: text,
    now: record({ text, date: text }),
    target: text,
    pace: record({ text, isGood: flag }),
    goal: record({}, { from: number, to: number }),
    days: record({ first: text, last: text }),
    sixWeeks: text,
  },
);
export type Metric = Checked<typeof metric>;
const finding = record({ rule: text, severity, message: text, why: text, fixes: list(text) });
export type StoryFinding = Checked<typeof finding>;
export const story = record(
  {
    ...{ kind: text, title: text, people: list(record({ name: text }, { role: text })), decides: list(text) },
    ...{ escalatesTo: list(text), line: list(mention), end: one('frame', 'run', 'nothing', 'circle') },
    ...{ metrics: list(metric), needs: list(mention), neededBy: list(mention), findings: list(finding) },
  },
  {
    ...{ reference: text, period: text, documentation: text, why: text, child: text },
    state: record({ word: text }, { on: text, reason: text }),
    health: record({ word: text, reasons: list(text) }, { since: text }),
    hasStatus: flag,
  },
);
export type Story = Checked<typeof story>;

const weekItem = record(
  { id: text, kind: text, title: text, section: one('before', 'promised', 'ends', 'reading'), asks: flag },
  { row: text, below: text, due: text, state: text, next: text, last: record({ text, date: text }) },
);
export type WeekItem = Checked<typeof weekItem>;
/** What this week asks of people; what each field means is said where the server makes it. */
export const week = record({
  week: text,
  text,
  people: list(record({ name: text, items: list(weekItem) })),
  more: number,
});
export type Week = Checked<typeof week>;

/** What somebody wants to be done; the extension asks for what is missing, such as a reason, a number or a word. */
const act = either(
  record({ kind: one('add', 'done', 'kept', 'missed', 'moved', 'dropped', 'dri', 'reading', 'status') }),
  record({ kind: one('attach'), to: text }),
  record({ kind: one('fix'), rule: text, message: text, title: text }),
);
export type Act = Checked<typeof act>;

/** How the server is doing. `done` of `total` files are read; `total` is 0 while nobody knows. */
const status = either(
  record({ kind: one('starting') }),
  record({ kind: one('loading'), done: number, total: number }),
  record({ kind: one('ready') }),
  record({ kind: one('failed'), reason: text }),
);
export type Status = Checked<typeof status>;

/** `me`: how the person is called in the plan; empty when nobody has said. */
const settings = record({ me: text, follow: flag });
export type Settings = Checked<typeof settings>;

const mode = one('tree', 'timeline', 'week');
export type Mode = Checked<typeof mode>;

const fromHost = either(
  record({ type: one('snapshot'), snapshot }),
  record({ type: one('patch'), patch }),
  /** The server runs, and could not tell of the plan. */
  record({ type: one('unread'), reason: text }),
  record({ type: one('status'), status }),
  record({ type: one('settings'), settings }),
  record({ type: one('mode'), mode }),
  /** The declaration under the cursor of the editor. */
  record({ type: one('reveal'), id: text }),
  record({ type: one('story'), id: text, story: either(story, one(null)) }),
  /** Null when nobody can tell. */
  record({ type: one('week'), week: either(week, one(null)) }),
  /** Something for a person to know: why nothing was done. */
  record({ type: one('say'), text }),
  /** A menu or a question had the focus, and gives it back. */
  record({ type: one('focus') }),
  record({ type: one('do'), what: one('filter', 'clear', 'collapse', 'details', 'svg', 'png', 'go', 'peek') }),
);
export type HostMessage = Checked<typeof fromHost>;

const fromView = either(
  record({ type: one('ready') }),
  /** A patch did not fit, or nothing came: everything is wanted anew. */
  record({ type: one('resync') }),
  /** A place in the text, counted from 0. `keep`: the cursor stays in the window, as when somebody looks through. */
  record({ type: one('open'), uri: text, line: number, column: number, how: one('go', 'keep', 'peek') }),
  record({ type: one('selected'), id: text }),
  record({ type: one('focus'), on: flag }),
  record({ type: one('story'), id: text }),
  record({ type: one('week'), everybody: flag }),
  record({ type: one('act'), id: text, act }),
  record({ type: one('explain'), rule: text }),
  record({ type: one('mode'), mode }),
  /** SVG as text, PNG as a data URL. */
  record({ type: one('export'), format: one('svg', 'png'), data: text }),
  record({
    type: one('run'),
    command: one('newPlan', 'restart', 'showLog', 'copyReport', 'sayWho', 'week', 'undo', 'redo'),
  }),
  record({ type: one('log'), text }),
);
export type ViewMessage = Checked<typeof fromView>;

/** A message on its way, with the version that it is written in. */
export type Sent<Message> = Message & { version: number };

export function sent<Message extends HostMessage | ViewMessage>(message: Message): Sent<Message> {
  return { ...message, version: VERSION };
}

/** Undefined for what this version does not know; whoever receives it ignores and logs it. */
export function hostMessage(value: unknown): HostMessage | undefined {
  return received(value, fromHost);
}

export function viewMessage(value: unknown): ViewMessage | undefined {
  return received(value, fromView);
}

function received<Message>(value: unknown, check: Check<Message>): Message | undefined {
  const isOurs = record({ version: number, type: text })(value) && value.version === VERSION;
  return isOurs && check(value) ? value : undefined;
}
