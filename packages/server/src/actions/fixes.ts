/** Every fix of every rule, and all that `mos check --fix` would repair in this file. */

import { applyFixes, type Outcome } from '@mos/language';
import { CodeActionKind } from 'vscode-languageserver';
import { lineEdits } from '../difference.ts';
import type { Subject } from '../feature.ts';
import { capital, type Occasion, type Offer } from './offer.ts';

export const FIX_ALL = 'source.fixAll.mos';

export function fixes({ findings }: Occasion): Offer[] {
  return findings.flatMap((finding) =>
    finding.fixes.map((fix, index) => ({
      title: capital(fix.title),
      kind: CodeActionKind.QuickFix,
      finding,
      isPreferred: index === 0 && fix.safe,
      outcome: { title: fix.title, edits: fix.edits },
    })),
  );
}

/** Offered when there is a safe fix; what it comes to is worked out when it is wanted. */
export function fixAll({ subject: { project, uri } }: Occasion): Offer[] {
  const isUseful = project.findings(uri).some(({ fixes: [first] }) => first?.safe);
  return isUseful ? [{ title: 'Apply all safe fixes of mos', kind: FIX_ALL, later: 'fixAll' }] : [];
}

/** The engine tries the fixes out one upon the other, and afterwards holds the plan as it was. */
export function allFixed({ project, file }: Subject): Outcome {
  const { engine } = project;
  const before = new Map([...engine.plan.files].map(([name, entry]) => [name, entry.text]));
  let changed: ReadonlyMap<string, string>;
  try {
    ({ changed } = applyFixes(engine, {
      reported: (name) => name === file,
      editable: (name) => project.isEditable(name),
    }));
  } finally {
    engine.update([...before].map(([name, text]) => ({ file: name, text })));
  }
  const edits = [...changed].flatMap(([name, text]) =>
    lineEdits(before.get(name) ?? '', text).map((edit) => ({ ...edit, file: name })),
  );
  return { title: 'apply all safe fixes', edits };
}
