/** The files that all pages of a site share. */

import script from 'bundled:./browser/main.ts';
import style from 'bundled:./browser/site.css';
import type { Page } from './frame.ts';

export function siteAssets(): Page[] {
  return [
    { path: 'assets/site.css', text: style },
    { path: 'assets/site.js', text: script },
    { path: 'assets/icon.svg', text: ICON },
  ];
}

/** Four levels, each hanging on the one above. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#123047"/><path d="M3 4h10M5 7h8M7 10h6M9 13h4" stroke="#fff" stroke-width="1.6"/></svg>\n`;
