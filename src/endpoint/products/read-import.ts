import { Problem } from '../problem.js';
import type { ShopFields } from './availability-document.js';
import { csvProducts, type RawProduct } from './csv-products.js';
import { IMPORTED, SHOP, type ToldProduct } from './product-schemas.js';
import { faultsOfProduct, faultsOfShop, withoutNulls, type Fault, type Told } from './read-told.js';

/** Products that one import may bring: all of them are written in one transaction, for which others wait. */
const MOST_PRODUCTS = 10_000;
const MOST_FAULTS = 100;
const PIECE = 65_536;

/** What an import brings, read and judged. */
export interface Import {
  readonly products: readonly {
    readonly id: string;
    readonly told: Told<ToldProduct>;
    readonly place: string;
  }[];
  /** What it tells for the whole shop, if anything. */
  readonly shop: Partial<ShopFields>;
}

/**
 * Reads an import: an availability document, one product a line (NDJSON), or CSV.
 *
 * @param type content type without parameters
 * @throws Problem 400 with all that is wrong (`problems`), up to a hundred; 413 for too many products
 */
export function readImport(type: string, text: string): Import {
  const faults: (Fault & { place: string })[] = [];
  const { raws, shop } = open(type, text);
  if (raws.length > MOST_PRODUCTS) {
    throw new Problem(413, 'too-large', `One import may bring ${MOST_PRODUCTS} products.`);
  }
  faults.push(...faultsOfShop(shop).map((fault) => ({ ...fault, place: 'shop' })));
  const seen = new Set<string>();
  const products = raws.flatMap(({ place, raw }) => {
    const read = IMPORTED.safeParse(raw);
    if (!read.success) {
      const found = read.error.issues.map(({ message, path }) => ({
        place,
        code: 'bad-field',
        field: path.map(String).join('.'),
        detail: message,
      }));
      faults.push(...found);
      return [];
    }
    const { id, ...fields } = withoutNulls(read.data);
    faults.push(...faultsOfProduct(id, fields).map((fault) => ({ ...fault, place })));
    const told: Told<ToldProduct> = fields;
    const names = [id, ...(told.variants ?? []).map((it) => `${id}\n${it.id}`)];
    const twice = new Set(names).size < names.length || seen.has(id);
    if (twice) faults.push({ place, code: 'told-twice', field: 'id', detail: 'An id is told twice.' });
    seen.add(id);
    return [{ id, told, place }];
  });
  if (faults.length > 0) {
    const problems = faults.slice(0, MOST_FAULTS);
    const detail = `${faults.length} things are wrong, of which ${problems.length} are told. Nothing was kept.`;
    throw new Problem(400, 'bad-import', detail, { problems });
  }
  // Locks are taken in one order by all.
  return { products: products.sort((a, b) => (a.id < b.id ? -1 : 1)), shop };
}

function open(type: string, text: string): { raws: readonly RawProduct[]; shop: Partial<ShopFields> } {
  try {
    if (type === 'text/csv') return { raws: csvProducts(pieces(text)), shop: {} };
    if (type === 'application/x-ndjson') return { raws: lines(text), shop: {} };
    return document(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof Problem) throw error;
    const detail = type === 'text/csv' && error instanceof SyntaxError ? error.message : 'This is no JSON.';
    throw new Problem(400, 'malformed-body', detail);
  }
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

function lines(text: string): readonly RawProduct[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index): RawProduct[] => {
      if (line.trim() === '') return [];
      try {
        return [{ place: `line ${index + 1}`, raw: JSON.parse(line) as unknown }];
      } catch {
        throw new Problem(400, 'malformed-body', `Line ${index + 1} is no JSON.`);
      }
    });
}

function document(json: unknown): { raws: readonly RawProduct[]; shop: Partial<ShopFields> } {
  const whole = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const { products, asOf } = whole;
  if (whole.version !== 1 || !Array.isArray(products)) {
    const detail = 'This is no availability document of version 1.';
    throw new Problem(400, 'bad-document', detail, { field: whole.version === 1 ? 'products' : 'version' });
  }
  const shop = SHOP.safeParse(whole);
  if (!shop.success) {
    const [issue] = shop.error.issues;
    throw new Problem(400, 'bad-field', issue?.message ?? '', {
      field: issue?.path.map(String).join('.') ?? '',
    });
  }
  const raws = products.map((raw: unknown, index) => ({
    place: `products[${index}]`,
    raw: typeof raw === 'object' && raw !== null && asOf !== undefined ? { asOf, ...raw } : raw,
  }));
  return { raws, shop: withoutNulls(shop.data, []) as Partial<ShopFields> };
}
