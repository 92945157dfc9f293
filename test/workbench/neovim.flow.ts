/** Protects every other editor: Neovim, set up as the README says, attaches `mos lsp --stdio` and has findings and completion. */

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './scene.ts';

const home = mkdtempSync(join(tmpdir(), 'mos-neovim-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const PLAN = `owner ana "Ana Silva" { role "Chief Marketing Officer" }

week 2026-W03 {
  commitment booth "Redesign the booth" { dri ana }
  commitment brief "Publish the segment brief" { dri  }
}
`;

/** Waits for what the server says, asks it what may stand at the cursor, writes both down, and ends. Times in milliseconds. */
const SCRIPT = `
vim.schedule(function()
  local ok, message = pcall(function()
    assert(vim.wait(60000, function() return #vim.diagnostic.get(0) == 2 end, 50), 'no findings')
    local found = vim.tbl_map(function(each) return { each.source, each.code, each.lnum } end, vim.diagnostic.get(0))
    vim.api.nvim_win_set_cursor(0, { 5, 53 })
    local at = vim.lsp.util.make_position_params()
    local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', at, 60000)
    local _, answer = next(answers)
    local labels = vim.tbl_map(function(item) return item.label end, answer.result.items)
    vim.fn.writefile({ vim.fn.json_encode({ found = found, labels = labels }) }, 'seen.json')
  end)
  if not ok then vim.fn.writefile({ vim.fn.json_encode({ error = tostring(message) }) }, 'seen.json') end
  vim.cmd('qall!')
end)
`;

test('findings and completion', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, setup = ''] = /<!-- neovim -->\n```lua\n([\s\S]*?)\n```/.exec(readme) ?? [];
  expect(setup).not.toBe('');
  cpSync(join(root, 'examples', 'broken', 'mos.json'), join(home, 'mos.json'));
  writeFileSync(join(home, 'plan.mos'), PLAN);
  writeFileSync(join(home, 'setup.lua'), `${setup}\n`);
  writeFileSync(join(home, 'script.lua'), SCRIPT);

  const child = spawn('nvim', ['--headless', '--clean', '-u', 'setup.lua', 'plan.mos', '-S', 'script.lua'], {
    cwd: home,
    env: { ...process.env, HOME: home, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  expect(await new Promise((resolve) => child.once('exit', resolve)), said).toBe(0);

  const { error, found, labels } = JSON.parse(readFileSync(join(home, 'seen.json'), 'utf8'));
  expect(error, said).toBeUndefined();
  expect(found).toContainEqual(['mos', 'cascade/orphaned-commitment', 3]);
  expect(labels).toContain('ana');
});
