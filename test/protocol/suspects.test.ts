/** Protects everybody's findings from a file that makes the server end: the second time it is set aside, and said. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Client } from '../harness/client.ts';
import { started } from '../harness/session.ts';

const VICTIM = 'week 2026-W08 {\n  commitment stray "Redesign the booth" { dri ben }\n}\n';
/** Takes the server long enough to be caught reading it. */
const HEAVY = 'objective o "O" { quarter soon dri , }\n'.repeat(25_000);

const codesOf = (client: Client, file: string) =>
  (client.published.get(client.uri(file))?.diagnostics ?? []).map(({ code }) => String(code));

/** Resolves when the server has noted that it reads this file. */
function caught(storage: string, file: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!readFileSync(join(storage, 'reading.txt'), 'utf8').split('\n')[0]?.endsWith(file)) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(join(storage, 'reading.txt'), look);
    look();
  });
}

test('killed twice while it reads a file, it comes back without that file, says so, and tries again once it is changed', async () => {
  const storage = mkdtempSync(join(tmpdir(), 'mos-storage-'));
  mkdirSync(storage, { recursive: true });
  writeFileSync(join(storage, 'reading.txt'), '');
  try {
    const first = await started({ 'heavy.mos': HEAVY, 'victim.mos': VICTIM }, undefined, undefined, {
      options: { storage },
    });
    await caught(storage, 'heavy.mos');
    await first.kill();
    const second = await Client.start(first.folder, undefined, undefined, { options: { storage } });
    await caught(storage, 'heavy.mos');
    await second.kill();

    const third = await Client.start(first.folder, undefined, undefined, { options: { storage } });
    const logged: string[] = [];
    third.connection.onNotification('window/logMessage', ({ message }: { message: string }): void => {
      logged.push(message);
    });
    await third.settled();
    expect(codesOf(third, 'victim.mos')).toContain('cascade/orphaned-commitment');
    expect(codesOf(third, 'heavy.mos')).toEqual([]);
    expect(logged.filter((line) => line.includes('heavy.mos') && line.includes('set aside'))).toHaveLength(1);

    await third.open('heavy.mos', 'objective o "O" { quarter soon }\n');
    await third.settled();
    expect(codesOf(third, 'heavy.mos')).toContain('language/syntax-error');
    expect(await third.stop()).toBe(0);
  } finally {
    rmSync(storage, { recursive: true });
  }
}, 120_000);
