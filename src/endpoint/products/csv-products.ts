import { readCsv, type CsvRow } from './read-csv.js';

/** What a file of products holds, before it is judged. */
export interface RawProduct {
  /** Where it began: a line of the file, or a place in the document. */
  readonly place: string;
  readonly raw: unknown;
}

type Cell = (text: string) => unknown;

const asText: Cell = (text) => text;
// What is no number stays a text, which the schema refuses by the name of its column.
const asNumber: Cell = (text) => (/^[+-]?\d+$/.test(text) ? Number(text) : text);
const asAllowance: Cell = (text) => (text === 'unlimited' ? null : asNumber(text));

/** Columns by their names in the first line: the field that each fills. Empty cells tell nothing. */
export const COLUMNS: Readonly<Record<string, readonly [path: string, read: Cell, meaning: string]>> = {
  product: ['product', asText, 'Id of the product. In each row'],
  variant: ['id', asText, 'Id of a variant; empty in the row of the product itself'],
  sku: ['sku', asText, ''],
  handle: ['handle', asText, 'The product’s name in addresses'],
  title: ['title', asText, 'For mails and reports'],
  url: ['url', asText, 'Address of the product’s page'],
  price: ['price', asNumber, 'In the smallest unit of the currency'],
  currency: ['currency', asText, 'Such as EUR'],
  on_hand: ['onHand', asNumber, 'Pieces on the shelf'],
  as_of: ['asOf', asText, 'When on_hand was true; now unless told'],
  limit: [
    'limit',
    asAllowance,
    'Pieces that may be sold beyond the shelf in all, or unlimited; none unless told',
  ],
  restock: ['restock', asText, 'When stock is expected, such as 2026-W49'],
  release: ['release', asText, 'When it comes out'],
  status: ['status', asText, 'The state, where no counts are known'],
  sell: ['policy.sell', asText, 'backorder, preorder or none'],
  threshold: ['policy.threshold', asNumber, 'Pieces kept back'],
  max_per_order: ['policy.maxPerOrder', asNumber, ''],
  starts: ['policy.starts', asText, 'Selling beyond the shelf starts'],
  ends: ['policy.ends', asText, 'and ends'],
  promise: ['policy.promise', asText, 'The date to promise where there is none'],
};

/**
 * Reads products out of CSV. The first line names the columns, in any order; those of other names are left out. Rows of
 * one product may stand anywhere.
 *
 * @throws SyntaxError for what is no CSV, for a file without the column `product`, and for a product told twice
 */
export function csvProducts(pieces: Iterable<string>): readonly RawProduct[] {
  let columns: readonly string[] | undefined;
  const products = new Map<string, { place: string; own?: object; variants: object[] }>();
  for (const row of readCsv(pieces)) {
    if (!columns) {
      columns = row.cells.map((it) => it.trim().toLowerCase());
      if (!columns.includes('product')) throw new SyntaxError('Line 1: no column is named “product”.');
      if (new Set(columns).size < columns.length) throw new SyntaxError('Line 1: two columns have one name.');
      continue;
    }
    const { product = '', ...item } = fieldsOf(row, columns);
    const name = String(product);
    const known = products.get(name) ?? { place: `line ${row.line}`, variants: [] };
    products.set(name, known);
    if ('id' in item) known.variants.push(item);
    else if (known.own) throw new SyntaxError(`Line ${row.line}: a product is told twice.`);
    else known.own = item;
  }
  return [...products].map(([id, { place, own, variants }]) => ({
    place,
    raw: { ...own, id, ...(variants.length > 0 && { variants }) },
  }));
}

function fieldsOf({ cells, line }: CsvRow, columns: readonly string[]): Record<string, unknown> {
  if (cells.length > columns.length) throw new SyntaxError(`Line ${line}: more cells than columns.`);
  const fields: Record<string, unknown> = {};
  const policy: Record<string, unknown> = {};
  columns.forEach((name, index) => {
    const text = cells[index]?.trim() ?? '';
    const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
    if (!column || text === '') return;
    const [path, read] = column;
    if (path.startsWith('policy.')) policy[path.slice('policy.'.length)] = read(text);
    else fields[path] = read(text);
  });
  return { ...fields, ...(Object.keys(policy).length > 0 && { policy }) };
}
