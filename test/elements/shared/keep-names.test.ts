// Nothing is deprecated now: a list is passed in, and subclasses of our own elements are what it is about.
import { expect } from '@open-wc/testing';
import { EtaNotice } from '../../../src/elements/eta-notice/eta-notice.js';
import type { DeprecatedName } from '../../../src/elements/shared/deprecated-names.js';
import { keepNames } from '../../../src/elements/shared/keep-names.js';
import { elementPage, put, seen, sixProducts, tell, until } from '../../support/element-page.js';
import { takeWarnings } from '../../support/quiet.js';

let last = 0;

/** A notice under a tag of its own, that has had other names. */
function notice(): { readonly tag: string; readonly oldTag: string; readonly Notice: typeof EtaNotice } {
  const tag = `kept-notice-${(last += 1)}`;
  const oldTag = `${tag}-old`;
  const names: readonly DeprecatedName[] = [
    { tag, attribute: 'item', now: 'product', until: '9.0' },
    { tag, attribute: 'pieces', now: 'quantity', until: '9.0' },
    { tag: oldTag, now: tag, until: '9.0' },
    { tag: 'another-tag', attribute: 'variant', now: 'product', until: '9.0' },
    { tag: 'another-old', now: 'another-tag', until: '9.0' },
  ];
  class Notice extends EtaNotice {}
  keepNames(tag, Notice, names, customElements);
  customElements.define(tag, Notice);
  return { tag, oldTag, Notice };
}

describe('K17 names that go', () => {
  elementPage();
  beforeEach(() => tell(sixProducts()));

  it('K17 an old attribute does what the new one does, in markup and set, changed and taken away later; one warning', async () => {
    const { tag } = notice();
    const written = put<EtaNotice>(`<${tag} item="backorder" pieces="2"></${tag}>`);
    await until(() => seen(written).includes('12 December'));
    expect([written.product, written.quantity]).to.deep.equal(['backorder', 2]);
    expect(takeWarnings().map((it) => it.replace(/ \(README.*/, ''))).to.deep.equal([
      `[backorder-elements] deprecated: the attribute "item" of <${tag}> works until version 9.0 comes; write "product" in its place.`,
      `[backorder-elements] deprecated: the attribute "pieces" of <${tag}> works until version 9.0 comes; write "quantity" in its place.`,
    ]);
    const later = put<EtaNotice>(`<${tag}></${tag}>`);
    later.setAttribute('item', 'in-stock');
    expect(later.product).to.equal('in-stock');
    later.setAttribute('item', 'backorder');
    await until(() => seen(later).includes('12 December'));
    later.removeAttribute('item');
    await until(() => seen(later) === '');
    expect(later.product).to.equal(undefined);
  });

  it('K17 where both are, the new one counts, in any order, and outlives the old', async () => {
    const { tag } = notice();
    const both = [`item="in-stock" product="backorder"`, `product="backorder" item="in-stock"`].map((it) =>
      put<EtaNotice>(`<${tag} ${it}></${tag}>`),
    );
    await until(() => both.every((it) => seen(it).includes('12 December')));
    for (const it of both) it.removeAttribute('item');
    expect(both.map((it) => it.product)).to.deep.equal(['backorder', 'backorder']);
    expect(takeWarnings()).to.have.length(1);
  });

  it('K17 an old tag is the new element, with its old attributes too; one warning for a hundred of them', async () => {
    const { tag, oldTag, Notice } = notice();
    const main = put(`<div>${`<${oldTag} item="backorder"></${oldTag}>`.repeat(100)}</div>`);
    const all = [...main.children] as EtaNotice[];
    await until(() => all.every((it) => seen(it).includes('12 December')));
    expect(all.every((it) => it instanceof Notice)).to.equal(true);
    const warnings = takeWarnings();
    expect(warnings).to.have.length(2);
    expect(warnings.join()).to.include(`<${oldTag}> works until version 9.0 comes; write <${tag}>`);
  });

  it('K17 nothing is said where only new names are used, and other tags are left alone', async () => {
    const { tag, Notice } = notice();
    const element = put<EtaNotice>(`<${tag} product="backorder" variant="x" lang="de"></${tag}>`);
    await until(() => element.product === 'backorder');
    expect(element.variant).to.equal('x');
    expect(customElements.get('another-old')).to.equal(undefined);
    expect(EtaNotice.observedAttributes).not.to.include('item');
    expect(Notice.observedAttributes).to.include.members([...EtaNotice.observedAttributes, 'item', 'pieces']);
  });
});
