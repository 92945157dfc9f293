/** Asks a person for a fact that is to be written into the plan: a number that was read, or how an objective stands. */

import { dayText } from '@mos/webview/model';
import type { Metric } from '@mos/webview/protocol';
import * as vscode from 'vscode';
import type { CascadeFeed } from './cascade-feed.ts';
import type { Server } from './server.ts';

/** A reading that the plan takes, of the metric, or of one of those of the row; undefined when the person thinks better of it. */
export async function askReading(
  server: Server,
  feed: CascadeFeed,
  id: string,
): Promise<{ id: string; act: object } | undefined> {
  const { metrics } = await feed.storyOrRefusal(id);
  if (metrics.length === 0) throw new Error('it has no metric whose readings could be recorded');
  const metric = await chooseMetric(metrics, feed.today);
  if (metric?.id === undefined) return undefined;
  const wanted = (value: string) => ({ id: metric.id as string, act: { kind: 'reading', value } });
  const value = await vscode.window.showInputBox({
    title: `Record a Reading: ${metric.title}`,
    prompt: `What does it stand at today? ${hintOf(metric, feed.today)}`,
    placeHolder: metric.now?.text ?? '41, $2.9M or 23%',
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? undefined : refusal(server, wanted(typed))),
  });
  return value === undefined || value.trim() === '' ? undefined : wanted(value);
}

/** What the plan would not take is said while it is typed. */
async function refusal(server: Server, wanted: object): Promise<string | undefined> {
  try {
    await server.ask('mos/cascade/edit', wanted);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function chooseMetric(metrics: readonly Metric[], today: string): Promise<Metric | undefined> {
  const [only] = metrics;
  if (metrics.length <= 1) return only;
  const choices = metrics.map((metric) => ({
    label: metric.title,
    description: metric.now ? `${metric.now.text} on ${dayText(metric.now.date, today)}` : 'no reading yet',
    detail: [metric.marks.join(', '), metric.target ? `target ${metric.target}` : ''].filter(Boolean).join(' · '),
    metric,
  }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: 'Record a Reading',
    placeHolder: 'Of which metric?',
  });
  return chosen?.metric;
}

function hintOf({ now, target }: Metric, today: string): string {
  const facts = [
    now ? `${now.text} on ${dayText(now.date, today)}` : 'no reading yet',
    ...(target ? [`target ${target}`] : []),
  ];
  return `So far: ${facts.join(', ')}.`;
}

/** As the plan writes them, and whether people will want to know why. */
const STATUSES = [
  { word: 'on track', icon: 'play-circle', detail: 'It will be reached', why: 'What speaks for it? (may stay empty)' },
  { word: 'at risk', icon: 'warning', detail: 'Something has to change', why: 'What puts it at risk?' },
  { word: 'off track', icon: 'flame', detail: 'It will not be reached as things stand', why: 'What went wrong?' },
  { word: 'achieved', icon: 'pass-filled', detail: 'It is reached', why: 'What was reached? (may stay empty)' },
  { word: 'partial', icon: 'color-mode', detail: 'It was reached in part', why: 'How much of it?' },
  { word: 'missed', icon: 'close', detail: 'It was not reached', why: 'Why not?' },
  { word: 'dropped', icon: 'circle-slash', detail: 'It is given up on purpose', why: 'Why is it given up?' },
] as const;

/** Words that nobody can act on without a reason. */
const NEEDS_WHY: ReadonlySet<string> = new Set(['at risk', 'off track', 'partial', 'missed', 'dropped']);

export async function askStatus(): Promise<{ word: string; why?: string } | undefined> {
  const words = STATUSES.map((status) => ({
    label: `$(${status.icon}) ${status.word.charAt(0).toUpperCase()}${status.word.slice(1)}`,
    detail: status.detail,
    status,
  }));
  const chosen = await vscode.window.showQuickPick(words, {
    title: 'Set Status',
    placeHolder: 'How does it stand today?',
  });
  if (!chosen) return undefined;
  const { word, why: prompt } = chosen.status;
  const why = await vscode.window.showInputBox({
    title: `Set Status: ${word}`,
    prompt,
    ignoreFocusOut: true,
    validateInput: (value) =>
      NEEDS_WHY.has(word) && value.trim() === '' ? 'A reason is what people can act on' : undefined,
  });
  return why === undefined ? undefined : { word, ...(why.trim() !== '' && { why: why.trim() }) };
}
