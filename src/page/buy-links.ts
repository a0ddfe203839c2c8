import { MARK as FIELD } from '../outbox/line-fields.js';
import type { Links } from '../platforms/platform.js';
import { shared } from '../store/shared-store.js';
import { valueOf, type Unit } from './find-units.js';
import { isPlan, ourFields } from './own-plan-field.js';
import { lineProperty } from './read-cart.js';
import { removeCopies, WithoutNote } from './without-note.js';

/** On a link that is changed: its address before and after, for copies of it. */
const MARK = 'data-backorder-link';

interface Was {
  readonly before: string | null;
  readonly after: string;
}

/**
 * Links beside a product form that buy its variant at once: they carry the promise where the system takes it from a link. Where it
 * does not, words beside the link say so.
 */
export class BuyLinks {
  readonly #links: Links;
  readonly #variant: readonly string[];
  readonly #changed = new Map<Element, Was>();
  readonly #notes = new Map<Element, WithoutNote>();

  constructor(links: Links, variant: readonly string[]) {
    this.#links = links;
    this.#variant = variant;
  }

  look(units: readonly Unit[]): void {
    const fields = ourFields();
    const carrying = new Set<Element>();
    const without = new Set<Element>();
    for (const copy of document.querySelectorAll(`[${MARK}]`)) if (!this.#changed.has(copy)) takeBack(copy);
    removeCopies();
    for (const { form, root } of units) {
      const ours = fields.get(form);
      const variant = valueOf(form, this.#variant);
      if (!ours || variant === undefined) continue;
      for (const link of root.querySelectorAll(this.#links.selector)) {
        const own = this.#ownOf(link);
        if (this.#links.pattern.exec(own)?.[1] !== variant) continue;
        const href = ours.some(isPlan) ? undefined : this.#with(own, ours);
        const text = textOf(ours);
        if (href !== undefined) {
          carrying.add(link);
          this.#change(link, href);
        } else if (text && isOpen(form)) {
          without.add(link);
          this.#noteAt(link).show(text);
        }
      }
    }
    for (const link of this.#changed.keys()) if (!carrying.has(link)) this.#undo(link);
    for (const link of this.#notes.keys()) if (!without.has(link)) this.#hush(link);
  }

  release(): void {
    for (const link of this.#changed.keys()) this.#undo(link);
    for (const link of this.#notes.keys()) this.#hush(link);
  }

  /** The theme's own address, also of a link that it has written anew. */
  #ownOf(link: Element): string {
    const was = this.#changed.get(link);
    const now = link.getAttribute('href') ?? '';
    return was?.after === now ? (was.before ?? '') : now;
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
        const key = lineProperty(name);
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

  #change(link: Element, after: string): void {
    const was = this.#changed.get(link);
    if (was?.after === after && link.getAttribute('href') === after) return;
    this.#undo(link);
    const before = link.getAttribute('href');
    this.#changed.set(link, { before, after });
    link.setAttribute('href', after);
    link.setAttribute(MARK, JSON.stringify([before, after]));
  }

  #undo(link: Element): void {
    takeBack(link);
    this.#changed.delete(link);
  }

  #noteAt(link: Element): WithoutNote {
    const note = this.#notes.get(link) ?? new WithoutNote(link);
    this.#notes.set(link, note);
    return note;
  }

  #hush(link: Element): void {
    this.#notes.get(link)?.release();
    this.#notes.delete(link);
  }
}

/** Whether the links beside a form can be used: the merchant may have them hidden or held. */
function isOpen(form: Element): boolean {
  const express = shared().scopes.find(form)?.offer.express;
  return express !== 'hide' && express !== 'disable';
}

/** Unless the theme has written another since. */
function takeBack(link: Element): void {
  const told = link.getAttribute(MARK);
  if (told === null) return;
  link.removeAttribute(MARK);
  try {
    const [before, after] = JSON.parse(told) as [string | null, string];
    if (link.getAttribute('href') !== after) return;
    if (before === null) link.removeAttribute('href');
    else link.setAttribute('href', before);
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
