import { prepareAnnouncer } from './announcer.js';

/** Milliseconds of quiet before we speak: the theme's own message on the price goes first, and ten fast changes are one. */
const QUIET = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something once, politely, after a short quiet; what was about to be said before is dropped. */
export function announce(words: string, language = ''): void {
  const region = prepareAnnouncer();
  clearTimeout(timer);
  region.textContent = '';
  if (!words) return;
  timer = setTimeout(() => {
    // By now the page may have another body.
    const there = prepareAnnouncer();
    if (language) there.lang = language;
    there.textContent = words;
  }, QUIET);
}
