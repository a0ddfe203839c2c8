import type { Offer } from '../availability/offer.js';
import type { Language } from '../messages/catalogue.js';
import { call } from '../native.js';
import type { ExpressControls } from './express.js';

const HELD = '[data-backorder-express-held]';

/**
 * The express controls of a product: left alone in most shops, and most products have none. The code for the others comes when
 * there are some, which may be late, and a policy asks for it.
 */
export class ExpressHold {
  readonly #root: Element;
  readonly #selector: string;
  #controls: ExpressControls | undefined;
  #asked: Offer | undefined;
  #last: readonly [Offer, Language] | undefined;

  constructor(root: Element, selector: string) {
    this.#root = root;
    this.#selector = selector;
  }

  /** Makes them fit an offer. */
  apply(offer: Offer, language: Language): void {
    this.#last = [offer, language];
    if (this.#controls) this.#controls.apply(offer, language);
    // Copied with a product that was not in stock.
    else this.look(!!call(this.#root, 'querySelector', HELD));
  }

  /** Treats controls that have come since like the others. */
  look(copied = false): void {
    this.#controls?.look();
    const [offer] = this.#last ?? [];
    if (!offer || this.#controls || this.#asked === offer) return;
    const wanted = offer.control !== 'theme' && offer.express !== 'keep';
    if (!copied && !(wanted && call(this.#root, 'querySelector', this.#selector))) return;
    this.#asked = offer;
    import('./express.js').then(
      ({ ExpressControls }) => {
        if (!this.#last) return;
        this.#controls ??= new ExpressControls(this.#root, this.#selector);
        this.#controls.apply(...this.#last);
      },
      () => undefined,
    );
  }

  release(): void {
    this.#last = undefined;
    this.#controls?.release();
  }
}
