/** The language server as a process of its own. */

import { serve } from './serve.ts';

serve();
