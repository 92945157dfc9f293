/** Starts the built mos; read only by a Node that knows `import`. */

import('../dist/mos.mjs');
