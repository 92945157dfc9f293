/** What the search of a site looks through: one line for each declaration of the cascade, and for each metric and person. */

import { identityOf, type Plan, titleOf } from '@mos/language';
import { visible } from '../output/visible.ts';
import type { Site } from './frame.ts';

/** Kind, title, address from the top of the site, and who answers for it or what it belongs to. */
export type SearchLine = [kind: string, title: string, address: string, beside: string];

const KINDS = ['frame', 'bet', 'run', 'objective', 'milestone', 'commitment', 'program', 'metric', 'owner'] as const;

/**
 * A script that leaves the lines where the site’s own script finds them: a page that is opened from a disk may load scripts, and
 * no data. It is pure data: a JSON text within a call.
 */
export function searchScript(site: Site, plan: Plan): string {
  const lines = KINDS.flatMap((kind) =>
    plan.nodesOf(kind).flatMap((node): SearchLine[] => {
      const address = site.addressOf({ id: identityOf(plan, node) });
      if (address === undefined) return [];
      const beside = kind === 'owner' ? (node.text('role')?.value ?? '') : (node.dri ?? node.scope);
      return [
        [
          kind,
          shown(titleOf(node)),
          address,
          shown(typeof beside === 'string' ? beside : beside ? titleOf(beside) : ''),
        ],
      ];
    }),
  );
  return `mosFound(${scriptText(JSON.stringify(lines))});\n`;
}

/** As the pages show it. */
function shown(text: string): string {
  return visible(text.replace(/\s+/g, ' '));
}

/** JSON that is safe in a script of any encoding. */
function scriptText(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
