/** Long work in short slices: whoever does it asks now and then whether others should have their turn. */

import type { Host } from './host.ts';

export class Turns {
  private readonly host: Host;
  private since = performance.now();

  constructor(host: Host) {
    this.host = host;
  }

  isDue(): boolean {
    return performance.now() - this.since > this.host.slice;
  }

  async give(): Promise<void> {
    await this.host.yield();
    this.since = performance.now();
  }
}
