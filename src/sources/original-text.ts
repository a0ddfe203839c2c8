/** On a script whose text we have changed: what was changed, as a list of `[offset, ours, theirs]`. */
export const MARK = 'data-backorder-structured';

/** A piece of text put in place of another: of the original, from `start` on. */
export interface Edit {
  readonly start: number;
  /** The original piece; empty where something is only put in. */
  readonly old: string;
  readonly text: string;
}

/** The mark of a script that is ours altogether. */
export const ADDED = 'added';

type Change = readonly [offset: number, ours: string, theirs: string];

/**
 * The text of a script as the page wrote it. What we have put into it is taken out again: it is no evidence of anything. A mark
 * on the element says what that is, since a copy or a cached page has the mark as well and would otherwise be believed.
 */
export function originalText(script: Element): string {
  if (script.getAttribute(MARK) === ADDED) return '';
  const text = script.textContent;
  const changes = changesOf(script.getAttribute(MARK));
  if (!changes) return text;
  let original = '';
  let at = 0;
  for (const [offset, ours, theirs] of changes) {
    // The page has written it anew since.
    if (offset < at || text.slice(offset, offset + ours.length) !== ours) return text;
    original += text.slice(at, offset) + theirs;
    at = offset + ours.length;
  }
  return original + text.slice(at);
}

/** Gives a script the original text with these edits, or the original text alone where there are none. */
export function setText(script: Element, original: string, edits: readonly Edit[]): void {
  const changes: Change[] = [];
  let text = '';
  let at = 0;
  for (const { start, old, text: ours } of [...edits].sort((a, b) => a.start - b.start)) {
    text += original.slice(at, start);
    changes.push([text.length, ours, old]);
    text += ours;
    at = start + old.length;
  }
  text += original.slice(at);
  const mark = edits.length ? JSON.stringify(changes) : null;
  if (mark === null) script.removeAttribute(MARK);
  else if (script.getAttribute(MARK) !== mark) script.setAttribute(MARK, mark);
  if (script.textContent !== text) script.textContent = text;
}

function changesOf(mark: string | null): readonly Change[] | undefined {
  if (mark === null) return undefined;
  try {
    const changes: unknown = JSON.parse(mark);
    return Array.isArray(changes) && changes.every(isChange) ? changes : undefined;
  } catch {
    return undefined;
  }
}

function isChange(value: unknown): value is Change {
  const [offset, ours, theirs, ...more] = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    Number.isSafeInteger(offset) && typeof ours === 'string' && typeof theirs === 'string' && !more.length
  );
}
