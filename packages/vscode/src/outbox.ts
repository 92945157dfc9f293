/** What is told to a page that comes and goes: nothing while it is hidden, and on its return only what a person still wants to know. */

import type { HostMessage } from '@mos/webview/protocol';

type Kind = HostMessage['type'];

/** What a page asks for by itself, or is told of anew, as soon as it is there: by then, the old is of no use. */
const FLEETING: ReadonlySet<Kind> = new Set<Kind>([
  ...(['snapshot', 'patch', 'unread', 'status', 'settings', 'story', 'week'] as const),
]);

export class Outbox {
  private readonly post: (message: HostMessage) => void;
  /** One of each kind: what was said last. */
  private readonly waiting = new Map<Kind, HostMessage>();
  private isOpen = false;

  constructor(post: (message: HostMessage) => void) {
    this.post = post;
  }

  /** There is a page that listens. What waits is told by `flush`, once it knows the rest. */
  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }

  tell(message: HostMessage): void {
    if (this.isOpen) this.post(message);
    else if (!FLEETING.has(message.type)) this.waiting.set(message.type, message);
  }

  flush(): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const message of waiting) this.tell(message);
  }
}
