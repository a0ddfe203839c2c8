import { MARK as FIELD } from '../outbox/line-fields.js';
import type { Links } from '../platforms/platform.js';
import { valueOf, type Unit } from './find-units.js';
import { isPlan, ourFields } from './own-plan-field.js';

/** On a link that is changed: its address and title before, for copies of it. */
const MARK = 'data-backorder-link';

interface Was {
  readonly name: 'href' | 'title';
  readonly before: string | null;
  readonly after: string;
}

/**
 * Links beside a product form that buy its variant at once: they carry the promise where the system takes it from a link. Where it
 * does not, nothing is lost in silence: the link says what was promised, in its title.
 */
export class BuyLinks {
  readonly #links: Links;
  readonly #variant: readonly string[];
  readonly #changed = new Map<Element, Was>();

  constructor(links: Links, variant: readonly string[]) {
    this.#links = links;
    this.#variant = variant;
  }

  look(units: readonly Unit[]): void {
    const fields = ourFields();
    const wanted = new Set<Element>();
    for (const copy of document.querySelectorAll(`[${MARK}]`)) if (!this.#changed.has(copy)) takeBack(copy);
    for (const { form, root } of units) {
      const ours = fields.get(form);
      const variant = valueOf(form, this.#variant);
      if (!ours || variant === undefined) continue;
      for (const link of root.querySelectorAll(this.#links.selector)) {
        const own = this.#ownOf(link);
        if (this.#links.pattern.exec(own)?.[1] !== variant) continue;
        const href = ours.some(isPlan) ? undefined : this.#with(own, ours);
        wanted.add(link);
        this.#change(link, href, textOf(ours));
      }
    }
    for (const link of this.#changed.keys()) if (!wanted.has(link)) this.#undo(link);
  }

  release(): void {
    for (const link of this.#changed.keys()) this.#undo(link);
  }

  /** The theme's own address, also of a link that it has written anew. */
  #ownOf(link: Element): string {
    const was = this.#changed.get(link);
    const now = link.getAttribute('href') ?? '';
    return was?.name === 'href' && was.after === now ? (was.before ?? '') : now;
  }

  /** The address with the promise in it, if it can have one. */
  #with(own: string, ours: readonly HTMLInputElement[]): string | undefined {
    const { carries, parameter } = this.#links;
    try {
      const url = new URL(own, document.baseURI);
      if (!carries.test(own)) return undefined;
      const there = url.searchParams.get(parameter);
      const properties = there ? (JSON.parse(fromBase64(there)) as Record<string, string>) : {};
      for (const { name, value } of ours) {
        const key = /^properties\[(.+)\]$/.exec(name)?.[1];
        if (key !== undefined) properties[key] = value;
      }
      const [path = '', hash] = own.split('#');
      const [before = '', query = ''] = path.split('?');
      const all = new URLSearchParams(query);
      all.set(parameter, toBase64(JSON.stringify(properties)));
      return `${before}?${all}${hash === undefined ? '' : `#${hash}`}`;
    } catch {
      // What we cannot read stays as it is.
      return undefined;
    }
  }

  #change(link: Element, href: string | undefined, text: string): void {
    const name = href === undefined ? 'title' : 'href';
    const after = href ?? text;
    const was = this.#changed.get(link);
    if (was?.name === name && was.after === after && link.getAttribute(name) === after) return;
    this.#undo(link);
    // A title of the theme's own says something else.
    if (!after || (name === 'title' && link.hasAttribute('title'))) return;
    const before = link.getAttribute(name);
    this.#changed.set(link, { name, before, after });
    link.setAttribute(name, after);
    link.setAttribute(MARK, JSON.stringify([name, before, after]));
  }

  #undo(link: Element): void {
    takeBack(link);
    this.#changed.delete(link);
  }
}

/** Unless the theme has written another since. */
function takeBack(link: Element): void {
  const told = link.getAttribute(MARK);
  if (told === null) return;
  link.removeAttribute(MARK);
  try {
    const [name, before, after] = JSON.parse(told) as [Was['name'], string | null, string];
    if (!/^(?:href|title)$/.test(name) || link.getAttribute(name) !== after) return;
    if (before === null) link.removeAttribute(name);
    else link.setAttribute(name, before);
  } catch {
    // Somebody else's.
  }
}

/** What the shopper was told, in words. */
const textOf = (ours: readonly HTMLInputElement[]): string =>
  ours.find((it) => it.getAttribute(FIELD) === 'text')?.value ?? '';

function toBase64(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (it) => it.charCodeAt(0)));
}
