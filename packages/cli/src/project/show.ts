/** The settings that hold for a project, as plain data for people who wonder. */

import { profiles, rules } from '@mos/language';
import { shownPath } from '../output/paths.ts';
import type { Project } from './workspace.ts';

/** Like mos.json itself, with everything filled in. */
export function shownSettings({ root, config }: Project, cwd: string): Record<string, unknown> {
  const { severities } = profiles[config.profile];
  return {
    project: shownPath(root, cwd),
    settings: config.file === undefined ? null : shownPath(config.file, cwd),
    name: config.name ?? null,
    ...config.calendar,
    profile: config.profile,
    limits: config.limits,
    include: config.include,
    exclude: config.exclude,
    vocabulary: config.vocabulary,
    rules: Object.fromEntries(
      rules.map(({ name, severity }) => {
        const own = config.rules.get(name);
        const holds = own?.severity ?? severities[name] ?? severity;
        const options = Object.keys(own?.options ?? {}).length > 0 ? own?.options : undefined;
        return [name, options ? { severity: holds, ...options } : holds];
      }),
    ),
  };
}
