/** What is said when there is no tree to show: each says what to do. */

import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Matches } from '../model/filter.ts';
import type { Store } from '../model/store.ts';
import type { Status, ViewMessage } from '../protocol.ts';

type Command = Extract<ViewMessage, { type: 'run' }>['command'];

export interface PageActions {
  run(command: Command): void;
  clear(): void;
  tryAgain(): void;
}

/** What is known of the server and of the plan. `store` is absent until a plan is; `unread` says why it stays away. */
export interface Known {
  status: Status;
  unread: string | undefined;
  store: Store | undefined;
}

/** What stands in place of the cascade: `nothing` where there is one to show. */
export function pageTemplate(
  { status, unread, store }: Known,
  matches: Matches | undefined,
  { run, clear, tryAgain }: PageActions,
): TemplateResult | typeof nothing {
  if (status.kind === 'failed') return failedTemplate(status.reason, run);
  if (unread !== undefined) return unreadTemplate(unread, run, tryAgain);
  if (!store) return loadingTemplate(status);
  if (store.size === 0) return status.kind === 'ready' ? emptyTemplate(run) : loadingTemplate(status);
  return matches?.count === 0 ? nothingFoundTemplate(clear) : nothing;
}

/** What stands above a cascade of which nothing reaches a frame. */
export function noticeTemplate(store: Store): TemplateResult | undefined {
  const plans = [...store.plans.keys()];
  const frames = plans.flatMap((plan) => store.topsOf(plan, 'cascade'));
  const isBroken = plans.some((plan) => store.topsOf(plan, 'unconnected').some(({ kind }) => kind === 'objective'));
  const reaches = frames.some(({ children }) =>
    children.some((below) => below.kind === 'objective' || below.children.length > 0),
  );
  return isBroken && !reaches ? brokenTemplate(frames.length > 0) : undefined;
}

function loadingTemplate(status: Status): TemplateResult {
  const { done, total } = status.kind === 'loading' ? status : { done: 0, total: 0 };
  const text = total > 0 ? `Reading the plan: ${done} of ${total} files.` : 'Reading the plan.';
  return html`<div class="state-page" aria-busy="true">
    <vscode-progress-bar ?indeterminate=${total === 0} .value=${done} .max=${Math.max(1, total)} aria-label="Reading the plan"></vscode-progress-bar>
    <p>${text}</p>
    <p class="quiet">You can write meanwhile; the cascade follows.</p>
  </div>`;
}

function emptyTemplate(run: (command: Command) => void): TemplateResult {
  return html`<div class="state-page">
    <p>There is no plan in this folder yet. A plan begins with the year on one page, and with the people who answer for it.</p>
    <vscode-button @click=${() => run('newPlan')}>Begin a Plan</vscode-button>
  </div>`;
}

function failedTemplate(reason: string, run: (command: Command) => void): TemplateResult {
  return html`<div class="state-page" role="alert">
    <p><span class="codicon codicon-debug-disconnect" aria-hidden="true"></span> The language server of mos does not run: ${ended(reason)}</p>
    <p>Your files are untouched. Start it again; if it falls over once more, the log and the report tell why.</p>
    <vscode-button @click=${() => run('restart')}>Start Again</vscode-button>
    <vscode-button secondary @click=${() => run('showLog')}>Show Log</vscode-button>
    <vscode-button secondary @click=${() => run('copyReport')}>Copy Diagnostic Report</vscode-button>
  </div>`;
}

function unreadTemplate(reason: string, run: (command: Command) => void, tryAgain: () => void): TemplateResult {
  return html`<div class="state-page" role="alert">
    <p><span class="codicon codicon-warning" aria-hidden="true"></span> The plan could not be shown: ${ended(reason)}</p>
    <p>Your files are untouched. Try once more; if it stays so, start mos again, or read in the log what happened.</p>
    <vscode-button @click=${tryAgain}>Try Again</vscode-button>
    <vscode-button secondary @click=${() => run('restart')}>Start mos Again</vscode-button>
    <vscode-button secondary @click=${() => run('showLog')}>Show Log</vscode-button>
  </div>`;
}

/** With exactly one full stop. */
function ended(reason: string): string {
  return `${reason.trim().replace(/\.+$/, '')}.`;
}

function nothingFoundTemplate(clear: () => void): TemplateResult {
  return html`<div class="state-page">
    <p>Nothing in the plan fits the filter.</p>
    <vscode-button secondary @click=${clear}>Clear, Show All</vscode-button>
  </div>`;
}

function brokenTemplate(hasFrame: boolean): TemplateResult {
  return html`<p class="notice">
    <span class="codicon codicon-warning" aria-hidden="true"></span>
    ${
      hasFrame
        ? 'No objective reaches the frame. Drag each onto the bet it serves, or choose a way out below.'
        : 'Nothing reaches a frame, as the plan has none. Write one, and let the objectives advance its bets.'
    }
  </p>`;
}
