import { languageAt } from '../elements/shared/page-language.js';
import { lineWords } from '../elements/shared/promise-words.js';
import { lineRecord } from '../outbox/line-record.js';
import type { Cart, CartLine } from '../platforms/platform.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { planOfAdd } from './own-plan-field.js';
import { propertyName, readCart, rootOf } from './read-cart.js';
import { checkReceipt, type Pressed } from './receipt-check.js';

/**
 * Reads the cart after adds that a theme has held back while it fetched a variant. Which variants those were the form no longer
 * knows, and they may be several; so each line of the form's product without a promise that should have one is given it.
 *
 * @param before what was in the cart before, where nothing else tells whether an add went well
 * @returns whether there was such a line
 */
export async function checkQueued(
  cart: Cart,
  form: HTMLFormElement,
  before?: Pressed['before'],
): Promise<boolean> {
  const { scopes, store, config } = shared();
  const { text, record } = config.lineFields;
  const product = scopes.find(form)?.product;
  const bare = firstOfEach((await readCart(cart, rootOf(form, cart))) ?? []).filter(
    ({ variant, properties }) =>
      product?.variants.some(({ id }) => id === variant) &&
      ![text, record].some((name) => name && propertyName(name) in properties),
  );
  const language = await languageAt(form, store);
  let found = false;
  for (const { key, variant, quantity } of bare) {
    const scope = new Scope(store);
    scope.set({ product: variant, selection: { id: variant }, quantity });
    const { offer } = scope;
    if (offer.control !== 'swap') continue;
    const words = lineWords(offer, language, store.clock.now());
    const promise = Object.fromEntries(
      [
        [text, words],
        [record, lineRecord(offer, language.tag)],
      ].filter(([name]) => name),
    ) as Record<string, string>;
    const fields = { ...promise, ...planOfAdd.find?.(form, variant, offer.state) };
    found = true;
    // One after the other: shops change their cart one request at a time.
    await checkReceipt(cart, { form, variant, fields, line: key, before });
  }
  return found;
}

/** The newest line of each variant: an older one may be from a day when it was in stock. */
function firstOfEach(lines: readonly CartLine[]): readonly CartLine[] {
  return lines.filter((line, index) => lines.findIndex((it) => it.variant === line.variant) === index);
}
