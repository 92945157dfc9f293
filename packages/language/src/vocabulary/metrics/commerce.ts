/** Shops, subscriptions and retail: marketing to consumers. */

import { names, type VocabularyEntry } from '../entry.ts';

export const commerce: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'promotions run',
    also: names(`
      promotions, promotions launched, promo campaigns, coupons issued, coupons distributed, discount codes issued,
      vouchers issued, offers sent, flash sales run, seasonal campaigns, coupons sent
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'products listed',
    also: names(`
      product listings, listings published, product pages built, product feeds launched, catalog updates,
      SKUs launched, products launched online, product descriptions written, product photos taken
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'samples distributed',
    also: names(`
      product samples, samples sent, sampling events, in-store demos, in-store activations, pop-ups opened,
      pop-up stores, displays placed, in-store displays, samples handed out, point-of-sale materials placed,
      pop-up shops
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'add-to-cart rate',
    also: names(`
      add-to-carts, cart additions, products added to cart, wishlist additions, wishlist adds, carts created,
      product views, product detail views, basket additions, checkout starts, checkouts started,
      checkouts initiated, add to basket rate
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'cart abandonment rate',
    also: names('cart abandonment, checkout abandonment, abandonment rate, basket abandonment'),
    kind: 'output',
    unit: '%',
    better: 'down',
  },
  { phrase: 'abandoned carts', kind: 'output', unit: 'count', better: 'down' },
  {
    phrase: 'coupon redemptions',
    also: names(`
      coupon redemption rate, coupons redeemed, voucher redemptions, vouchers redeemed, offer redemptions,
      offer redemption rate, promo redemptions, discount code uses, offers redeemed, cart recovery rate,
      carts recovered
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'store visits',
    also: names(`
      foot traffic, footfall, store traffic, walk-ins, store visitors, shop visits, showroom visits, test drives,
      branch visits, mall traffic
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  // What changed
  {
    phrase: 'checkout conversion rate',
    also: names(`
      e-commerce conversion rate, purchase conversion rate, shop conversion rate, purchase rate,
      cart conversion rate, store conversion rate, checkout completion rate, visitor to buyer conversion,
      visit to order rate, visit to order conversion, conversion to sale, order conversion rate, purchase conversion
    `),
    kind: 'outcome',
    unit: '%',
    timing: 'lagging',
    better: 'up',
    note: 'Ends in a purchase, unlike a conversion into a lead or a sign-up.',
  },
  {
    phrase: 'orders',
    also: names(`
      purchases, transactions, units sold, sales volume, unit sales, items sold, products sold, subscriptions sold,
      new subscriptions, paid subscriptions, paid subscribers, pre-orders, paying subscribers, paying users,
      paid users
    `),
    kind: 'outcome',
    unit: 'count',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'average order value',
    also: names(`
      AOV, basket size, basket value, average basket, average transaction value, items per order,
      units per transaction, average ticket, cart value, spend per visit
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'online sales',
    also: names(`
      e-commerce revenue, e-commerce sales, online revenue, GMV, gross merchandise value, direct-to-consumer sales,
      DTC revenue, DTC sales, digital sales, digital revenue, web sales, web revenue, store sales, retail sales,
      like-for-like sales, sales per store, comparable sales, app revenue, gross merchandise volume
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'repeat purchase rate',
    also: names(`
      repeat customer rate, purchase frequency, reorder rate, returning customer rate, repurchase rate,
      order frequency, second purchase rate, time between purchases
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'repeat purchases',
    also: names('repeat orders, repeat sales'),
    kind: 'outcome',
    unit: 'count',
    timing: 'lagging',
    better: 'up',
  },
  {
    phrase: 'repeat customers',
    also: names('repeat buyers, returning customers'),
    kind: 'outcome',
    unit: 'count',
    timing: 'lagging',
    better: 'up',
  },
  { phrase: 'return rate', also: names('refund rate'), kind: 'outcome', unit: '%', timing: 'lagging', better: 'down' },
  {
    phrase: 'product returns',
    also: names('returns, refunds, orders returned, chargebacks'),
    kind: 'outcome',
    unit: 'count',
    timing: 'lagging',
    better: 'down',
  },
  {
    phrase: 'sell-through rate',
    also: names(`
      sell-through, shelf share, distribution points, weighted distribution, numeric distribution,
      velocity per store, stores carrying us, retail distribution
    `),
    kind: 'outcome',
    timing: 'lagging',
    better: 'up',
  },
];
