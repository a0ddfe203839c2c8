import { bothOf, datedOf, daysOf, wholeUnits, type Dated, type DatedDays } from './dated-days.js';
import type { Offer, ShipPart } from './offer.js';
import { ordinary } from './read.js';

/** One line of a cart. */
export interface CartLine {
  /** What was decided for its quantity. */
  readonly offer: Pick<Offer, 'split' | 'promise' | 'parts'>;
  /** The promise for its pieces on the shelf, where a delivery plan reckoned one; else they ship as usual. */
  readonly ready?: Omit<ShipPart, 'quantity'> | undefined;
}

/** Pieces of a cart that go together. */
export interface CartShipment extends Partial<Dated> {
  /** Missing, like the days: these ship as usual, and nobody reckoned when that is. */
  readonly basis?: 'ship' | 'deliver';
  /** How many pieces of which line, by its place in the list. */
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
}

/** When the pieces of a cart come. */
export interface CartPromise {
  /** The soonest first. Pieces without a date, and those that cannot be ordered, are in none of them. */
  readonly shipments: readonly CartShipment[];
  /** Places in the list of the lines of which some pieces have no date. */
  readonly undated: readonly number[];
  /** The days by which all of it has shipped or arrived. Missing when nobody can say, or when all ships as usual. */
  readonly last?: Dated & { readonly basis: 'ship' | 'deliver' };
}

/** Pieces of one line with one date; those that ship as usual have none. */
interface Piece extends Partial<Omit<ShipPart, 'quantity'>> {
  readonly line: number;
  readonly quantity: number;
}

/**
 * When a cart comes, as the merchant ships: each piece as soon as it is there (`split`), or all of them with the last (`together`).
 * Together is a date of dispatch, unless `arriveFor` tells when a parcel of all arrives: how long the slowest of them travels
 * is not known here.
 */
export function cartPromise(
  lines: readonly CartLine[],
  partial: 'split' | 'together' = 'split',
  arriveFor?: (ship: Dated) => Dated | undefined,
): CartPromise {
  const pieces: Piece[] = [];
  const undated: number[] = [];
  for (const [line, { offer, ready }] of lines.entries()) {
    const { split, promise, parts } = offer;
    // Of a line that nobody decided nothing can be said.
    if (!split) undated.push(line);
    if (split && split.now > 0) pieces.push({ ...ready, line, quantity: split.now });
    if (!split || split.later <= 0) continue;
    const later = parts ?? [{ ...promise, quantity: split.later }];
    for (const { quantity, window, basis, confidence, ship, arrive } of later) {
      if (window) pieces.push(ordinary({ line, quantity, window, basis, confidence, ship, arrive }) as Piece);
      else if (undated.at(-1) !== line) undated.push(line);
    }
  }
  const found = partial === 'together' ? together(pieces, arriveFor) : apart(pieces);
  // Together, what waits for something without a date has none either.
  const stuck = !found || (partial === 'together' && undated.length > 0);
  const waiting = stuck ? lines.flatMap(({ offer }, line) => (isEmpty(offer) ? [] : line)) : undated;
  const shipments = Object.freeze(stuck ? [] : [...found]);
  return ordinary({
    shipments,
    undated: Object.freeze(waiting),
    last: waiting.length ? undefined : lastOf(shipments),
  }) as CartPromise;
}

const isEmpty = ({ split }: CartLine['offer']): boolean => !!split && split.now + split.later === 0;

function apart(pieces: readonly Piece[]): readonly CartShipment[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = JSON.stringify([piece.window, piece.basis, piece.confidence]);
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()].map(shipmentOf).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

// What ships as usual goes first.
const keyOf = ({ window }: CartShipment): string => (window ? window.end + window.start : '');

function shipmentOf(pieces: readonly Piece[]): CartShipment {
  const { window, basis, confidence } = pieces[0] ?? {};
  const lines = pieces.map(({ line, quantity }) => Object.freeze({ line, quantity }));
  return ordinary({ window, basis, confidence, lines: Object.freeze(lines) }) as CartShipment;
}

/** All in one; nothing when no day follows, as from a date of dispatch beside one of arrival. */
function together(
  pieces: readonly Piece[],
  arriveFor?: (ship: Dated) => Dated | undefined,
): readonly CartShipment[] | undefined {
  const dated = pieces.filter(({ window }) => window);
  const [first] = dated;
  // Those that ship as usual wait for the others, if there are any.
  if (!first) return pieces.length ? [shipmentOf(pieces)] : [];
  const whole = (days: Partial<Dated>, basis: Piece['basis']): readonly CartShipment[] => [
    shipmentOf(pieces.map(({ line, quantity }) => ordinary({ ...days, basis, line, quantity }) as Piece)),
  ];
  const same = ({ window, basis, confidence, ship }: Piece): string =>
    JSON.stringify([window, basis, confidence, ship]);
  if (dated.every((it) => same(it) === same(first))) return whole(datesOf(first), first.basis);

  const ships = dated.flatMap((it) => it.ship ?? (it.basis === 'ship' ? (it as Dated) : []));
  if (ships.length < dated.length) return undefined;
  const days = ships.map(({ window, confidence }): DatedDays => daysOf(window, confidence));
  const ship = datedOf(wholeUnits(days.reduce(bothOf)));
  const arrive = arriveFor?.(ship);
  return whole(arrive ?? ship, arrive ? 'deliver' : 'ship');
}

function datesOf({ window, confidence }: Piece): Partial<Dated> {
  return window && confidence ? { window, confidence } : {};
}

function lastOf(shipments: readonly CartShipment[]): CartPromise['last'] {
  const { window, confidence, basis } = shipments.at(-1) ?? {};
  return window && confidence && basis ? Object.freeze({ window, confidence, basis }) : undefined;
}
