/** What mos says when it is itself at fault: what to report, and what has become of the files. */

import { version } from '../package.json';
import { visible, visibleShort } from './output/visible.ts';

/** Files that this run has written; empty until a command writes. */
export const written: string[] = [];

/** Several lines, the last one ended. */
export function describeFault(error: unknown, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const wordy = args.includes('--verbose') || Boolean(env.MOS_DEBUG);
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
  const lines = [
    'mos came upon a fault of its own. Your plan is not to blame.',
    written.length === 0
      ? 'Nothing was written.'
      : `Written before that, each file whole: ${written.map((file) => visible(file)).join(', ')}.`,
    '',
    'To report it, send these lines and, if you may, the plan:',
    `  mos ${version} · Node.js ${process.versions.node} · ${process.platform} ${process.arch}`,
    `  mos ${args.map((arg) => visibleShort(arg, 200)).join(' ')}`,
    `  ${visibleShort(message)}`,
    ...(wordy ? stack.map((line) => visibleShort(line)) : ['  With --verbose it also says where in mos it happened.']),
  ];
  return `${lines.join('\n')}\n`;
}
