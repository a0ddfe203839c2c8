import { piecesOf } from '../availability/pieces-of.js';
import { languageAt } from '../elements/shared/page-language.js';
import { lineWords } from '../elements/shared/promise-words.js';
import { lineRecord } from '../outbox/line-record.js';
import type { CardAdds } from '../platforms/card-adds.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';

/**
 * Puts the promise among the fields that a button without a form is about to send. Not as attributes of the button, which jQuery
 * would keep after they are gone. What the page itself sends under a name of ours stays as it is.
 *
 * @param wrapped the button, as jQuery has it
 */
export function addLineFields({ product, quantity }: CardAdds, wrapped: unknown, fields: unknown): void {
  const button = (wrapped as ArrayLike<unknown> | undefined)?.[0];
  if (!(button instanceof Element) || typeof fields !== 'object' || fields === null) return;
  const sent = fields as Record<string, unknown>;
  const reference = sent[product];
  if (typeof reference !== 'string' && typeof reference !== 'number') return;
  const { store, config } = shared();
  const scope = new Scope(store);
  scope.set({ product: String(reference), quantity: piecesOf(`${sent[quantity] as string}`) });
  const { offer } = scope;
  const language = languageAt(button, store);
  // Its words are here as soon as a badge on the card has said any.
  if (offer.control !== 'swap' || language instanceof Promise) return;
  const { text, record } = config.lineFields;
  if (text) sent[text] ??= lineWords(offer, language, store.clock.now());
  if (record) sent[record] ??= lineRecord(offer, language.tag);
}
