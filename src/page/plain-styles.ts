import { PLAIN_LOOK } from '../elements/shared/plain-look.js';

/** Gives the page these looks, once. A constructed sheet passes every content security policy. */
export function adoptPlainStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PLAIN_LOOK);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
