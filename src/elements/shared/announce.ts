import type { Language } from '../../messages/catalogue.js';
import type { Scope } from '../../store/scope.js';
import type * as announcement from './announcement.js';

// Nothing is said before a shopper does something: what says it comes with the first time.
const speaker = async (): Promise<typeof announcement> => import('./announcement.js');

/** Says something once, politely, after a short quiet; what was about to be said before is dropped. */
export function announce(words: string, language: string): void {
  speaker().then(
    (it) => it.speak(words, language),
    () => undefined,
  );
}

/** Says what a scope's offer now is. */
export function announceOffer(scope: Scope, language: Language | Promise<Language>): void {
  Promise.all([speaker(), language]).then(
    ([it, words]) => it.speak(it.sentencesOf(scope, words), words.tag),
    () => undefined,
  );
}
