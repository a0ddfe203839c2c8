// Strange data of shop systems, strange replies, and the whole corpus of hostile strings in every text of both.
import { expect } from '@open-wc/testing';
import { parseDocument } from '../../src/availability/document.js';
import { readCatalogProduct } from '../../src/platforms/bigcommerce/read-catalog-product.js';
import { readGraphqlProduct } from '../../src/platforms/bigcommerce/read-graphql-product.js';
import { readProductAttributes } from '../../src/platforms/bigcommerce/read-product-attributes.js';
import { readPrestashopProducts } from '../../src/platforms/prestashop/read-product.js';
import type { ProductReading, VariantReading } from '../../src/platforms/reading.js';
import { readStructuredProducts } from '../../src/platforms/schema-org/read-structured-products.js';
import { readProductJson } from '../../src/platforms/shopify/read-product-json.js';
import { readStorefrontProduct } from '../../src/platforms/shopify/read-storefront-product.js';
import { readInteractivity } from '../../src/platforms/woocommerce/read-interactivity.js';
import { readRestProduct } from '../../src/platforms/woocommerce/read-rest-product.js';
import { readStoreProduct } from '../../src/platforms/woocommerce/read-store-product.js';
import { readVariations } from '../../src/platforms/woocommerce/read-variations.js';
import { fetchJson } from '../../src/sources/fetch-json.js';
import { corpusTexts } from '../fixtures/hostile/corpus.js';
import {
  STRANGE_REPLIES,
  STRANGE_SHOP_DATA,
  type ReaderName,
} from '../fixtures/hostile/strange-shop-data.js';
import { isDeepFrozen } from '../support/arbitraries.js';
import { stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { watchWindow } from '../support/hostile-watch.js';
import { stateOf } from '../support/reader-suite.js';

type Reader = (json: unknown) => readonly (ProductReading | VariantReading)[];

const READERS: Readonly<Record<ReaderName, Reader>> = {
  shopify: readProductJson,
  woocommerce: readVariations,
  bigcommerce: readProductAttributes,
  prestashop: readPrestashopProducts,
};

/** Every variant, or the product where it has none. */
const leaves = (readings: readonly (ProductReading | VariantReading)[]): readonly VariantReading[] =>
  readings.flatMap((it) => ('variants' in it && it.variants.length ? it.variants : [it]));

const ALL: Readonly<Record<string, Reader>> = {
  ...READERS,
  readCatalogProduct,
  readGraphqlProduct,
  readStructuredProducts,
  readStorefrontProduct,
  readInteractivity,
  readRestProduct,
  readStoreProduct,
};

/** An object with every key that the readers know, one text in each of them. */
function textEverywhere(text: string): object {
  const told = {
    ...{ id: text, entityId: text, variation_id: text, id_product: text, v3_variant_id: text, sku: text },
    ...{ handle: text, reference: text, link_rewrite: text, slug: text, name: text, title: text },
    ...{ available: text, availableForSale: text, inventory_quantity: text, inventory_policy: text },
    ...{ inventory_management: text, inventory_level: text, inventory_tracking: text, is_in_stock: text },
    ...{ is_purchasable: text, backorders_allowed: text, max_qty: text, min_qty: text, stock_status: text },
    ...{ availability_html: text, instock: text, purchasable: text, available_to_sell: text, stock: text },
    ...{ available_on_hand: text, purchasing_message: text, stock_message: text, pre_order: text },
    ...{ release_date: text, next_incoming_date: text, quantity: text, allow_oosp: text, out_of_stock: text },
    ...{ available_for_order: text, available_date: text, available_now: text, available_later: text },
    ...{ minimal_quantity: text, availability: text, status: text, state: text, incoming: text },
    ...{ '@type': 'Product', productID: text, offers: { '@type': 'Offer', availability: text, sku: text } },
    ...{ quantity_rule: { min: text, max: text, increment: text }, [text]: text, option1: text },
  };
  const selected = { selected_attributes: { [text]: text }, selectedOptions: [{ name: text, value: text }] };
  const listed = {
    attributes: { [text]: text, x: { group: text, name: text } },
    options: [text, { name: text }],
  };
  const one = { ...told, ...selected, ...listed };
  return { ...one, variants: [one, { ...one, options: [text] }], variations: [one], data: { product: one } };
}

describe('strange shop data', () => {
  it('H02 are of every reader, each of a name of its own', () => {
    expect(STRANGE_SHOP_DATA.length + STRANGE_REPLIES.length).to.be.at.least(100);
    const names = STRANGE_SHOP_DATA.map(({ reader, name }) => `${reader} ${name}`);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('H02 H24 give what is declared: what cannot be read is not known, and never zero', () => {
    const wrong = STRANGE_SHOP_DATA.flatMap(({ reader, name, json, gives }) => {
      const readings = READERS[reader](json);
      expect(isDeepFrozen(readings), name).to.equal(true);
      const found = leaves(readings).map((it) => `${it.id ?? ''} ${stateOf(it)}`);
      return found.join() === gives.join()
        ? []
        : [`${reader}, ${name}: ${found.join()}, not ${gives.join()}`];
    });
    expect(wrong).to.deep.equal([]);
  });

  it('H02 a global that leads back to itself on many ways, as the window does, is read through once', () => {
    let looks = 0;
    const page: Record<string, unknown> = {};
    for (let name = 0; name < 200; name += 1) {
      const get = (): unknown => {
        looks += 1;
        return page;
      };
      Object.defineProperty(page, `way${name}`, { enumerable: true, get });
    }
    for (const [name, read] of Object.entries(ALL)) {
      // Structured data are texts, which lead nowhere.
      if (name === 'readStructuredProducts') continue;
      looks = 0;
      read(page);
      expect(looks, name).to.be.at.most(2000);
    }
  });

  it('H01 every string in every field of every reader: a name or a message at most, never a state', () => {
    const watch = watchWindow(window);
    for (const text of corpusTexts) {
      const json = textEverywhere(text);
      for (const [name, read] of Object.entries(ALL)) {
        const what = `${name}: ${text.slice(0, 40)}`;
        const readings = [...read(json), ...read([json]), ...read(text), ...read({ products: [json] })];
        for (const it of leaves(readings)) {
          const { id, sku, options, message, record, plan } = it;
          for (const found of [id, sku, message]) {
            if (found !== undefined)
              expect(text.includes(found) || found.includes('offers'), what).to.equal(true);
          }
          if (options)
            expect(Object.values(options).join(''), what).to.satisfy(
              (all: string) => all.includes(text.trim()) || text.length > 200,
            );
          // Numbers, dates and truths that are written as texts are read as such by some.
          if (!/^[\s\d/.,+-]+$|true|false|stock|\d{4}|order|out/i.test(text)) {
            expect(JSON.stringify(record).replace('"orderable":true', ''), what).to.not.match(
              /onHand|availableToSell|restock|release/,
            );
          }
          expect(JSON.stringify([record, plan]), what).to.not.include('canary');
        }
      }
    }
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(watch.seen).to.deep.equal([]);
    watch.stop();
  });
});

describe('strange replies', () => {
  let answer: () => Response;
  beforeEach(() => void stubFetch(() => answer()));
  afterEach(unstubFetch);

  async function outcome(
    body: string | Uint8Array,
    status = 200,
    type: string | null = 'application/json',
  ): Promise<string> {
    answer = () => {
      const reply = new Response(body as BodyInit, { status });
      if (type === null) reply.headers.delete('content-type');
      else reply.headers.set('content-type', type);
      return reply;
    };
    const found = await fetchJson('/availability');
    return found.ok && parseDocument(found.json).ok ? 'taken' : 'refused';
  }

  it('H02 N18 give what is declared', async () => {
    const wrong: string[] = [];
    for (const { name, body = '{"version":1,"products":[]}', status, type, is } of STRANGE_REPLIES) {
      const found = await outcome(body, status, type);
      if (found !== is) wrong.push(`${name}: ${found}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('H01 every string as the whole reply, as its JSON, and as its type: no document', async () => {
    const watch = watchWindow(window);
    for (let start = 0; start < corpusTexts.length; start += 100) {
      const texts = corpusTexts.slice(start, start + 100);
      for (const text of texts) {
        expect(await outcome(text)).to.equal('refused');
        expect(await outcome(JSON.stringify({ [text]: text, version: text, products: text }))).to.equal(
          'refused',
        );
      }
    }
    expect(watch.seen).to.deep.equal([]);
    watch.stop();
  });
});
