/** What a document is made of: blocks and words as plain data, for any door to turn into a page. */

import type { Kind } from '../../model/kinds.ts';

/**
 * One document about one plan on one day. It is plain data that JSON carries whole. Every `text` in it, whoever wrote it, is plain
 * text and never markup: whoever draws it has to escape it.
 */
export interface Document {
  /** As people ask for it: `weekly-review`. */
  name: string;
  title: string;
  /** What it is about here: a period, a person, the plan. */
  subtitle: string;
  /** The plan’s own name, from its settings. */
  plan?: string;
  /** ISO date: the day as of which everything in it is told. */
  asOf: string;
  scope: Scope;
  blocks: Block[];
}

/** What the document was asked to look at. */
export interface Scope {
  /** As it is written, `2026-W07`, and its days as ISO dates. */
  period?: { literal: string; text: string; first: string; last: string };
  owner?: Reference;
  team?: Reference;
}

export type Block = Heading | Paragraph | List | Table | Callout | Chart | Figures;

export interface Heading {
  type: 'heading';
  /** 2 beneath the title of the document, 3 beneath a heading of level 2. */
  level: 2 | 3;
  text: Inline[];
}

export interface Paragraph {
  type: 'paragraph';
  text: Inline[];
}

export interface List {
  type: 'list';
  /** The order of the items means something: an agenda, a line from a week to the year. */
  ordered: boolean;
  items: ListItem[];
}

export interface ListItem {
  text: Inline[];
  /** What belongs beneath it. */
  items?: ListItem[];
}

export interface Table {
  type: 'table';
  /** What the table shows, in one line: people who do not see it hear this first. */
  caption: string;
  columns: Column[];
  /** Each has a cell for each column. */
  rows: Cell[][];
}

export interface Column {
  title: string;
  /** What its cells hold: tells how to align them, and how to sort by their `value`. */
  holds: 'text' | 'number' | 'share' | 'date' | 'state';
}

export interface Cell {
  /** Never empty: what is not said is said to be so. */
  text: Inline[];
  /** For sorting and for programs: a share from 0 to 1, an ISO date; null where the plan does not say. */
  value?: number | string | null;
}

export interface Callout {
  type: 'callout';
  /** `act`: somebody has to do something; `good`: nothing has to be done; `note`: to be known, or said honestly. */
  tone: 'good' | 'note' | 'act';
  title: string;
  text: Inline[];
}

/** The readings of one metric against the way to its goal. */
export interface Chart {
  type: 'chart';
  metric: Reference;
  title: string;
  /** What is counted, as the plan says it. */
  unit?: string;
  /** The oldest first. `text` is the number as it was written. */
  series: { date: string; value: number; text: string }[];
  /** The straight way from the baseline to the target, or the bounds of a number that has to stay in them. */
  goal?: { from?: Level; to?: Level; low?: Level; high?: Level };
  /** ISO dates between which the goal is to be reached. */
  days?: { first: string; last: string };
  /** The day by which a leading number has to have spoken. */
  sixWeeks?: string;
  /** ISO date of the document. */
  today: string;
  /** The chart in one sentence, for whoever does not see it. */
  says: string;
}

export interface Level {
  value: number;
  text: string;
}

/** Numbers that people steer by, each with what it counts. */
export interface Figures {
  type: 'figures';
  figures: DocumentFigure[];
}

export interface DocumentFigure {
  /** What was counted: `of all metrics`, `Cho Min-ji`. */
  label: string;
  /** As it is read: `42%, 5 of 12`. */
  text: string;
  value: number;
  unit: 'share' | 'days' | 'number';
  part?: number;
  whole?: number;
  /** What was left out here. */
  note?: string;
  /** Its name among what mos counts, where `mos explain` tells more. */
  term: string;
  /** That number’s own name: `Kept rate`. */
  title: string;
  /** What it is, in one sentence. */
  definition: string;
}

export type Inline = Text | Strong | Reference | Word;

export interface Text {
  type: 'text';
  text: string;
}

export interface Strong {
  type: 'strong';
  text: string;
}

/** A declaration of the plan. */
export interface Reference {
  type: 'reference';
  /** Unique in the plan, and the same for the same plan on each machine; fit for a file name and an anchor. */
  id: string;
  kind: Kind;
  /** How other parts of the plan refer to it; empty for what has no name. */
  path: string;
  /** What it is called: its title, else its name. Never empty. */
  text: string;
}

/** How something stands, in a word that is read without colour. */
export interface Word {
  type: 'state';
  tone: Tone;
  text: string;
}

/** `good`: came true or will; `warning`: needs a look; `bad`: did not come true or will not; `open`: nobody knows yet. */
export type Tone = 'good' | 'warning' | 'bad' | 'open';
