/** What a page carries in itself: raw JSON, not yet parsed into a document. */
export type InlineJson =
  | { readonly found: true; readonly json: unknown; readonly broken?: undefined }
  | { readonly found: false; readonly broken?: true; readonly json?: undefined };

const MOST_CHARACTERS = 1024 * 1024;

/**
 * Reads `<script type="application/json" ATTRIBUTE>`. Only a script element counts, whatever else on the page has taken
 * the attribute; the browser never runs or fetches such a script.
 */
export function readInlineJson(attribute: string, root: ParentNode = document): InlineJson {
  const script = root.querySelector(`script[type="application/json"][${attribute}]`);
  if (!script) return { found: false };
  const text = script.textContent;
  try {
    if (text.length <= MOST_CHARACTERS) return { found: true, json: JSON.parse(text) as unknown };
  } catch {
    // Said below.
  }
  return { found: false, broken: true };
}
