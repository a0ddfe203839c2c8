import type { Offer, ShipPromise } from '../availability/offer.js';
import { ordinary } from '../availability/read.js';
import { asideWords } from '../elements/shared/aside-words.js';
import { badgeWords, limitWords, lineWords, promiseWords } from '../elements/shared/promise-words.js';
import type { Language } from '../messages/catalogue.js';
import { say } from '../messages/say.js';
import type { LineFieldNames } from '../outbox/line-fields.js';
import { lineRecord } from '../outbox/line-record.js';

/** An offer in the words that our elements would use. Empty where there is nothing to say. */
export interface OfferWords {
  /** For the button: "Add to cart", "Backorder". Empty while the words of another language are on their way. */
  readonly label: string;
  /** "Backorder", "Sold out". Empty for what is in stock or unknown. */
  readonly badge: string;
  /** When it comes, in one sentence. */
  readonly promise: string;
  /** What belongs to that sentence: that the date has moved, until when it holds, and where. */
  readonly aside: string;
  /** That fewer can be ordered than were asked for. */
  readonly limit: string;
  /** Language of the words, as a BCP 47 tag. */
  readonly language: string;
}

/** A part of the wanted quantity as a line of a cart. */
export interface OfferLine {
  readonly quantity: number;
  /** What the order has to carry, by name: line item properties, attributes, modifiers. Empty for what ships as usual. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What a shopper can do now, the words for it, and what goes into the cart. */
export interface ToldOffer extends Offer {
  readonly words: OfferWords;
  /** Whether the wanted quantity can be ordered at all. Unknown is no reason to stop a sale. */
  readonly orderable: boolean;
  /**
   * The wanted quantity as lines for a cart: pieces from the shelf apart from those that come later, unless the merchant ships all
   * together. Pieces that are refused are in none.
   */
  readonly lines: readonly OfferLine[];
}

/** What an offer is told with. */
export interface Telling {
  /** Missing while its words are on their way. */
  readonly language: Language | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly names: LineFieldNames;
  /** The promise that this shopper was shown before. */
  readonly earlier?: ShipPromise | undefined;
}

/** An offer with its words and lines. Pure. */
export function tellOffer(offer: Offer, telling: Telling): ToldOffer {
  const { state, control, split, wanted } = offer;
  const lines: OfferLine[] = [];
  const swap = control === 'swap' && split;
  if (!swap) lines.push({ quantity: split ? wanted - split.refused : wanted, properties: {} });
  else {
    if (split.now > 0) lines.push({ quantity: split.now, properties: {} });
    const later = { ...offer, split: { ...split, now: 0 } };
    lines.push({ quantity: split.later, properties: propertiesOf(later, telling) });
  }
  return ordinary({
    ...offer,
    words: ordinary(wordsOf(offer, telling)),
    orderable: control !== 'stop' && state !== 'sold-out' && state !== 'coming-soon',
    lines: Object.freeze(lines.filter((it) => it.quantity > 0)),
  }) as ToldOffer;
}

function wordsOf(offer: Offer, { language, now, earlier }: Telling): OfferWords {
  if (!language) return { label: '', badge: '', promise: '', aside: '', limit: '', language: '' };
  const promise = promiseWords(offer, language, now);
  return {
    label: say(language, `button.${offer.state === 'unknown' ? 'in-stock' : offer.state}`),
    badge: badgeWords(offer, language),
    promise,
    aside: promise && asideWords(offer, earlier, language, now),
    limit: limitWords(offer, language),
    language: language.tag,
  };
}

/** Without the language the words are missing, but the promise itself is not. */
function propertiesOf(offer: Offer, { language, now, names }: Telling): OfferLine['properties'] {
  const told = [
    [names.text, language && lineWords(offer, language, now)],
    [names.record, lineRecord(offer, language?.tag ?? '')],
  ] as const;
  return Object.fromEntries(
    told.flatMap(([name, value]) => (name && value ? [[bareName(name), value]] : [])),
  );
}

/** Forms name them `properties[Availability]`, carts `Availability`. */
const bareName = (name: string): string => /^properties\[(.+)\]$/.exec(name)?.[1] ?? name;
