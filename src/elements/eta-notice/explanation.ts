import { html, render } from 'lit';
import type { Offer } from '../../availability/offer.js';
import type { Language } from '../../messages/catalogue.js';
import { withMore } from '../../messages/en-more.js';
import { say } from '../../messages/say.js';
import { explanationView } from './explanation-view.js';
import { placePopover } from './place-popover.js';

/**
 * Fills the popover with why the date is what it is, opens it and puts it by its button. The browser closes it by Escape and by
 * a press elsewhere.
 *
 * @param open whether to open it; else only the words are brought up to date
 */
export function explain(
  offer: Offer,
  language: Language,
  now: number,
  button: HTMLButtonElement,
  popover: HTMLElement,
  open: boolean,
): void {
  render(
    html`${explanationView(offer, language, now).map((line) => html`<p dir="auto">${line}</p>`)}
      <button part="close" type="button" dir="auto" @click=${() => popover.hidePopover()}>
        ${say(withMore(language), 'explain.close')}
      </button>`,
    popover,
  );
  // The button is no press elsewhere: from now on the browser opens and closes it by that. Not yet for the press that is under
  // way, which would close it at once.
  setTimeout(() => (button.popoverTargetElement = popover));
  // A theme may have redrawn the product while the words were on their way.
  if (open && popover.isConnected) {
    // The browser gives the focus back to where it was: it may have been on the plain button that ours took the place of.
    button.focus();
    popover.showPopover();
  }
  void placePopover(button, popover);
}
