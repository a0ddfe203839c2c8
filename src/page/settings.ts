import { report } from '../report.js';
import { readInlineJson } from '../sources/inline-document.js';

/** What a page tells the script, by `data-` attributes on its tag or, under the names here, by a JSON script. All optional. */
export interface LoaderSettings {
  /** Address of the availability document: a config endpoint or a file. Without it, what stands in the page is read. */
  readonly endpoint: string | undefined;
  /** Product of the page's main form (id, handle or SKU), where the form itself does not say. */
  readonly product: string | undefined;
  /** `manual`: only your own tags are filled; nothing is put beside your forms. */
  readonly insert: string | undefined;
  /** Origins, separated by blanks, that sign-ups may go to besides the page's own and the endpoint's. */
  readonly signUpOrigins: readonly string[];
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

const SCRIPT = 'script[src*=backorder-elements],script[data-endpoint][data-backorder]';

/**
 * Reads the settings. `document.currentScript` is null in modules, after delays and under optimisers, so the tag is found by
 * its address or its attributes as well; where that is gone too, the JSON script is left. Page addresses are never read.
 */
export function readSettings(current: Element | null = document.currentScript): LoaderSettings {
  // What runs may be a bare copy of the tag that has the settings.
  const tags = [...document.querySelectorAll<HTMLScriptElement>(SCRIPT)];
  if (current instanceof HTMLScriptElement && current.matches(`${SCRIPT},script[data-backorder]`)) {
    tags.unshift(current);
  }
  const json = readJson();
  const get = (name: string): string | undefined => {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    if (['string', 'number'].includes(typeof value) || value === true) return String(value);
    return tags.find(({ dataset }) => Object.hasOwn(dataset, name))?.dataset[name];
  };
  return {
    endpoint: get('endpoint') || undefined,
    product: get('product') || undefined,
    signUpOrigins: (get('signUpOrigins') ?? '').split(/\s+/).filter(Boolean),
    textField: get('textField'),
    recordField: get('recordField'),
    base: get('base') || baseOf(tags[0]),
    insert: get('insert'),
    structuredData: get('structuredData'),
    backorderOff: get('backorderOff') !== undefined,
  };
}

function readJson(): Readonly<Record<string, unknown>> {
  const { found, broken, json } = readInlineJson('data-backorder-settings');
  if (json && typeof json === 'object') return json as Record<string, unknown>;
  if (found || broken) {
    report('bad-settings', 'expected JSON in the data-backorder-settings script, got none; it is ignored.');
  }
  return {};
}

function baseOf(tag: HTMLScriptElement | undefined): string | undefined {
  return tag?.src.includes('backorder-elements') ? new URL('.', tag.src).href : undefined;
}
