import { expect } from '@open-wc/testing';
import { ScopeLink } from '../../../src/elements/shared/scope-link.js';
import { Scope } from '../../../src/store/scope.js';
import { shared } from '../../../src/store/shared-store.js';
import { elementPage, put, tell } from '../../support/element-page.js';
import { backorder, inStock, told } from '../../support/told.js';

describe('ScopeLink', () => {
  elementPage();

  /** A scope at a root. */
  function scopeAt(root: Node, product: string, main = false): Scope {
    const scope = new Scope(shared().store);
    scope.set({ product });
    shared().scopes.set(root, scope, main);
    return scope;
  }

  /** A link of an element that notes the state at each change. */
  function linkOf(element: Element): { readonly link: ScopeLink; readonly states: (string | undefined)[] } {
    const states: (string | undefined)[] = [];
    const link: ScopeLink = new ScopeLink(element, () => states.push(link.scope?.offer.state));
    return { link, states };
  }

  beforeEach(() => tell(told([backorder('a'), inStock('b')])));

  it('makes a scope of its own from what the element says itself', () => {
    const { link, states } = linkOf(put('<p></p>'));
    link.join({ product: 'a' }, undefined);
    expect(states).to.deep.equal(['backorder']);
    tell(told([inStock('a')]));
    expect(states).to.deep.equal(['backorder', 'in-stock']);
  });

  it('finds the scope that it stands in, a nearer one that comes later, and the farther again', () => {
    const section = put('<section><div><p></p></div></section>');
    const { link, states } = linkOf(section.querySelector('p') as Element);
    link.join(undefined, undefined);
    expect(link.scope).to.equal(undefined);
    expect(states).to.deep.equal([]);
    const outer = scopeAt(section, 'a');
    expect(link.scope).to.equal(outer);
    const div = section.querySelector('div') as Element;
    scopeAt(div, 'b');
    shared().scopes.set(div, undefined);
    expect(states).to.deep.equal(['backorder', 'in-stock', 'backorder']);
  });

  it('has the page’s main scope where it stands in none', () => {
    const { link, states } = linkOf(put('<p></p>'));
    link.join(undefined, undefined);
    const root = put('<form></form>');
    scopeAt(root, 'a', true);
    expect(states).to.deep.equal(['backorder']);
    shared().scopes.set(root, undefined);
    expect(states).to.deep.equal(['backorder', undefined]);
    expect(link.scope).to.equal(undefined);
  });

  it('has the scope of what it names, and none when that is not there', () => {
    const root = put('<section id="there"></section>');
    scopeAt(root, 'b');
    const { link, states } = linkOf(put('<p></p>'));
    link.join(undefined, 'there');
    expect(states).to.deep.equal(['in-stock']);
    link.join(undefined, 'elsewhere');
    expect(link.scope).to.equal(undefined);
    expect(states).to.deep.equal(['in-stock', undefined]);
  });

  it('hears nothing after it has left, and nobody is followed for it', () => {
    const { link, states } = linkOf(put('<p></p>'));
    link.join({ product: 'a' }, undefined);
    link.leave();
    link.leave();
    tell(told([inStock('a')]));
    scopeAt(document.body, 'b');
    expect(states).to.deep.equal(['backorder']);
    expect(shared().store.followed).to.deep.equal([]);
    shared().scopes.set(document.body, undefined);
  });

  it('joining again and again keeps one subscription', () => {
    const { link, states } = linkOf(put('<p></p>'));
    for (let times = 0; times < 5; times += 1) link.join({ product: 'a' }, undefined);
    states.length = 0;
    tell(told([inStock('a')]));
    expect(states).to.deep.equal(['in-stock']);
  });
});
