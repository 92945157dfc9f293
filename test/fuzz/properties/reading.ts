/** Any text is read and judged, in little time, and costs its neighbour nothing. */

import { compile, defaultConfig, type Finding, formatPlan } from '@mos/language';
import { summarize } from '../../../packages/language/src/syntax/reader.ts';
import type { Random } from '../../harness/sentences.ts';
import { Broken, type Property } from '../property.ts';
import { fuzzed } from '../texts.ts';

const TODAY = '2026-02-09';
/** Milliseconds of work for one text, whatever it is. */
const LONGEST = 2000;
/** UTF-16 units of the longest message: a finding must not flood the list that it stands in. */
const LONGEST_MESSAGE = 500;
/** Every text is read and laid out; judging it takes longer, and finds less. */
const JUDGED = 0.4;
/** Its own findings say nothing about names, which the other file may bear, too. */
const NEIGHBOUR = 'owner nobody_else "N" { capacity 1 capacity 2 }\nowner nobody "O" { role 5 }\n';
const ITS_FINDINGS = ['language/repeated-property', 'language/syntax-error'];

export const reading: Property = {
  name: 'reading',
  promise: 'any text is read, judged and laid out within 2 seconds, and its neighbour keeps its findings',
  quick: 20_000,
  long: 1_000_000,
  run(random: Random) {
    const text = fuzzed(random);
    const files = { 'a.mos': text, 'b.mos': NEIGHBOUR };
    const began = worked();
    summarize('a.mos', text);
    formatPlan(text);
    if (random() < JUDGED) {
      const sources = Object.entries(files).map(([file, content]) => ({ file, text: content }));
      const { findings } = compile(sources, defaultConfig, TODAY);
      for (const finding of findings) checkPlaces(finding, files);
      const ofNeighbour = findings.filter(({ file, rule }) => file === 'b.mos' && ITS_FINDINGS.includes(rule));
      if (ofNeighbour.length !== ITS_FINDINGS.length) throw new Broken('its neighbour has other findings', files);
    }
    if (worked() - began > LONGEST) throw new Broken('it took more than 2 seconds', files);
  },
};

/** Milliseconds that this process has worked: other programs on the machine do not count. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function checkPlaces({ file, rule, span, range, message, fixes }: Finding, files: Record<string, string>): void {
  const isInside = (name: string, { start, end }: { start: number; end: number }) =>
    0 <= start && start <= end && end <= (files[name]?.length ?? -1);
  if (!isInside(file, span) || range.start.line < 1 || range.start.column < 1) {
    throw new Broken(`${rule} stands nowhere`, files);
  }
  if (message.length > LONGEST_MESSAGE) throw new Broken(`a message of ${message.length} characters`, files);
  if (/[\r\n]/.test(message)) throw new Broken(`a message of several lines: ${message}`, files);
  if (fixes.some(({ edits }) => edits.length === 0)) throw new Broken(`${rule} has a way out that does nothing`, files);
  for (const edit of fixes.flatMap(({ edits }) => edits)) {
    if (!isInside(edit.file, edit)) throw new Broken(`a way out of ${rule} edits what is not there`, files);
  }
}
