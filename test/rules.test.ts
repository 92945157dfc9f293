/** Protects every rule by its own page: the faulty plan is flagged at the marks and nowhere else, the fix gives the mended one. */

import { type Finding, type Rule, rules, type SourceFile } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { type Fence, REQUIRED_SECTIONS, readPage } from './harness/pages.ts';
import { check, readExample, shown } from './harness/plan.ts';

/** `npm test -- -t cascade/orphaned-commitment` runs one page. */
describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const page = readPage(name);

  test('has all its sections, and is named after its rule', () => {
    expect(page.title).toBe(name);
    expect(page.sections.filter((section) => REQUIRED_SECTIONS.includes(section))).toEqual(
      REQUIRED_SECTIONS.filter((section) => section !== 'Fix' || page.sections.includes('Fix')),
    );
    expect(rule.why, 'the reason is a clause that follows "why"').toMatch(/^[a-z“"].*[^.]$/);
  });

  const faulty = page.fences.filter((fence) => fence.section === 'Faulty');
  const mended = page.fences.filter((fence) => fence.section === 'Mended');
  const begun = page.fences.filter((fence) => fence.flags.some((flag) => flag.startsWith('begun=')));

  test('has a faulty plan with marks for each mended one', () => {
    expect(faulty.length).toBeGreaterThan(0);
    expect(mended.length).toBe(faulty.length);
    for (const fence of faulty) expect(readExample(fence.source).marked.length).toBeGreaterThan(0);
  });

  test.each(faulty.map((fence) => [fence.line, fence] as const))(
    'line %i: flagged where marked, and only there',
    (_line, fence) => {
      const example = readExample(fence.source);
      const findings = findingsOf(rule, fence);
      expect(findings.map(shown).sort()).toEqual([...example.marked].sort());
      for (const { message } of findings)
        expect(message, 'a message is one short line').toMatch(/^[^\n]{1,120}[^.\n]$/);
    },
  );

  test.each(mended.map((fence, index) => [fence.line, fence, faulty[index] as Fence] as const))(
    'line %i: mended',
    (_line, fence, fault) => {
      expect(findingsOf(rule, fence).map(shown)).toEqual([]);
      if (fence.flags.includes('by-hand')) {
        const fixes = findingsOf(rule, fault).flatMap((finding) => finding.fixes);
        const shownElsewhere = begun.length > 0 ? fixes.filter(({ manual }) => manual) : [];
        expect(fixes, 'a fix exists, so the page should show it').toEqual(shownElsewhere);
        return;
      }
      const choice = Number(/fix=(\d)/.exec(fence.flags.join(' '))?.[1] ?? 1) - 1;
      expect(repaired(rule, fault, choice)).toBe(fence.source);
    },
  );

  test.each(begun.map((fence) => [fence.line, fence] as const))(
    'line %i: begun by the fix, and still flagged until a person goes on',
    (_line, fence) => {
      const example = readExample(fence.source);
      const fault = faulty[Number(/begun=(\d)/.exec(fence.flags.join(' '))?.[1]) - 1] as Fence;
      expect(repaired(rule, fault, 0)).toBe(example.text);
      expect(example.marked.length).toBeGreaterThan(0);
      expect(findingsOf(rule, fence).map(shown).sort()).toEqual([...example.marked].sort());
    },
  );

  test.each(page.fences.filter((fence) => fence.section === 'Innocent').map((fence) => [fence.line, fence] as const))(
    'line %i: innocent',
    (_line, fence) => {
      expect(findingsOf(rule, fence).map(shown)).toEqual([]);
    },
  );
});

function findingsOf(rule: Rule, fence: Fence): Finding[] {
  return check(readExample(fence.source)).findings.filter((finding) => finding.rule === rule.name);
}

/** The plan after the chosen fix of one finding after the other, until none is left that has one. */
function repaired(rule: Rule, fence: Fence, choice: number): string {
  let source = readExample(fence.source).text;
  for (let round = 0; round < 20; round++) {
    const example = readExample(source);
    const fix = check(example)
      .findings.filter((finding) => finding.rule === rule.name)
      .map((finding) => finding.fixes[choice])
      .find((candidate) => candidate !== undefined);
    if (!fix) return source;
    const files = example.files.map(({ file, text }): SourceFile => {
      const edits = fix.edits.filter((edit) => edit.file === file).sort((a, b) => b.start - a.start);
      return {
        file,
        text: edits.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text),
      };
    });
    source = joined(source, example.files, files);
  }
  throw new Error('the fix does not come to an end');
}

function joined(source: string, before: SourceFile[], after: SourceFile[]): string {
  return before.reduce((text, { file, text: old }) => {
    const changed = after.find((candidate) => candidate.file === file)?.text ?? old;
    return changed === old ? text : text.replace(old, () => changed);
  }, source);
}
