import type { Offer } from '../availability/offer.js';
import { preorderButtonView } from '../elements/preorder-button/preorder-button-view.js';
import { isSaid, lineWords } from '../elements/shared/promise-words.js';
import { lineRecord } from '../outbox/line-record.js';
import { htmlTag, textTag, type Attributes } from './html-tag.js';
import { ownTag, type Telling } from './own-tag.js';

/** What a button needs to know besides. */
export interface ButtonTelling extends Telling {
  /** The shop's own words for the button; they stand on it while the product is in stock. */
  readonly label: string;
  /** More attributes of the button, such as `class` or `name`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Names of the hidden fields that carry the promise with the order, as in the script tag's settings; an empty one sends nothing. */
  readonly fields?: { readonly text: string; readonly record: string } | undefined;
}

const FIELDS = { text: 'properties[Availability]', record: 'properties[_backorder]' };

/**
 * `<preorder-button>` as HTML, with a real submit button in it: put into the shop's form it sells without any script, and the order
 * carries the promise in two hidden fields.
 */
export function buttonHtml(offer: Offer, telling: ButtonTelling): string {
  const { language, label, fields = FIELDS } = telling;
  const swapped = offer.control !== 'theme' && isSaid(offer.state);
  const words = swapped ? preorderButtonView(offer, language).label : '';
  // A merchant may have no words of their own for it; a button without words cannot be pressed.
  const shown = words.trim() ? words : label;
  const stopped = swapped && offer.control === 'stop';
  const button = textTag(
    'button',
    {
      ...plain(telling.attributes),
      type: 'submit',
      // Not `disabled`, which would be the shop's word that it refuses the order.
      'aria-disabled': stopped ? 'true' : undefined,
      'data-backorder-stopped': stopped,
      // What the script puts back once the product is in stock.
      'data-backorder-was': shown === label ? undefined : [label, shown, ''].map(oneLine).join('\u2028'),
    },
    oneLine(shown),
  );
  const field = (kind: 'text' | 'record', value: string): string =>
    fields[kind] &&
    htmlTag('input', { type: 'hidden', name: fields[kind], value, 'data-backorder-field': kind });
  const promise = lineWords(offer, language, telling.now);
  const sent =
    swapped && offer.control === 'swap'
      ? field('text', promise) + field('record', lineRecord(offer, language.tag))
      : '';
  return ownTag('preorder-button', offer, telling, button + sent, swapped);
}

/** The sign that parts the three is in no label. */
const oneLine = (text: string): string => text.replaceAll('\u2028', ' ');

/** Attributes whose names are names and bring no script along. */
function plain(attributes: Readonly<Record<string, string>> = {}): Attributes {
  const named = Object.entries(attributes).filter(([name]) => /^(?!on)[a-z][\w-]*$/i.test(name));
  return Object.fromEntries(named);
}
