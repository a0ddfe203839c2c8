import type { Language } from '../../messages/catalogue.js';
import type { Scope } from '../../store/scope.js';
import { prepareAnnouncer } from './announcer.js';
import { badgeWords, limitWords, promiseWords } from './promise-words.js';

/** Milliseconds of quiet before we speak: the theme's own message on the price goes first, and ten fast changes are one. */
const QUIET = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Writes something into the live region, after a short quiet; what was about to be said before is dropped.
 *
 * @param words put together when they are said
 */
export function speak(words: () => string, language: string): void {
  clearTimeout(timer);
  prepareAnnouncer().textContent = '';
  timer = setTimeout(() => {
    // By now the page may have another body.
    const there = prepareAnnouncer();
    there.lang = language;
    there.textContent = words();
  }, QUIET);
}

/** What a scope's offer now is: the badge's word, the promise, and the limit if it is passed. Nothing while in stock. */
export function sentencesOf({ offer, store }: Scope, language: Language): string {
  const sentences = [
    badgeWords(offer, language),
    promiseWords(offer, language, store.clock.now()),
    limitWords(offer, language),
  ];
  // "12. prosinca 2026." ends in a full stop already.
  return sentences.filter(Boolean).join('. ').replaceAll('.. ', '. ');
}
