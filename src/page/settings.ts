import { inlineTexts, parseInline } from '../sources/inline-document.js';

/** What a page tells the script, by `data-` attributes on its tag or, under the names here, by a JSON script. All optional. */
export interface LoaderSettings {
  /** Address of the availability document: a config endpoint or a file. Without it, what stands in the page is read. */
  readonly endpoint: string | undefined;
  /** Product of the page's main form (id, handle or SKU), where the form itself does not say. */
  readonly product: string | undefined;
  /** `manual`: only your own tags are filled; nothing is put beside your forms. */
  readonly insert: string | undefined;
  /** Origins, separated by blanks, that sign-ups may go to besides the page's own and the endpoint's. */
  readonly signUpOrigins: string | undefined;
  /** Name of the hidden field that carries the promise in words with the order. Default `properties[Availability]`; empty: none. */
  readonly textField: string | undefined;
  /** Name of the hidden field that carries it as data. Default `properties[_backorder]`; empty: none. */
  readonly recordField: string | undefined;
  /** Address of the folder with the script's other files, when they are not beside it. */
  readonly base: string | undefined;
  /**
   * `update`: the page's own JSON-LD tells the same state and date as the page, while that is not simply in stock. `add`: the same,
   * and a page without any description of a product gets one.
   */
  readonly structuredData?: string | undefined;
  /** Switches everything off. */
  readonly backorderOff: boolean;
}

/** The settings that the script needs at once, and a way to read the others. */
export interface Settings extends Pick<LoaderSettings, 'endpoint' | 'product' | 'base' | 'backorderOff'> {
  get(name: keyof LoaderSettings): string | undefined;
}

const SCRIPT = 'script[src*=backorder-elements],script[data-endpoint][data-backorder]';

/**
 * Reads the settings. `document.currentScript` is null in modules, after delays and under optimisers, so the tag is found by
 * its address or its attributes as well; where that is gone too, the JSON script is left. Page addresses are never read.
 */
export function readSettings(current: Element | null = document.currentScript): Settings {
  // What runs may be a bare copy of the tag that has the settings.
  const tags = [...document.querySelectorAll<HTMLScriptElement>(SCRIPT)];
  if (current instanceof HTMLScriptElement && current.matches(`${SCRIPT},script[data-backorder]`)) {
    tags.unshift(current);
  }
  const json = readJson();
  const get = (name: keyof LoaderSettings): string | undefined => {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    // Strings and numbers.
    if (/^[sn]/.test(typeof value) || value === true) return String(value);
    return tags.find(({ dataset }) => Object.hasOwn(dataset, name))?.dataset[name];
  };
  return {
    endpoint: get('endpoint') || undefined,
    product: get('product') || undefined,
    base: get('base') || baseOf(tags[0]),
    backorderOff: get('backorderOff') !== undefined,
    get,
  };
}

/** Of several scripts all count, the last one first: what a library puts into the page comes after what is there. */
function readJson(): Readonly<Record<string, unknown>> {
  const attribute = 'data-backorder-settings';
  return Object.assign({}, ...parseInline(inlineTexts(attribute), attribute, 'bad-settings')) as Record<
    string,
    unknown
  >;
}

function baseOf(tag: HTMLScriptElement | undefined): string | undefined {
  return tag?.src.includes('backorder-elements') ? new URL('.', tag.src).href : undefined;
}
