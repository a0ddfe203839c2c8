const MARK = 'data-backorder-live';

/** Milliseconds of quiet before we speak: the theme's own message on the price goes first, and ten fast changes are one. */
const QUIET = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Puts the page's one live region in place, empty. It stands in the light DOM before anything is said: screen readers
 * miss a region that arrives together with its text, or that stands in a shadow root.
 */
export function prepareAnnouncer(): HTMLElement {
  const there = document.querySelector<HTMLElement>(`[${MARK}]`);
  if (there) return there;
  const region = document.createElement('div');
  region.setAttribute(MARK, '');
  region.setAttribute('role', 'status');
  // By property, since a content security policy may forbid style attributes. Not display:none, which would silence it.
  region.style.cssText =
    'position:fixed;inset-block-start:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
  document.body.append(region);
  return region;
}

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
