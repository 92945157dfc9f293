/** Every promise that is tried at random; texts and plans first, then the server. */

import { crowd } from './properties/crowd.ts';
import { editor } from './properties/editor.ts';
import { fixes } from './properties/fixes.ts';
import { order, sessions } from './properties/history.ts';
import { layout } from './properties/layout.ts';
import { memory } from './properties/memory.ts';
import { packages } from './properties/packages.ts';
import { reading } from './properties/reading.ts';
import { silence } from './properties/silence.ts';
import { stall } from './properties/stall.ts';
import { storm } from './properties/storm.ts';
import { wire } from './properties/wire.ts';
import type { Property } from './property.ts';

export const properties: readonly Property[] = [
  reading,
  layout,
  silence,
  order,
  sessions,
  fixes,
  editor,
  wire,
  stall,
  storm,
  memory,
  crowd,
  packages,
];
