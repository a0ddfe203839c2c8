const TAGS = 'product-availability,backorder-badge,eta-notice,preorder-button,notify-me-form';
const FORMS = 'form[action*=cart i],form[action*=basket i],form.cart';
const ATTRIBUTES = ['data-backorder-product', 'data-product-id', 'data-product_id', 'data-product-handle'];
const CARDS =
  '[data-entity-id],.type-product,[data-id-product],.card-wrapper a,product-card a,[rel=canonical]';
const CARD = /(?:entity-id="|\bpost-|id-product="|\/products\/)([^"?#/\s]+)/;
const FIELDS = /^(?:id(?:_product)?|sku|add-to-cart|(?:product|varia(?:nt|tion))(?:[-_]?id)?)$/i;

/**
 * All names by which a page may speak of its products, for the one question to the endpoint: what our tags name, and what
 * product forms carry, and what cards of lists are about. Rather one too many than one too few; the page room reads the forms exactly.
 *
 * @param main the product that the script tag names
 */
export function referencesIn(main: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  found.add(main ?? '');
  for (const tag of document.querySelectorAll(TAGS)) found.add(tag.getAttribute('product') ?? '');
  // By their fields, since a form may have a field in place of anything that we would ask it.
  for (const field of document.querySelectorAll(`:is(${FORMS}) :is(input,select,button),[form]`)) {
    const around = ATTRIBUTES.map((name) =>
      // By the field's own method: what is found may be the form.
      field.getAttribute.call(field.closest(`[${name}]`) ?? field, name),
    ).find(Boolean);
    found.add(around ?? valueOf(field));
  }
  for (const { attributes } of document.querySelectorAll(CARDS)) {
    const told = [...attributes].map(({ name, value }) => `${name}="${value}`).join(' ');
    try {
      // A link says caf%C3%A9 of what the shop calls café.
      found.add(decodeURIComponent(CARD.exec(told)?.[1] ?? ''));
    } catch {
      // No link of a shop's.
    }
  }
  found.delete('');
  return found;
}

function valueOf(field: Element): string {
  const { name, value, type, checked } = field as HTMLInputElement;
  return FIELDS.test(name) && (checked || !/^(?:radio|checkbox)$/.test(type)) ? value : '';
}
