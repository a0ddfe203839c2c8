import type { Language } from '../../messages/catalogue.js';
import type { Scope } from '../../store/scope.js';
import { announce } from './announce.js';
import { badgeWords, limitWords, promiseWords } from './promise-words.js';

/** Says what a scope's offer now is: the badge's word, the promise, and the limit if it is passed. Nothing while in stock. */
export function announceOffer({ offer, store }: Scope, language: Language): void {
  const sentences = [
    badgeWords(offer, language),
    promiseWords(offer, language, store.clock.now()),
    limitWords(offer, language),
  ];
  announce(sentences.filter(Boolean).join('. '), language.tag);
}
