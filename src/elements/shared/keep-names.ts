import { report } from '../../report.js';
import type { DeprecatedName } from './deprecated-names.js';

type Changed = (
  this: Element,
  name: string,
  was: string | null,
  value: string | null,
  space?: string,
) => void;

interface Reactions {
  connectedCallback?: (this: Element) => void;
  attributeChangedCallback?: Changed;
}

/**
 * Has the old names of a tag and of its attributes work like the new ones, with one warning for each that a page uses. Called
 * before the tag is registered, since a registry reads once which attributes a class observes.
 */
export function keepNames(
  tag: string,
  element: CustomElementConstructor,
  names: readonly DeprecatedName[],
  tags: CustomElementRegistry,
): void {
  const attributes = names.filter((it) => it.tag === tag && it.attribute !== undefined);
  if (attributes.length) keepAttributes(element, attributes);
  for (const name of names) {
    if (name.attribute === undefined && name.now === tag && !tags.get(name.tag)) keepTag(element, name, tags);
  }
}

/** What stands in an old attribute is written into the new one, which wins where both are there. */
function keepAttributes(element: CustomElementConstructor, names: readonly DeprecatedName[]): void {
  const observed = (element as { observedAttributes?: readonly string[] }).observedAttributes ?? [];
  const old = new Map(names.map((it) => [it.attribute, it]));
  Object.defineProperty(element, 'observedAttributes', { value: [...observed, ...old.keys()] });
  const reactions = element.prototype as Reactions;
  const changed = reactions.attributeChangedCallback;
  reactions.attributeChangedCallback = function (name, was, value, space) {
    const found = old.get(name);
    if (!found) {
      changed?.call(this, name, was, value, space);
      return;
    }
    if (value !== null) warn(found, `the attribute "${name}" of <${found.tag}>`, `"${found.now}"`);
    // Only what the old one has put there is changed by it.
    const there = this.getAttribute(found.now);
    if (there !== null && there !== was) return;
    if (value === null) this.removeAttribute(found.now);
    else this.setAttribute(found.now, value);
  };
}

function keepTag(element: CustomElementConstructor, name: DeprecatedName, tags: CustomElementRegistry): void {
  const Kept = class extends element {};
  (Kept.prototype as Reactions).connectedCallback = function () {
    warn(name, `<${name.tag}>`, `<${name.now}>`);
    (element.prototype as Reactions).connectedCallback?.call(this);
  };
  tags.define(name.tag, Kept);
}

function warn({ tag, attribute = '', until }: DeprecatedName, old: string, now: string): void {
  report(
    'deprecated',
    `${old} works until version ${until} comes; write ${now} in its place.`,
    tag + attribute,
  );
}
