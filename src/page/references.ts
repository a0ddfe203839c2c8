import { isUsable } from './usable-form.js';

const TAGS = 'product-availability,backorder-badge,eta-notice,preorder-button,notify-me-form';
const FORMS = 'form[action*="cart" i],form[action*="basket" i],form.cart';
const ATTRIBUTES = ['data-backorder-product', 'data-product-id', 'data-product_id', 'data-product-handle'];
const FIELDS = /^(?:id|sku|product|variant|add-to-cart|(?:product|variant|variation)[-_]?id)$/i;

/**
 * All names by which a page may speak of its products, for the one question to the endpoint: what our tags name, and what
 * product forms carry. Rather one too many than one too few; the page room reads the forms exactly.
 *
 * @param main the product that the script tag names
 */
export function referencesIn(page: ParentNode, main: string | undefined): readonly string[] {
  const found = [main];
  for (const tag of page.querySelectorAll(TAGS)) found.push(tag.getAttribute('product') ?? '');
  for (const form of page.querySelectorAll(FORMS)) {
    if (!isUsable(form)) continue;
    const around = ATTRIBUTES.map((name) => form.closest(`[${name}]`)?.getAttribute(name)).find(Boolean);
    if (around) found.push(around);
    else for (const field of form.elements) found.push(valueOf(field));
  }
  return [...new Set(found)].filter((it): it is string => !!it);
}

function valueOf(field: Element): string {
  const { name, value, type, checked } = field as HTMLInputElement;
  return FIELDS.test(name) && (checked || !/^(?:radio|checkbox)$/.test(type)) ? value : '';
}
