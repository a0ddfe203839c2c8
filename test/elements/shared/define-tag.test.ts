import { expect } from '@open-wc/testing';
import { defineTag, type Versioned } from '../../../src/elements/shared/define-tag.js';
import { VERSION } from '../../../src/elements/shared/version.js';
import { quietConsole, takeWarnings } from '../../support/quiet.js';

let last = 0;
const freshTag = (): string => `defined-${(last += 1)}-tag`;

/** A class of ours, in some version; each call makes another, as another copy of the script would. */
const ofVersion = (version: string): Versioned =>
  class extends HTMLElement {
    static readonly version = version;
  };

describe('defineTag', () => {
  quietConsole();

  it('registers a tag', () => {
    const tag = freshTag();
    const element = ofVersion('1.0.0');
    defineTag(tag, element);
    expect(customElements.get(tag)).to.equal(element);
  });

  it('D01 the same class, or the same version from another copy, is no matter', () => {
    const tag = freshTag();
    const element = ofVersion('1.0.0');
    defineTag(tag, element);
    defineTag(tag, element);
    defineTag(tag, ofVersion('1.0.0'));
    expect(customElements.get(tag)).to.equal(element);
  });

  it('D02 the first of two versions wins, either way round, and the second says so once', () => {
    for (const [first, second] of [
      ['1.0.0', '2.0.0'],
      ['2.0.0', '1.0.0'],
    ] as const) {
      const tag = freshTag();
      const element = ofVersion(first);
      defineTag(tag, element);
      defineTag(tag, ofVersion(second));
      defineTag(tag, ofVersion(second));
      expect(customElements.get(tag)).to.equal(element);
      const warnings = takeWarnings();
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(`<${tag}>`);
      expect(warnings[0]).to.include(`version ${first}`);
      expect(warnings[0]).to.include(`version ${second}`);
    }
  });

  it('D04 a tag that another library owns is left to it, with a warning; the other tags are registered', () => {
    const [taken, free] = [freshTag(), freshTag()];
    const theirs = class extends HTMLElement {};
    customElements.define(taken, theirs);
    defineTag(taken, ofVersion('1.0.0'));
    defineTag(free, ofVersion('1.0.0'));
    expect(customElements.get(taken)).to.equal(theirs);
    expect(customElements.get(free)).not.to.equal(undefined);
    expect(takeWarnings()[0]).to.match(/tag-taken: .*another library/);
  });

  it('takes a registry of the page’s choice', () => {
    const defined = new Map<string, unknown>();
    const registry = {
      get: (tag: string) => defined.get(tag),
      define: (tag: string, element: unknown) => void defined.set(tag, element),
    } as unknown as CustomElementRegistry;
    const tag = freshTag();
    const element = ofVersion('1.0.0');
    defineTag(tag, element, registry);
    expect(defined.get(tag)).to.equal(element);
    expect(customElements.get(tag)).to.equal(undefined);
  });
});

describe('our tags', () => {
  it('are all registered by define.js, in the version of the package', async () => {
    await import('../../../src/define.js');
    const reply = await fetch('/package.json');
    const { version } = (await reply.json()) as { version: string };
    expect(VERSION).to.equal(version);
    for (const tag of [
      'product-availability',
      'backorder-badge',
      'eta-notice',
      'preorder-button',
      'notify-me-form',
    ]) {
      expect((customElements.get(tag) as Partial<Versioned> | undefined)?.version, tag).to.equal(version);
    }
  });

  it('can be used under other names as well', async () => {
    const { BackorderBadge } = await import('../../../src/index.js');
    customElements.define('shop-badge', class extends BackorderBadge {});
    expect(document.createElement('shop-badge')).to.be.instanceOf(BackorderBadge);
  });
});
