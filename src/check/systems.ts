import { html } from '../platforms/html/platform.js';
import { SYSTEMS } from '../platforms/list.js';
import type { Platform } from '../platforms/platform.js';

/** What a page needs of a shop system's adapter to find its form: data that can be handed into a page. */
export interface System {
  readonly name: string;
  /** What a page of this system shows of it; of any shop nothing. */
  readonly sign?: string;
  readonly form: string;
  readonly button: string;
  readonly quantity: readonly string[];
  readonly variant: readonly string[];
  readonly product: readonly string[];
  readonly productAttributes: readonly string[];
  readonly reference?: { readonly selector: string; readonly attribute: string; readonly pattern: string };
  readonly choices?: Platform['choices'];
  readonly root: string;
  readonly express: string;
  readonly lineFields?: Platform['lineFields'];
}

/** All systems that have an adapter, and any shop as the last. */
export async function loadSystems(): Promise<readonly System[]> {
  const found = Object.entries(SYSTEMS).map(async ([name, sign]) => {
    const { platform } = (await import(`../platforms/${name}/platform.js`)) as { platform: Platform };
    return { ...systemOf(platform), sign };
  });
  return [...(await Promise.all(found)), systemOf(html)];
}

function systemOf(platform: Platform): System {
  const { name, form, button, quantity, variant, product, productAttributes, root, express } = platform;
  const { reference, choices, lineFields } = platform;
  return {
    ...{ name, form, button, quantity, variant, product, productAttributes, root, express },
    ...(reference && {
      reference: {
        selector: reference.selector,
        attribute: reference.attribute,
        pattern: reference.pattern.source,
      },
    }),
    ...(choices && { choices }),
    ...(lineFields && { lineFields }),
  };
}
