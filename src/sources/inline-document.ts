import { report } from '../report.js';

const MOST_CHARACTERS = 1024 * 1024;

/** The texts of all `<script type="application/json" ATTRIBUTE>`. Only a script element counts, whatever else has the attribute. */
export function inlineTexts(attribute: string, root: ParentNode = document): readonly string[] {
  const scripts = root.querySelectorAll(`script[type="application/json"][${attribute}]`);
  return [...scripts].map((it) => it.textContent);
}

/**
 * Raw JSON that a page carries in itself, not yet parsed into a document; of what cannot be read the developer is told.
 *
 * @param code of the report
 */
export function parseInline(texts: readonly string[], attribute: string, code: string): readonly object[] {
  return texts.flatMap((text) => {
    try {
      const json = text.length <= MOST_CHARACTERS && (JSON.parse(text) as unknown);
      if (json && typeof json === 'object') return [json];
    } catch {
      // Said below.
    }
    report(code, `expected JSON in the ${attribute} script, got none; it is ignored.`);
    return [];
  });
}
