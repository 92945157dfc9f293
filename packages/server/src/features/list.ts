/** Every feature, once. A new one is a line here. */

import type { Feature } from '../feature.ts';
import { cascade } from './cascade.ts';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { companion } from './companion.ts';
import { completion } from './completion.ts';
import { navigation } from './definition.ts';
import { documentLinks } from './document-links.ts';
import { outline } from './document-symbols.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { hovering } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { usage } from './references.ts';
import { refreshing } from './refresh.ts';
import { renaming } from './rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { typeHierarchy } from './type-hierarchy.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

export const features: readonly Feature[] = [
  cascade,
  codeActions,
  codeLenses,
  companion,
  completion,
  documentLinks,
  folding,
  formatting,
  hovering,
  inlayHints,
  navigation,
  outline,
  refreshing,
  renaming,
  selectionRanges,
  semanticTokens,
  typeHierarchy,
  usage,
  workspaceSymbols,
];
