/** Loaded into the server before it starts, under --expose-gc: answers each SIGUSR2 with the bytes in use, as a line in MOS_HEAP_FILE. */

import { appendFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  appendFileSync(process.env.MOS_HEAP_FILE ?? '/dev/null', `${process.memoryUsage().heapUsed}\n`);
});
