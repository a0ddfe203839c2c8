import type { Cart, CartContents, CartLine, NewLine } from './cart.js';

/** What has become of a line that was put into the cart. */
export interface Receipt {
  /** `kept`, or `repaired` by us; `promise-lost`: in the cart without its promise; `short`: fewer pieces than were asked for. */
  readonly code: 'kept' | 'repaired' | 'promise-lost' | 'short';
  readonly wanted: NewLine;
  /** Pieces that did come into the cart. */
  readonly added: number;
}

const isOf = ({ product, variant }: NewLine, line: CartLine): boolean =>
  line.product === product && line.variant === variant;

const carries = ({ properties }: NewLine, line: CartLine): boolean =>
  Object.entries(properties).every(([name, value]) => line.properties[name] === value);

/** Lines of the same variant are told apart by whether they carry the promise. */
const piecesIn = (wanted: NewLine, lines: readonly CartLine[]): number =>
  lines
    .filter((line) => isOf(wanted, line) && carries(wanted, line) && promised(line) === promised(wanted))
    .reduce((sum, { quantity }) => sum + quantity, 0);

const promised = ({ properties }: Pick<NewLine, 'properties'>): boolean => '_backorder' in properties;

/** Compares what a shop says is in the cart with what was put into it. */
export function receiptsOf(
  before: CartContents,
  after: CartContents,
  lines: readonly NewLine[],
): readonly Receipt[] {
  return lines.map((wanted) => {
    const added = piecesIn(wanted, after.lines) - piecesIn(wanted, before.lines);
    if (added >= wanted.quantity) return { code: 'kept', wanted, added: wanted.quantity };
    // Pieces without a promise beyond those that were put in without one.
    const bare = { ...wanted, properties: {} };
    const plain = lines.filter((it) => it.variant === wanted.variant && !promised(it));
    const told = plain.reduce((sum, { quantity }) => sum + quantity, 0);
    const lost = promised(wanted) && piecesIn(bare, after.lines) - piecesIn(bare, before.lines) > told;
    return { code: lost ? 'promise-lost' : 'short', wanted, added: Math.max(0, added) };
  });
}

/**
 * Adds to a cart, reads it back, and puts a promise that got lost on its line again where that line is there for it alone. What cannot
 * be repaired is left to be told to the shopper: it is in the cart, and they were promised a date that the order does not carry.
 */
export async function addWithReceipt(
  cart: Cart,
  lines: readonly NewLine[],
): Promise<{ readonly contents: CartContents; readonly receipts: readonly Receipt[] }> {
  const before = await cart.read();
  const added = await cart.add(lines);
  // Not the answer to the add: what the order will be made of is what is read afterwards.
  let contents = { ...(await cart.read()), notices: added.notices };
  const receipts: Receipt[] = [];
  for (const receipt of receiptsOf(before, contents, lines)) {
    const repaired =
      receipt.code === 'promise-lost' ? await repair(cart, before, contents, receipt) : undefined;
    if (repaired) contents = { ...repaired, notices: added.notices };
    receipts.push(repaired ? { ...receipt, code: 'repaired', added: receipt.wanted.quantity } : receipt);
  }
  return { contents, receipts };
}

async function repair(
  cart: Cart,
  before: CartContents,
  after: CartContents,
  { wanted }: Receipt,
): Promise<CartContents | undefined> {
  const known = new Set(before.lines.map(({ id }) => id));
  const line = after.lines.find(
    (it) => isOf(wanted, it) && !promised(it) && !known.has(it.id) && it.quantity === wanted.quantity,
  );
  if (!line) return undefined;
  try {
    await cart.update([{ id: line.id, quantity: line.quantity, properties: wanted.properties }]);
    const again = await cart.read();
    return piecesIn(wanted, again.lines) >= wanted.quantity ? again : undefined;
  } catch {
    return undefined;
  }
}
