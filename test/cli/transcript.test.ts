/** Protects the promise that a week of many people is kept up in less than a minute of typing: the transcript in the README of the workshop is what happens. */

import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtProgram, folder, mos, plainEnvironment } from './mos.ts';

const README = fileURLToPath(new URL('../../packages/cli/README.md', import.meta.url));
const today = '2026-02-16';

/** Keys a minute: 50 words of five characters, which is what people reach who do not type for a living. */
const SPEED = 250;

/** What is typed: a command, and what answers its questions, in their order. Every line ends with the Enter key. */
const SESSION: readonly { command: string; answers?: readonly string[] }[] = [
  { command: 'mos done "60 inv"' },
  { command: 'mos miss regional "two are on leave"' },
  { command: 'mos move questionnaire 2026-W08 "it came late"' },
  { command: 'mos week --ask', answers: Array.from({ length: 9 }, () => 'k') },
  { command: 'mos reading engaged 41' },
  { command: 'mos reading proof_share 38%' },
  { command: 'mos status q1_win_rate on track "38% use it"' },
];

test('the transcript in the README is what happens, and takes less than a minute to type', async () => {
  const cwd = folder();
  cpSync(fileURLToPath(new URL('../../examples/acme', import.meta.url)), cwd, { recursive: true });
  const before = await peopleWithoutWord(cwd);
  const shown: string[] = [];
  for (const { command, answers } of SESSION) shown.push(await transcriptOf(command, answers ?? [], cwd));
  const keys = SESSION.flatMap(({ command, answers }) => [command, ...(answers ?? [])])
    .map((line) => line.length + 1)
    .reduce((sum, count) => sum + count, 0);
  const seconds = Math.ceil((keys / SPEED) * 60);
  expect(seconds).toBeLessThan(60);
  expect(before.size, 'ten people or more had something to say').toBeGreaterThanOrEqual(10);
  expect([...(await peopleWithoutWord(cwd))], 'and everything has had its word').toEqual([]);
  const check = await mos(['check', '--today', today, '--format', 'concise'], { cwd });
  expect(check.out).not.toMatch(/: error |unresolved-commitment/);

  const wanted = `<!-- transcript -->\n\`\`\`text\n${shown.join('\n')}\n\`\`\`\n\n${keys} keys, Enter included: ${seconds} seconds at ${SPEED} keys (50 words) a minute, for the promises of ${before.size} people, two numbers and a status.\n`;
  const readme = readFileSync(README, 'utf8');
  const block = /<!-- transcript -->\n```text\n[\s\S]*?\n```\n\n[^\n]*\n/;
  if (process.env.MOS_TRANSCRIPT === 'write')
    writeFileSync(
      README,
      readme.replace(block, () => wanted),
    );
  expect(block.exec(readFileSync(README, 'utf8'))?.[0], 'MOS_TRANSCRIPT=write writes it anew').toBe(wanted);
});

/** Those of whom a promise of the week before has no word yet, or waits for something. */
async function peopleWithoutWord(cwd: string): Promise<Set<string>> {
  const { out } = await mos(['week', '--week', '2026-W07', '--today', today, '--format', 'json'], { cwd });
  const [plan] = (
    JSON.parse(out) as {
      plans: { people: { owner: string; promised: { state?: { word: string; on?: string } }[] }[] }[];
    }
  ).plans;
  const isOpen = (state?: { word: string; on?: string }) =>
    state === undefined || state.word === 'blocked' || (state.word === 'moved' && state.on === '2026-W07');
  return new Set(
    (plan?.people ?? [])
      .filter(({ promised }) => promised.some(({ state }) => isOpen(state)))
      .map(({ owner }) => owner),
  );
}

/** The command as it is typed, its questions with their answers, and of its diff the lines that are new. */
async function transcriptOf(command: string, answers: readonly string[], cwd: string): Promise<string> {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].slice(1).map(([, quoted, plain]) => quoted ?? plain ?? '');
  const preload = join(
    folder({ 'terminal.mjs': 'process.stdin.isTTY = true;\nprocess.stdout.isTTY = true;\n' }),
    'terminal.mjs',
  );
  const env = {
    ...plainEnvironment(),
    NO_COLOR: '1',
    ...(answers.length > 0 && { NODE_OPTIONS: `--import=${preload}` }),
  };
  const child = spawn(process.execPath, [await builtProgram(), ...args, '--today', today], { cwd, env });
  let out = '';
  let asked = 0;
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.on('data', (chunk) => {
    out += chunk;
    // Each question is answered once, when it stands there whole.
    const questions = out.match(/\[q\]uit {2}/g)?.length ?? 0;
    for (; asked < questions && asked < answers.length; asked++) child.stdin.write(`${answers[asked]}\n`);
  });
  if (answers.length === 0) child.stdin.end();
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, err, asked }, command).toEqual({ code: 0, err: '', asked: answers.length });
  let at = 0;
  const lines = plain(out)
    .split('\n')
    .flatMap((line) => {
      const question = /^(.*\[q\]uit {2})/.exec(line)?.[1];
      if (question !== undefined) return [question + answers[at++]];
      if (/^[\w' .-]+: /u.test(line) && answers.length > 0) return ['', line];
      return /^\+(?!\+\+)/.test(line) ? [line] : [];
    });
  return [`$ ${command}`, ...lines, ''].join('\n');
}

/** Without what moves the cursor of a terminal. */
function plain(text: string): string {
  return text
    .replaceAll('\u001b', '\u0000')
    .replace(/\0\[[\d;?]*[A-Za-z]/g, '')
    .replaceAll('\r', '');
}
