/**
 * Whether the page is shown to somebody who edits it. Editors show pages in a frame, as hardly any shop shows itself to shoppers;
 * Shopify's says so besides.
 */
export function isEditor(page: { readonly Shopify?: unknown } = globalThis as never): boolean {
  const shopify = page.Shopify as { readonly designMode?: unknown } | null | undefined;
  return window.parent !== window || shopify?.designMode === true;
}
