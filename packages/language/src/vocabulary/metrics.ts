/** The built-in vocabulary, one chapter for each field of marketing. */

import type { VocabularyEntry } from './entry.ts';
import { accounts } from './metrics/accounts.ts';
import { brand } from './metrics/brand.ts';
import { commerce } from './metrics/commerce.ts';
import { content } from './metrics/content.ts';
import { customers } from './metrics/customers.ts';
import { demand } from './metrics/demand.ts';
import { email } from './metrics/email.ts';
import { events } from './metrics/events.ts';
import { funnel } from './metrics/funnel.ts';
import { operations } from './metrics/operations.ts';
import { paid } from './metrics/paid.ts';
import { partners } from './metrics/partners.ts';
import { pipeline } from './metrics/pipeline.ts';
import { product } from './metrics/product.ts';
import { revenue } from './metrics/revenue.ts';
import { search } from './metrics/search.ts';
import { social } from './metrics/social.ts';
import { technology } from './metrics/technology.ts';

export const metrics: readonly VocabularyEntry[] = [
  ...pipeline,
  ...revenue,
  ...demand,
  ...funnel,
  ...accounts,
  ...content,
  ...search,
  ...email,
  ...social,
  ...paid,
  ...events,
  ...product,
  ...customers,
  ...brand,
  ...partners,
  ...commerce,
  ...operations,
  ...technology,
];
