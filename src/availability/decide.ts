import type { Offer, Reason, Split } from './offer.js';
import type { Policy } from './policy.js';
import { earliest, promiseFor } from './promise.js';
import { known, ordinary } from './read.js';
import type { Reckon } from './reckon.js';
import type { AvailabilityRecord } from './record.js';
import { saleOf, type Sale } from './sale.js';
import { beyondShelf, shelfOf } from './shelf.js';
import type { State } from './state.js';

// Beyond the year 8000 days would soon need a fifth digit; a clock that shows it is no clock.
const LAST_INSTANT = 2e14;

type Parts = { [K in keyof Offer]?: Offer[K] | undefined };

/**
 * What a shopper can do now with `wanted` pieces of one variant.
 *
 * Total: every record, policy, quantity and instant gives an offer. Unknown or contradictory records leave the
 * shop's own page as it is. No offer takes more than the record and the policy allow.
 *
 * @param wanted pieces; anything but a whole number from 1 counts as 1
 * @param now milliseconds since 1970; rules never look at a clock themselves, and without a sane one nothing is known
 * @param reckon finds the promise by a delivery plan; without one the dates stand as they were told
 */
export function decide(
  record: AvailabilityRecord,
  policy: Policy,
  wanted: number,
  now: number,
  reckon?: Reckon,
): Offer {
  const pieces = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
  const shelf = shelfOf(record, policy);
  const sale = saleOf(record, policy, now);
  const make = (state: State, reason: Reason, more: Parts = {}): Offer =>
    ordinary({
      state,
      reason,
      wanted: pieces,
      quantity: quantityOf(record, Infinity),
      control: 'theme',
      signUp: false,
      express: 'keep',
      changesAt: sale.changesAt,
      ...more,
    }) as Offer;

  if (!(now >= 0 && now < LAST_INSTANT)) return make('unknown', 'not-told');
  if (shelf === 'contradiction') return make('unknown', 'contradiction');
  const signUp = policy.signUp !== 'never';
  const selling = sale.open || sale.soon;
  const always = selling && policy.trigger === 'always';
  if (shelf === undefined && !always) {
    if (!record.hint) return make('unknown', 'not-told');
    const gone = record.hint === 'sold-out' || record.hint === 'coming-soon';
    return make(record.hint, 'hint-only', { signUp: gone && signUp });
  }

  const pile = always ? 0 : (shelf ?? 0);
  // Goods that are not out yet do not ship as usual, though they may lie on the shelf already.
  const early = selling && policy.trigger === undefined && record.status === 'preorder';
  const onShelf = early ? 0 : pile;
  const most = sale.open
    ? Math.max(onShelf, Math.min(pile + beyondShelf(record, policy, pile), policy.maxPerOrder ?? Infinity))
    : onShelf;
  const quantity = quantityOf(record, most);
  const split = share(pieces, quantity.max, onShelf, policy);
  const promised = (sold: Sale['as']): Parts => {
    const beyond = split.now + split.later - onShelf;
    const found = reckon?.(record, policy, sold, now, beyond) ?? promiseFor(record, policy, sold, now);
    return { ...found, changesAt: earliest(sale.changesAt, found.changesAt) };
  };
  if (split.later > 0) {
    return make(sale.as, reasonOf(split, onShelf, policy), {
      split,
      quantity,
      ...promised(sale.as),
      control: 'swap',
      express: policy.express ?? 'keep',
      signUp: policy.signUp === 'beside',
    });
  }

  const shopSells = record.orderable ?? (record.status === 'backorder' || record.status === 'preorder');
  // The shop system sells what nothing else that we were told could: its own page knows why.
  if (!selling && shopSells && (split.now === 0 || record.status === 'preorder')) {
    return make('unknown', 'contradiction');
  }
  if (split.now > 0) {
    return make('in-stock', split.refused > 0 ? 'over-limit' : inStockReason(record), { split, quantity });
  }
  // Other words on an express button would not stop it.
  const { express = 'relabel' } = policy;
  const closed = express === 'relabel' ? 'disable' : express;
  if (sale.open) {
    // Where the theme is to stand as it is, nothing of ours says otherwise beside it.
    if (policy.atLimit === 'theme') return make('unknown', 'limit-reached');
    const stop = onShelf === 0;
    return make('sold-out', 'limit-reached', {
      split,
      quantity,
      control: stop ? 'stop' : 'theme',
      express: stop ? closed : 'keep',
      signUp: stop && signUp,
    });
  }
  const soon = sale.soon || record.status === 'coming-soon';
  const refused = record.orderable === false;
  return make(
    soon ? 'coming-soon' : 'sold-out',
    sale.soon ? 'not-started' : refused ? 'platform-refuses' : 'nothing-left',
    {
      split,
      quantity,
      ...(soon && promised('preorder')),
      control: sale.soon && !refused ? 'stop' : 'theme',
      express: sale.soon && !refused ? closed : 'keep',
      signUp,
    },
  );
}

/** What one order may take when there are `most`. */
function quantityOf({ quantity }: AvailabilityRecord, most: number): Offer['quantity'] {
  const largest = quantity?.max ?? Infinity;
  const step = quantity?.step ?? 1;
  // A smallest order above the largest is a slip in the shop's rule; it shall not stop a sale.
  const min = Math.min(quantity?.min ?? 1, largest);
  const end = Math.min(largest, most);
  // Fewer than the smallest order are none; the largest is one that the shop's steps can reach.
  const max = end < min ? 0 : end - ((end - min) % step);
  return known({ min, step, max: end === Infinity ? undefined : max }) as Offer['quantity'];
}

function share(pieces: number, most: number | undefined, onShelf: number, policy: Policy): Split {
  const all = Math.min(pieces, most ?? Infinity);
  const fromShelf = Math.min(all, onShelf);
  const later = all - fromShelf;
  // Shipped together, what is on the shelf waits for the rest.
  const waits = later > 0 && policy.partial === 'together' ? fromShelf : 0;
  return Object.freeze({ now: fromShelf - waits, later: later + waits, refused: pieces - all });
}

function reasonOf(split: Split, onShelf: number, policy: Policy): Reason {
  if (split.refused > 0) return 'over-limit';
  if (policy.trigger === 'always') return 'always';
  return onShelf > 0 ? 'partly-beyond-shelf' : 'beyond-shelf';
}

function inStockReason(record: AvailabilityRecord): Reason {
  if (record.tracked === false) return 'not-tracked';
  return record.onHand === undefined ? 'status-told' : 'on-shelf';
}
