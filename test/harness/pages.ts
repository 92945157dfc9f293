/** A rule's page as its test: sections, fenced plans, marks. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Fence {
  section: string;
  /**
   * Words after ```mos: `by-hand` for a mended plan that no fix makes, `fix=2` for the second way out, `begun=1` for what the
   * way out of the first faulty plan begins and leaves to a person, with marks for the findings that stay.
   */
  flags: string[];
  source: string;
  line: number;
}

export interface Page {
  title: string;
  sections: string[];
  fences: Fence[];
}

export const REQUIRED_SECTIONS = ['Why it matters', 'Faulty', 'Mended', 'Fix', 'When to allow it'];

export function pagePath(rule: string): string {
  return fileURLToPath(new URL(`../../packages/language/src/rules/${rule}.md`, import.meta.url));
}

export function readPage(rule: string): Page {
  const page: Page = { title: '', sections: [], fences: [] };
  let section = '';
  let fence: Fence | undefined;
  readFileSync(pagePath(rule), 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (fence) {
        if (line === '```') {
          fence.source = fence.source.replace(/\n$/, '');
          page.fences.push(fence);
          fence = undefined;
        } else fence.source += `${line}\n`;
      } else if (line.startsWith('```mos')) {
        fence = { section, flags: line.slice(6).trim().split(/\s+/).filter(Boolean), source: '', line: index + 1 };
      } else if (line.startsWith('# ')) page.title = line.slice(2);
      else if (line.startsWith('## ')) {
        section = line.slice(3);
        page.sections.push(section);
      }
    });
  return page;
}
