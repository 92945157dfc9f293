/** Long work in short slices: whoever does it asks now and then whether others should have their turn. */

import type { Host } from './host.ts';

/** Milliseconds of work between two turns of others; a keystroke answered within 50 ms feels immediate. */
const SLICE = 5;

export class Turns {
  private readonly host: Host;
  private since = performance.now();

  constructor(host: Host) {
    this.host = host;
  }

  isDue(): boolean {
    return performance.now() - this.since > SLICE;
  }

  async give(): Promise<void> {
    await this.host.yield();
    this.since = performance.now();
  }
}
