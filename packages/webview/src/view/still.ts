/** Keeps what controls of others are made of as still as the page, whose styles end at their doors, where a person wants less motion. */

import { VscodeScrollable } from '@vscode-elements/elements/dist/vscode-scrollable/index.js';
import { css } from 'lit';

/** The scroll bar of a list to choose from comes and goes slowly. */
VscodeScrollable.elementStyles.push(css`
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`);
