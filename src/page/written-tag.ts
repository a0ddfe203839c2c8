/** The elements, by what editors may call them. */
const KINDS: Readonly<Record<string, string>> = {
  availability: 'product-availability',
  badge: 'backorder-badge',
  notice: 'eta-notice',
  date: 'eta-notice',
  button: 'preorder-button',
  form: 'notify-me-form',
};
const TAGS = [...new Set(Object.values(KINDS))];

/** Attributes that are told to the element. */
const TOLD = ['product', 'variant', 'quantity', 'for', 'compact', 'preview', 'preview-label'];

const CLASS = /^backorder--([a-z-]+?)(?:--(.+))?$/i;

/** What cannot have an element inside, or does something of its own. */
const CLOSED = 'script,style,template,form,button,input,select,textarea,a:has(button),[contenteditable] *';

const QUOTES = '["\'`´“”„‟«»‘’‚″′]';
const LEFT_OVER = /&(?:amp;)*(?:quot|apos|nbsp|[lrb]dquo|[lrs]squo|#(?:34|39|160|82[12]\d|8243));?/gi;

/** One of our elements as an editor may write it, since its system strips tags that it does not know. */
export const WRITTEN = '[data-backorder],[class*=backorder--]';

/**
 * Puts the element that a piece of plain HTML asks for inside it, as in
 * `<div data-backorder="badge" data-product="walnut-side-table">`, or `<div class="backorder--badge
 * backorder--product--walnut-side-table">` where a system strips `data-` attributes. What stood there becomes what stands inside
 * the element. Done again, it only follows the attributes.
 *
 * @returns the element, if there is to be one
 */
export function upgradeWritten(host: HTMLElement): HTMLElement | undefined {
  const told = toldBy(host);
  const tag = tagOf(told);
  // What is being edited is saved with whatever we would put into it.
  if (!tag || host.matches(CLOSED) || host.isContentEditable || isOurs(host)) return undefined;
  // A block that an editor has wrapped in a copy of itself.
  for (const inner of host.querySelectorAll<HTMLElement>(WRITTEN)) {
    if (tagOf(toldBy(inner)) === tag) return undefined;
  }
  let element = [...host.children].find(({ localName }) => localName === tag) as HTMLElement | undefined;
  if (!element) {
    element = document.createElement(tag);
    follow(element, told);
    // Editors fill what is empty with a blank or a line break.
    if (isBlank(host)) host.replaceChildren();
    element.append(...host.childNodes);
    host.append(element);
  } else follow(element, told);
  return element;
}

/** What attributes and classes say, by lower-case names: editors change the case, and put blanks of all kinds into both. */
function toldBy(host: Element): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const name of host.classList) {
    const [, kind = '', value] = CLASS.exec(name) ?? [];
    if (value !== undefined) told.set(kind.toLowerCase(), cleaned(decoded(value)));
    else if (kind) told.set(kind.toLowerCase() in KINDS ? 'backorder' : kind.toLowerCase(), kind);
  }
  for (const { name, value } of host.attributes) {
    const plain = name.toLowerCase().replace(/[^a-z-]/g, '');
    if (plain.startsWith('data-')) told.set(plain.slice(5), cleaned(value));
  }
  const [, product, variant] =
    /\/products\/([^/?#]+)(?:.*[?&]variant=(\d+))?/.exec(told.get('product') ?? '') ?? [];
  // An editor has the address at hand, not the name in it.
  if (product) told.set('product', decoded(product));
  if (variant && !told.has('variant')) told.set('variant', variant);
  return told;
}

function tagOf(told: ReadonlyMap<string, string>): string | undefined {
  const kind = (told.get('backorder') ?? '').toLowerCase();
  return Object.hasOwn(KINDS, kind) ? KINDS[kind] : TAGS.find((tag) => tag === kind);
}

/** Without quotes and blanks that an editor has made part of it. A quote at the end alone may be an inch. */
function cleaned(value: string): string {
  const plain = value
    .replace(LEFT_OVER, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .trim();
  const bare = new RegExp(`^${QUOTES}+`).test(plain)
    ? plain.replace(new RegExp(`^${QUOTES}+|${QUOTES}+$`, 'g'), '')
    : plain;
  return bare.replace(/\s+/g, ' ').trim();
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function follow(element: HTMLElement, told: ReadonlyMap<string, string>): void {
  for (const name of TOLD) {
    const value = told.get(name);
    const attribute = name.startsWith('preview') ? `data-${name}` : name;
    if (value === undefined || (value === '' && name !== 'compact')) element.removeAttribute(attribute);
    else if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
  }
}

function isOurs({ localName }: Element): boolean {
  return TAGS.includes(localName);
}

function isBlank(host: Element): boolean {
  return !host.textContent.trim() && !host.querySelector(':not(p,br,span,div)');
}
