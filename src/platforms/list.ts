/**
 * Shop systems with an adapter, and what their pages show of them: markup, or a global of the system's own scripts. Pages that
 * show none of these are read as any shop's. Add one: a folder with a `platform.ts`, and a line here.
 */
export const SYSTEMS = {
  shopify: 'Shopify',
  bigcommerce: '[data-cart-item-add],[data-entity-id]',
  woocommerce: '[class*=woocommerce]',
  prestashop: 'prestashop',
} as const;
