import { report } from '../report.js';

/** What a page tells the script, by `data-` attributes on its tag or by a JSON script. All optional. */
export interface Settings {
  /** Address of the availability document (`data-endpoint`). */
  readonly endpoint: string | undefined;
  /** The product of the page's main form, where the form does not say (`data-product`). */
  readonly product: string | undefined;
  /** Origins besides the page's own that sign-ups may go to (`data-sign-up-origins`, blank-separated). */
  readonly signUpOrigins: readonly string[];
  /** Name of the hidden field for the promise in words (`data-text-field`); empty: none. */
  readonly textField: string | undefined;
  /** Name of the hidden field for the promise as data (`data-record-field`); empty: none. */
  readonly recordField: string | undefined;
  /** Where the script's other files are, when not beside it (`data-base`). */
  readonly base: string | undefined;
  /** `manual`: only the page's own tags are used, no element is put in (`data-insert`). */
  readonly insert: string | undefined;
  /** Switches everything off (`data-backorder-off`). */
  readonly off: boolean;
}

const SCRIPT = 'script[src*="backorder-elements"], script[data-endpoint][data-backorder]';
const JSON_SETTINGS = 'script[type="application/json"][data-backorder-settings]';

/**
 * Reads the settings. `document.currentScript` is null in modules, after delays and under optimisers, so the tag is found by
 * its address or its attributes as well; where that is gone too, the JSON script is left. Page addresses are never read.
 */
export function readSettings(current: Element | null = document.currentScript): Settings {
  const tag =
    current instanceof HTMLScriptElement && current.matches(`${SCRIPT}, script[data-backorder]`)
      ? current
      : document.querySelector<HTMLScriptElement>(SCRIPT);
  const json = readJson();
  const get = (name: string): string | undefined => {
    const value: unknown = Object.hasOwn(json, name) ? json[name] : undefined;
    if (typeof value === 'string') return value;
    return (tag instanceof HTMLScriptElement ? tag.dataset[name] : undefined) ?? undefined;
  };
  return {
    endpoint: get('endpoint') || undefined,
    product: get('product') || undefined,
    signUpOrigins: get('signUpOrigins')?.split(/\s+/).filter(Boolean) ?? [],
    textField: get('textField'),
    recordField: get('recordField'),
    base: get('base') || baseOf(tag),
    insert: get('insert'),
    off: get('backorderOff') !== undefined || (Object.hasOwn(json, 'off') && json.off === true),
  };
}

function readJson(): Readonly<Record<string, unknown>> {
  const script = document.querySelector(JSON_SETTINGS);
  if (!script) return {};
  try {
    const json: unknown = JSON.parse(script.textContent);
    if (json !== null && typeof json === 'object') return json as Record<string, unknown>;
  } catch {
    // Said below.
  }
  report(
    'bad-settings',
    'expected an object of settings in JSON in the data-backorder-settings script, got something else; it is ignored.',
  );
  return {};
}

function baseOf(tag: HTMLScriptElement | null): string | undefined {
  return tag instanceof HTMLScriptElement && tag.src.includes('backorder-elements')
    ? new URL('.', tag.src).href
    : undefined;
}
