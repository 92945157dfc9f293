/** The line to the extension: what is sent is versioned, what arrives is checked, and what is not understood is logged. */

import { type HostMessage, hostMessage, sent, type ViewMessage } from './protocol.ts';

/** What the editor gives a window; there is one for each, and it can be asked for once. */
interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

export class Host {
  private readonly api = acquireVsCodeApi();

  constructor(receive: (message: HostMessage) => void) {
    window.addEventListener('message', ({ data }) => {
      const message = hostMessage(data);
      if (message) receive(message);
      else this.send({ type: 'log', text: `The window does not understand a message: ${nameOf(data)}` });
    });
  }

  send(message: ViewMessage): void {
    this.api.postMessage(sent(message));
  }

  /** What was kept when the window was last hidden; anything at all. */
  get kept(): unknown {
    return this.api.getState();
  }

  keep(state: unknown): void {
    this.api.setState(state);
  }
}

/** Never the whole message: it may hold a plan. */
function nameOf(data: unknown): string {
  const { type, version } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return `type ${String(type).slice(0, 40)}, version ${String(version).slice(0, 10)}`;
}
