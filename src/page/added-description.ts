import { scriptJson } from '../platforms/schema-org/script-json.js';
import { toSchemaOrg } from '../platforms/schema-org/to-schema-org.js';
import { ADDED, MARK, originalText } from '../sources/original-text.js';
import type { Scope } from '../store/scope.js';

/** The JSON-LD of the page; what we have added is none of it. */
export const SCRIPTS = `script[type="application/ld+json"]:not([${MARK}=${ADDED}])`;

const MICRODATA = '[itemscope][itemtype*="schema.org/Product"],[typeof~=Product],[typeof~="schema:Product"]';

/** A description of the page's product, where the merchant asks for one and the page itself describes none. */
export class AddedDescription {
  #script: HTMLScriptElement | undefined;

  /** @param scope of the page's product; without one the description is taken away */
  show(scope: Scope | undefined): void {
    if (!scope || describesProduct()) {
      removeAll();
      this.#script = undefined;
      return;
    }
    const { selection } = scope.settings;
    const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    const price = meta('product:price:amount') ?? meta('og:price:amount');
    const priceCurrency = meta('product:price:currency') ?? meta('og:price:currency');
    const text = scriptJson({
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: meta('og:title') ?? document.title,
      sku: selection?.sku ?? scope.product?.sku,
      offers: toSchemaOrg(scope.offer, {
        ...(url && { url }),
        ...(price && { price }),
        ...(priceCurrency && { priceCurrency }),
      }),
    });
    if (this.#script?.isConnected && this.#script.textContent === text) return;
    removeAll();
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.setAttribute(MARK, ADDED);
    script.textContent = text;
    document.head.append(script);
    this.#script = script;
  }
}

/** Ours, and copies of it: pages are cached with what we have put into them. */
function removeAll(): void {
  for (const it of document.querySelectorAll(`script[${MARK}=${ADDED}]`)) it.remove();
}

function describesProduct(): boolean {
  const scripts = [...document.querySelectorAll(SCRIPTS)];
  return (
    scripts.some((it) =>
      /"(?:\w+:|https?:\/\/schema\.org\/)?Product(?:Group|Model)?"/.test(originalText(it)),
    ) || document.querySelector(MICRODATA) !== null
  );
}

function meta(name: string): string | undefined {
  const found = document.querySelector(`meta[property="${name}"],meta[name="${name}"]`);
  return found?.getAttribute('content') || undefined;
}
