/** Every feature, once. A new one is a line here. */

import type { Feature } from '../feature.ts';
import { codeActions } from './code-actions.ts';
import { navigation } from './definition.ts';
import { outline } from './document-symbols.ts';
import { formatting } from './formatting.ts';
import { hovering } from './hover.ts';
import { usage } from './references.ts';
import { renaming } from './rename.ts';

export const features: readonly Feature[] = [codeActions, formatting, hovering, navigation, outline, renaming, usage];
