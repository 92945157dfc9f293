/** Before every test file: a text that is not right can be read at once. */

import { loadFullReader } from '../../packages/language/src/syntax/reader.ts';

await loadFullReader();
