/** Protects everybody's findings from a file that makes the server end or makes all wait: the second time it is set aside, and said. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { Project } from '../../packages/server/src/project.ts';
import { LONGEST, Suspects } from '../../packages/server/src/suspects.ts';
import { Client, SERVER } from '../harness/client.ts';
import { started } from '../harness/session.ts';

const VICTIM = 'week 2026-W08 {\n  commitment stray "Redesign the booth" { dri ben }\n}\n';
/** Takes the server, which has to do without a compiler, long enough to be caught reading it. */
const HEAVY = 'owner a "A"\n'.repeat(20_000);

const SLOW_SERVER = ['--jitless', ...SERVER];

const MEMORY = new URL('../../packages/server/src/memory.ts', import.meta.url).href;

const codesOf = (client: Client, file: string) =>
  (client.published.get(client.uri(file))?.diagnostics ?? []).map(({ code }) => String(code));

const messagesOf = (client: Client, file: string) =>
  (client.published.get(client.uri(file))?.diagnostics ?? []).map(({ message }) => message);

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
      server: SLOW_SERVER,
    });
    await caught(storage, 'heavy.mos');
    await first.kill();
    const second = await Client.start(first.folder, undefined, undefined, {
      options: { storage },
      server: SLOW_SERVER,
    });
    await caught(storage, 'heavy.mos');
    await second.kill();

    const third = await Client.start(first.folder, undefined, undefined, { options: { storage } });
    const logged: string[] = [];
    third.connection.onNotification('window/logMessage', ({ message }: { message: string }): void => {
      logged.push(message);
    });
    await third.settled();
    expect(codesOf(third, 'victim.mos')).toContain('cascade/orphaned-commitment');
    expect(messagesOf(third, 'heavy.mos')).toEqual([
      expect.stringContaining('mos ended twice while it read this file'),
    ]);
    expect(logged.filter((line) => line.includes('heavy.mos') && line.includes('set aside'))).toHaveLength(1);

    await third.open('heavy.mos', 'objective o "O" { quarter soon }\n');
    await third.settled();
    expect(codesOf(third, 'heavy.mos')).toContain('language/syntax-error');
    expect(await third.stop()).toBe(0);
  } finally {
    rmSync(storage, { recursive: true });
  }
}, 120_000);

/** A plan of two files, in which reading a text takes as long as is said there: no text is known that really does. */
function slowPlan() {
  let worked = 0;
  const aside: string[] = [];
  const suspects = new Suspects(
    undefined,
    (uri) => aside.push(uri),
    () => worked,
  );
  const project = new Project('file:///p/', defaultConfig, undefined, '2026-02-09', 'whole', suspects);
  const take = (uri: string, text: string, takes: number) => {
    const { enter } = suspects;
    let left = takes;
    suspects.enter = (...args) => {
      worked += left;
      left = 0;
      enter.apply(suspects, args);
    };
    const touched = project.update([{ uri, text }]);
    suspects.enter = enter;
    return touched;
  };
  return { project, take, aside };
}

test('a file that twice makes everybody wait is set aside, typed in or not, until it is half as long', () => {
  const { project, take, aside } = slowPlan();
  const [slow, victim] = ['file:///p/slow.mos', 'file:///p/victim.mos'];
  const text = 'owner a "A" { capacity 1 capacity 2 }\n'.repeat(10);
  take(victim, VICTIM, 0);
  const rulesIn = (uri: string) => project.findings(uri).map(({ rule }) => rule);
  take(slow, text, 1500);
  expect(rulesIn(slow), 'once may be chance').toContain('language/repeated-property');
  take(slow, `${text}\n`, 900);
  take(slow, `${text}//`, 1500);
  expect(aside).toEqual([]);
  take(slow, `${text}// x`, 1500);
  expect(aside).toEqual([slow]);
  expect(rulesIn(slow)).toEqual([]);
  expect(project.whyAside(slow)).toContain('more than a second');
  expect(rulesIn(victim)).toEqual(['cascade/orphaned-commitment']);
  take(slow, text.slice(0, text.length / 2), 0);
  expect(project.whyAside(slow)).toBeUndefined();
  expect(rulesIn(slow)).toContain('language/repeated-property');
});

test('a text of more characters than there is time for is said, and its neighbour has its findings', async () => {
  const line = 'owner ana "Ana"\n';
  const text = line.repeat(Math.ceil(LONGEST / line.length) + 1);
  const client = await started({ 'victim.mos': VICTIM });
  await client.open('long.mos', text);
  await client.settled();
  expect(messagesOf(client, 'long.mos')).toEqual([expect.stringContaining('longer than 250,000 characters')]);
  expect(codesOf(client, 'victim.mos')).toEqual(['cascade/orphaned-commitment']);
  await client.change('long.mos', line);
  await client.settled();
  expect(messagesOf(client, 'long.mos')).toEqual([]);
  expect(codesOf(client, 'victim.mos').sort()).toEqual(['cascade/orphaned-commitment', 'language/unknown-name']);
});

describe('what is remembered of falls', () => {
  const HEAVY_FELL = { uri: 'file:///p/heavy.mos', length: 5, count: 1 };

  /** A process of its own that notes a fall, and is killed before so many of its calls of the file system. */
  function noting(storage: string, killedAt: number): number {
    const script = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { memoryIn } = await import(${JSON.stringify(MEMORY)});
      const memory = memoryIn(${JSON.stringify(storage)});
      let left = ${killedAt};
      for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'openSync', 'writeSync']) {
        const real = fs[name];
        fs[name] = (...args) => {
          if (left-- > 0) return real(...args);
          if (name === 'writeFileSync') real(args[0], args[1].slice(0, args[1].length / 2));
          process.kill(process.pid, 'SIGKILL');
        };
      }
      syncBuiltinESMExports();
      memory.keep(${JSON.stringify(JSON.stringify([{ ...HEAVY_FELL, count: 2 }]))});`;
    const { signal, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
    expect(String(stderr)).toBe('');
    return signal === 'SIGKILL' ? 1 : (status ?? 0);
  }

  test('is old or new when the server is killed while it writes, at any step', () => {
    let kills = 0;
    for (let step = 0; ; step++) {
      const storage = mkdtempSync(join(tmpdir(), 'mos-storage-'));
      try {
        writeFileSync(join(storage, 'falls.json'), JSON.stringify([HEAVY_FELL]));
        const killed = noting(storage, step);
        const [fall] = JSON.parse(readFileSync(join(storage, 'falls.json'), 'utf8'));
        expect(fall).toMatchObject({ uri: HEAVY_FELL.uri, length: 5 });
        expect([1, 2]).toContain(fall.count);
        if (killed === 0) {
          expect(fall.count).toBe(2);
          break;
        }
        kills += 1;
      } finally {
        rmSync(storage, { recursive: true });
      }
    }
    expect(kills).toBeGreaterThanOrEqual(2);
  });

  test.each(['[{"uri":"file:///p/hea', '{}', 'null', '[1, null, {"uri": 5}]', '\u0000\u0000', ''])(
    'is nothing where it is torn, and nobody is told: %j',
    async (torn) => {
      const storage = mkdtempSync(join(tmpdir(), 'mos-storage-'));
      writeFileSync(join(storage, 'falls.json'), torn);
      writeFileSync(join(storage, 'reading.txt'), torn);
      try {
        const client = await started({ 'victim.mos': VICTIM }, undefined, undefined, { options: { storage } });
        await client.settled();
        expect(codesOf(client, 'victim.mos')).toContain('cascade/orphaned-commitment');
        expect(client.said).toEqual([]);
        expect(await client.stop()).toBe(0);
      } finally {
        rmSync(storage, { recursive: true });
      }
    },
  );
});
