import type { OfferLine } from 'backorder-elements/vue';
import { inject, reactive, type App, type InjectionKey } from 'vue';
import { bigCommerceCart } from '../headless/bigcommerce-cart.js';
import { CartError, EMPTY_CART, type Cart, type CartContents } from '../headless/cart.js';
import { addWithReceipt, type Receipt } from '../headless/receipt.js';
import { shopifyCart } from '../headless/shopify-cart.js';
import type { Product, Variant } from './goods.js';

/** Systems that this shop can keep its cart in; a shop of your own has one. */
export const SYSTEMS = { shopify: 'Shopify Storefront API', bigcommerce: 'BigCommerce GraphQL' };
export type System = keyof typeof SYSTEMS;

/** Ids of the text fields that the merchant has made for the promise. */
const MODIFIERS = { Availability: 201, _backorder: 202 };

const CARTS: Record<System, () => Cart> = {
  shopify: () => shopifyCart({ url: '/vue/api/2026-07/graphql.json', token: 'demo' }),
  bigcommerce: () => bigCommerceCart({ url: '/vue/graphql', token: 'demo', modifiers: () => MODIFIERS }),
};

/** Something for the shopper to read. */
export interface Said {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
}

export interface ShopCart {
  system: System;
  contents: CartContents;
  busy: boolean;
  open: boolean;
  said: readonly Said[];
  use(system: System): Promise<void>;
  add(product: Product, variant: Variant, lines: readonly OfferLine[]): Promise<void>;
  remove(line: string): Promise<void>;
}

const CART: InjectionKey<ShopCart> = Symbol('cart');
const KEPT = 'vue-shop-system';

export const useCart = (): ShopCart => inject(CART) as ShopCart;

/** What became of what was put in: never what was hoped for, but what the cart said when it was read again. */
function saidOf({ code, wanted, added }: Receipt, title: string): Said {
  const promise = wanted.properties['Availability'];
  const done = `In your cart: ${wanted.quantity} × ${title}${promise ? `. ${promise}` : ''}`;
  if (code === 'kept' || code === 'repaired') return { tone: 'good', text: done };
  if (code === 'short')
    return {
      tone: 'warn',
      text: `Only ${added} of ${wanted.quantity} × ${title} could be put into your cart.`,
    };
  return {
    tone: 'warn',
    text: `In your cart, but without the date that you were shown: ${wanted.quantity} × ${title}. Please take it out again, or ask us before you pay.`,
  };
}

/** Gives each app its own cart. On a server there is none to read. */
export function provideCart(app: App): void {
  let cart: Cart | undefined;

  async function change(act: (cart: Cart) => Promise<{ contents: CartContents; said: readonly Said[] }>) {
    if (shop.busy) return;
    shop.busy = true;
    try {
      const { contents, said } = await act((cart ??= CARTS[shop.system]()));
      Object.assign(shop, { contents, said });
    } catch (error) {
      const text = error instanceof CartError ? error.message : String(error);
      shop.said = [{ tone: 'bad', text: `That did not work. ${text}` }];
      // Nobody knows what came through: what is shown is what the shop has.
      shop.contents = (await cart?.read().catch(() => undefined)) ?? shop.contents;
    } finally {
      shop.busy = false;
    }
  }

  const shop: ShopCart = reactive<ShopCart>({
    system: 'shopify',
    contents: EMPTY_CART,
    busy: false,
    open: false,
    said: [],
    use: (system) => {
      shop.system = system;
      sessionStorage.setItem(KEPT, system);
      cart = undefined;
      return change(async (it) => ({ contents: await it.read(), said: [] }));
    },
    add: async (product, variant, lines) => {
      await change(async (it) => {
        const wanted = lines.map((line) => ({
          ...line,
          product: String(product.id),
          variant: String(variant.id),
        }));
        const { contents, receipts } = await addWithReceipt(it, wanted);
        return { contents, said: receipts.map((receipt) => saidOf(receipt, product.title)) };
      });
      shop.open = true;
    },
    remove: (line) =>
      change(async (it) => ({ contents: await it.update([{ id: line, quantity: 0 }]), said: [] })),
  });
  app.provide(CART, shop);
}

/** The system that was chosen before; read once the page is the browser's. */
export function keptSystem(): System {
  const kept = sessionStorage.getItem(KEPT) ?? '';
  return Object.hasOwn(SYSTEMS, kept) ? (kept as System) : 'shopify';
}
