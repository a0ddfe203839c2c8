import type { Language } from '../../messages/catalogue.js';
import { first } from '../../messages/en-first.js';
import type { speak } from '../../messages/speak.js';
import type { AvailabilityStore } from '../../store/availability-store.js';

/** English that needs nothing looked up. Not en-XA, which is there to try languages with. */
const PLAIN_ENGLISH = /^en(?:-[a-wz][a-z])?$/i;

let speech: { readonly speak: typeof speak } | undefined;

/**
 * The language to speak at a place in the page: that of the nearest `lang`, through shadow roots, with the merchant's own
 * wording. At once when its messages are here.
 */
export function languageAt(node: Node, { wording }: AvailabilityStore): Language | Promise<Language> {
  const tag = langOf(node);
  if (PLAIN_ENGLISH.test(tag) && !Object.keys(wording).length) return { tag, messages: first };
  return speech
    ? speech.speak(tag, wording)
    : import('../../messages/speak.js').then(
        (it) => (speech = it).speak(tag, wording),
        () => ({ tag: 'en', messages: first }),
      );
}

/** The language tag that the page has for a place. */
export function langOf(node: Node): string {
  const { prototype } = HTMLElement;
  for (let at: Node | null = node; at; at = hostOf(at)) {
    // Not at.closest, which may be a form's field.
    const from = at instanceof HTMLElement ? at : at.parentElement;
    const found = from && prototype.closest.call(from, '[lang]:not([lang=""])');
    const lang = found && prototype.getAttribute.call(found, 'lang');
    if (lang) return lang;
  }
  return navigator.language;
}

/** What the shadow root around a node belongs to. */
function hostOf(node: Node): Element | null {
  const root = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot ? root.host : null;
}
