import type { Language } from '../../messages/catalogue.js';
import type { Scope } from '../../store/scope.js';
import type * as announcement from './announcement.js';

let coming: Promise<typeof announcement> | undefined;

// Nothing is said before a shopper does something: what says it comes with the first time. One promise for all that is said
// meanwhile: of two of its own the browser may settle the later one first, and the last word would be the first.
const speaker = (): Promise<typeof announcement> => (coming ??= import('./announcement.js'));

/** Says something once, politely, after a short quiet; what was about to be said before is dropped. */
export function announce(words: string, language: string): void {
  speaker().then(
    (it) => it.speak(() => words, language),
    () => undefined,
  );
}

/** Says what a scope's offer now is. */
export function announceOffer(scope: Scope, language: Language | Promise<Language>): void {
  Promise.all([speaker(), language]).then(
    ([it, words]) => it.speak(() => it.sentencesOf(scope, words), words.tag),
    () => undefined,
  );
}
