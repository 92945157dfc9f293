/** Protects people who check what strangers send: links and pipes that came with a plan cost neither a secret nor the check. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Client } from '../harness/client.ts';
import { folder, mos } from './mos.ts';

const SECRET = 'AUTHORIZATION: basic c2VjcmV0';
const OWNER = 'owner ana "Ana"\n';
const TEAM = 'team growth "Growth" { lead ana }\n';
const AWAY = 'it is a link that leads out of the plan; put the file itself here';

/** A plan in `plan/`, beside files that are none of its business. */
function disk(files: Record<string, string> = {}): { out: string; plan: string } {
  const top = folder({
    'plan/plan.mos': OWNER,
    'out/secret': SECRET,
    'out/other.mos': 'owner bo "Bo Secret"\n',
    ...files,
  });
  return { out: join(top, 'out'), plan: join(top, 'plan') };
}

describe('links', () => {
  test.each(['text', 'sarif', 'github', 'json'])(
    'one to a secret is said, and nothing of the secret: %s',
    async (format) => {
      const { out, plan } = disk();
      symlinkSync(join(out, 'secret'), join(plan, 'env.mos'));
      symlinkSync(join(out, 'other.mos'), join(plan, 'other.mos'));
      const run = await mos(['check', '--format', format, '--today', '2026-02-09'], { cwd: plan });
      expect(run.code).toBe(2);
      expect(run.err).toContain(`env.mos: ${AWAY}`);
      expect(run.err).toContain(`other.mos: ${AWAY}`);
      expect(run.out + run.err).not.toMatch(/c2Vj|Bo Secret/);
    },
  );

  test('one to a file of the plan is the file, and one to what is no plan file is none', async () => {
    const { plan } = disk({ 'plan/team/growth.mos': TEAM, 'plan/.env': SECRET });
    symlinkSync(join('team', 'growth.mos'), join(plan, 'alias.mos'));
    symlinkSync('.env', join(plan, 'hidden.mos'));
    const { code, out, err } = await mos(['check', '--format', 'concise', '--today', '2026-02-09'], { cwd: plan });
    expect(code).toBe(2);
    expect(out).toContain('language/duplicate-name');
    expect(err).toBe(`✗ hidden.mos: ${AWAY}\n`);
  });

  test('named on the command line, it is no better', async () => {
    const { out, plan } = disk();
    symlinkSync(join(out, 'secret'), join(plan, 'env.mos'));
    const { code, err } = await mos(['check', 'env.mos', '--today', '2026-02-09'], { cwd: plan });
    expect({ code, err }).toEqual({ code: 2, err: `✗ env.mos: ${AWAY}\n` });
  });

  test('settings that lead away are not read', async () => {
    const { out, plan } = disk();
    symlinkSync(join(out, 'secret'), join(plan, 'mos.json'));
    const run = await mos(['check', '--today', '2026-02-09'], { cwd: plan });
    expect(run.code).toBe(2);
    expect(run.err).toContain(`mos.json: the settings could not be read, so the defaults hold: ${AWAY}`);
    expect(run.out + run.err).not.toContain('c2Vj');
  });

  test('settings that somebody names may lie anywhere, and be called otherwise', async () => {
    const { out, plan } = disk({
      'plan/mos.json': '{}',
      'out/strict-2.json': '{ "rules": { "language/unknown-name": "off" } }',
    });
    writeFileSync(join(plan, 'team.mos'), 'team growth "Growth" { lead nobody }\n');
    symlinkSync(join(out, 'strict-2.json'), join(out, 'strict.json'));
    const check = (...args: string[]) =>
      mos(['check', '--format', 'concise', '--today', '2026-02-09', ...args], { cwd: plan });
    expect((await check()).out).toContain('language/unknown-name');
    const { out: strict, err } = await check('--config', join(out, 'strict.json'));
    expect(err).toBe('');
    expect(strict).not.toContain('language/unknown-name');
  });

  test('nothing is kept in a folder that is a link', async () => {
    const { out, plan } = disk({ 'plan/mos.json': '{}' });
    const before = readdirSync(out);
    symlinkSync(out, join(plan, '.mos-cache'));
    const { err } = await mos(['check', '--cache', '--today', '2026-02-09'], { cwd: plan });
    expect(err).toContain('what was found could not be kept for the next time: the folder is a link');
    expect(readdirSync(out)).toEqual(before);
  });
});

describe('pipes and devices', () => {
  test.each(['mos.json', '.gitignore'])('%s is not waited for', async (name) => {
    const { plan } = disk();
    execFileSync('mkfifo', [join(plan, name)]);
    const pipe = await mos(['check', '--today', '2026-02-09'], { cwd: plan });
    expect(pipe.code).toBe(2);
    expect(pipe.err).toContain('it is a pipe, not a file');
  });

  test.each(['mos.json', '.gitignore'])('%s may lead to what never ends', async (name) => {
    const { plan } = disk();
    symlinkSync('/dev/zero', join(plan, name));
    const { code, err } = await mos(['check', '--today', '2026-02-09'], { cwd: plan });
    expect(code).toBe(2);
    expect(err).toContain('it is no ordinary file');
  });

  test('nor is .gitignore when files are looked for by patterns', async () => {
    const { plan } = disk({ 'plan/mos.json': '{ "include": ["**/*.mos"], "exclude": ["drafts/**"] }' });
    execFileSync('mkfifo', [join(plan, '.gitignore')]);
    const { code, err } = await mos(['check', '--today', '2026-02-09'], { cwd: plan });
    expect(code).toBe(2);
    expect(err).toContain('.gitignore: it is a pipe, not a file');
  });

  test('what is kept is read only from a file', async () => {
    const { plan } = disk({ 'plan/mos.json': '{}' });
    const check = () => mos(['check', '--cache', '--today', '2026-02-09'], { cwd: plan });
    const first = await check();
    const kept = readdirSync(join(plan, '.mos-cache')).find((name) => name.endsWith('.json')) ?? '';
    const file = join(plan, '.mos-cache', kept);
    expect(existsSync(file)).toBe(true);
    rmSync(file);
    execFileSync('mkfifo', [file]);
    expect((await check()).out).toBe(first.out);
  });

  test('more comes through standard input than any plan is', async () => {
    const { plan } = disk();
    const { code, err } = await mos(['check', '--stdin-filename', 'x.mos'], {
      cwd: plan,
      input: Buffer.alloc(33 * 1024 * 1024, ' '),
    });
    expect(code).toBe(2);
    expect(err).toContain('larger than 32 MB');
  });
});

test('the server knows its plan behind all of them, and nothing of the secret', async () => {
  const { out, plan } = disk({ 'plan/team.mos': OWNER });
  mkdirSync(join(plan, 'deep'));
  symlinkSync(join(out, 'secret'), join(plan, 'env.mos'));
  symlinkSync(join(out, 'other.mos'), join(plan, 'other.mos'));
  execFileSync('mkfifo', [join(plan, '.gitignore')]);
  symlinkSync('/dev/zero', join(plan, 'deep', '.gitignore'));
  writeFileSync(join(plan, 'deep', 'more.mos'), 'owner cho "Cho"\n');
  const client = await Client.start(plan, { today: '2026-02-09' });
  await client.settled();
  const told = [...client.published].map(([uri, { diagnostics }]) => [uri.split('/').at(-1), diagnostics] as const);
  const codes = Object.fromEntries(told.map(([name, list]) => [name, list.map(({ code }) => code)]));
  expect(codes['team.mos']).toContain('language/duplicate-name');
  expect(JSON.stringify(told)).not.toMatch(/c2Vj|Bo Secret/);
  expect(await client.stop()).toBe(0);
  expect(readFileSync(join(out, 'secret'), 'utf8')).toBe(SECRET);
});
