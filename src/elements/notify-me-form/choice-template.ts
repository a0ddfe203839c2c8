import { html, type TemplateResult } from 'lit';
import type { Offer } from '../../availability/offer.js';
import type { Language } from '../../messages/catalogue.js';
import { say } from '../../messages/say.js';
import { promiseWords } from '../shared/promise-words.js';
import { styles } from './choice-styles.js';
import { adoptLightStyles } from './light-styles.js';

/** Gives the choice's looks to the tree that it is drawn in. */
export function adoptChoiceStyles(root: Node): void {
  adoptLightStyles(root, styles);
}

/**
 * Two ways, side by side: to order now what ships later, or to be told. Native radio buttons, so that keys, screen readers and
 * forced colours need nothing of ours. The first is chosen: the shop's own button stands beside it and does what it always does.
 *
 * @param waiting whether the shopper has chosen to be told
 * @param choose called with that
 */
export function choiceTemplate(
  offer: Offer,
  language: Language,
  now: number,
  waiting: boolean,
  choose: (waiting: boolean) => void,
): TemplateResult {
  const order = say(language, offer.state === 'preorder' ? 'button.preorder' : 'button.backorder');
  const way = (waits: boolean, name: string, note: string): TemplateResult =>
    html`<label part="way">
      <input
        type="radio"
        name="way"
        value=${waits ? 'wait' : 'order'}
        .checked=${waiting === waits}
        @change=${() => choose(waits)}
      />
      <span dir="auto"><span part="way-name">${name}</span> <span part="way-note">${note}</span></span>
    </label>`;
  return html`<div part="choice" role="radiogroup" aria-labelledby="choice" lang=${language.tag}>
    <span id="choice" part="choice-name" dir="auto">${say(language, 'choice.legend')}</span>
    ${way(false, order, promiseWords(offer, language, now))}
    ${way(true, say(language, 'form.heading'), say(language, 'choice.wait'))}
  </div>`;
}
