/** What the pages of a site can do where scripts may run: filter, open and close, search. Without it they say the same. */

import { addFilters } from './filter.ts';
import { openForPrint } from './print.ts';
import { addSearch } from './search.ts';

addFilters();
addSearch((document.currentScript as HTMLScriptElement | null)?.dataset.top ?? '');
openForPrint();
