/** `mos completions`: a script that makes a shell complete commands, options and what they take. */

import { rules } from '@mos/language';
import { documentKinds } from '@mos/language/documents';
import { bash } from '../completions/bash.ts';
import { fish } from '../completions/fish.ts';
import { modelOf } from '../completions/model.ts';
import { zsh } from '../completions/zsh.ts';
import { openConsole } from '../console.ts';
import { exitCodes } from '../problem.ts';
import { buildProgram } from '../program.ts';

export async function completions(shell: string, options: { color: boolean }): Promise<number> {
  const out = openConsole(options);
  const model = modelOf(
    buildProgram(() => {}),
    rules.map(({ name }) => name),
    documentKinds.map(({ name }) => name),
  );
  out.print({ bash, zsh, fish }[shell as 'bash' | 'zsh' | 'fish'](model), exitCodes.clean);
  return exitCodes.clean;
}
