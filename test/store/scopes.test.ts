import { expect } from '@open-wc/testing';
import { AvailabilityStore } from '../../src/store/availability-store.js';
import { Scope } from '../../src/store/scope.js';
import { Scopes } from '../../src/store/scopes.js';

const scope = (): Scope => new Scope(new AvailabilityStore());

describe('Scopes', () => {
  it('gives the scope of the nearest root', () => {
    const scopes = new Scopes();
    const outer = document.createElement('section');
    outer.innerHTML = '<div><p></p></div><span></span>';
    const inner = outer.querySelector('div') as HTMLElement;
    const [one, two] = [scope(), scope()];
    scopes.set(outer, one);
    scopes.set(inner, two);
    expect(scopes.find(outer.querySelector('p') as Element)).to.equal(two);
    expect(scopes.find(inner)).to.equal(two);
    expect(scopes.find(outer.querySelector('span') as Element)).to.equal(one);
    expect(scopes.at(inner)).to.equal(two);
    expect(scopes.at(outer.querySelector('p') as Element)).to.equal(undefined);
    scopes.set(inner, undefined);
    expect(scopes.find(outer.querySelector('p') as Element)).to.equal(one);
  });

  it('looks out of shadow roots', () => {
    const scopes = new Scopes();
    const host = document.createElement('div');
    const inside = document.createElement('p');
    host.attachShadow({ mode: 'closed' }).append(inside);
    const one = scope();
    scopes.set(host, one);
    expect(scopes.find(inside)).to.equal(one);
  });

  it('those who stand in none have the page’s main one', () => {
    const scopes = new Scopes();
    const lone = document.createElement('p');
    expect(scopes.find(lone)).to.equal(undefined);
    const main = scope();
    scopes.set(document.createElement('form'), main, true);
    expect(scopes.find(lone)).to.equal(main);
    expect(scopes.main).to.equal(main);
  });

  it('tells those who wait when a root has gained or lost its scope, until they stop', () => {
    const scopes = new Scopes();
    const root = document.createElement('div');
    let looks = 0;
    const watcher = { look: () => (looks += 1) };
    scopes.watch(watcher, null);
    scopes.set(root, scope());
    scopes.set(root, undefined);
    expect(looks).to.equal(2);
    scopes.unwatch(watcher, null);
    scopes.set(root, scope());
    expect(looks).to.equal(2);
  });

  it('whoever stops waiting while others are told does no harm', () => {
    const scopes = new Scopes();
    let looks = 0;
    const watchers = [0, 1, 2].map(() => ({
      look() {
        looks += 1;
        for (const it of watchers) scopes.unwatch(it, null);
      },
    }));
    for (const it of watchers) scopes.watch(it, null);
    scopes.set(document.createElement('div'), scope());
    expect(looks).to.be.within(1, 3);
  });

  it('forgets roots that are gone', () => {
    // A WeakMap: nothing to hold them by.
    const scopes = new Scopes();
    for (let index = 0; index < 100; index += 1) scopes.set(document.createElement('div'), scope());
    expect(Object.keys(scopes)).to.deep.equal([]);
    expect(scopes.main).to.equal(undefined);
  });
});
