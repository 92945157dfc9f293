/** Every format of `mos check`, in the order in which help lists them. */

import { azure } from './azure.ts';
import { checkstyle } from './checkstyle.ts';
import { concise } from './concise.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { jsonLines } from './json-lines.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { rdjson } from './rdjson.ts';
import type { Output } from './report.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const outputs: readonly Output[] = [
  text,
  concise,
  json,
  jsonLines,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  rdjson,
  azure,
  markdown,
];

/** Undefined for a name that no format has. */
export function outputNamed(name: string): Output | undefined {
  return outputs.find((output) => output.name === name);
}
