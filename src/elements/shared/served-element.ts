import { isServer, LitElement, ReactiveElement, type PropertyValues } from 'lit';
import type { Offer } from '../../availability/offer.js';
import { canHydrate } from './can-hydrate.js';
import { watchColours } from './own-colours.js';

/** An element that a server may have drawn already, as plain HTML or in a shadow root. */
export abstract class ServedElement extends LitElement {
  /** Whether one has. */
  protected served = false;

  /** Whether days are told as "today" and "tomorrow". A server cannot know whose, and its words are not changed for that. */
  protected get near(): boolean {
    return !isServer && !this.served;
  }

  /** Whether there are words for an offer in plain HTML that a server has drawn. */
  protected says(_offer: Offer): boolean {
    return true;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    watchColours(this);
  }

  /** A server's drawing is hydrated where the page can do that and it says the same, else drawn anew. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    if (!shadowRoot || canHydrate(shadowRoot, this.render())) return super.createRenderRoot();
    shadowRoot.replaceChildren();
    return ReactiveElement.prototype['createRenderRoot'].call(this);
  }
}
