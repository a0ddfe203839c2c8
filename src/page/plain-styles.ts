import { PLAIN_LOOK } from '../elements/shared/plain-look.js';

/** Gives the page these looks, once. A constructed sheet passes every content security policy. */
export function adoptPlainStyles(): void {
  // Asked before the sheet is there: until then the page's styles are reckoned already. One badge for all, because to ask each
  // costs a long list ten milliseconds; it has what the page has, and what is said of badges alone.
  const badge = document.querySelector('backorder-badge') ?? document.body;
  const ground = getComputedStyle(badge).getPropertyValue('--backorder-ground');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PLAIN_LOOK);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // A merchant's own ground may take the contrast out of the words on it.
  if (ground)
    import('../elements/shared/keep-contrast.js').then((it) => it.keepPlainContrast()).catch(() => undefined);
}
