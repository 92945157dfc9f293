/** Protects what the bench measures: made-up plans are clean or faulty as asked, as large as said, and the same for the same seed. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, readConfig } from '@mos/language';
import { afterAll, expect, test } from 'vitest';
import { generate, TODAY } from './generate.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mos-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));
