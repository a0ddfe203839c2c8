// Pages with libraries and polyfills of another time: what jQuery, Prototype.js, MooTools and their like have done to the language
// and to the page. They are stand-ins, each for what such a library does that could touch us.
import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor } from '../support/journey.js';
import { expectQuiet, openOracle } from '../support/oracle.js';
import { shown } from '../support/shown.js';
import { choose, goThrough, openChairs, type Gone } from '../support/three-variants.js';

const run = (code: string): string => `<script>${code}</script>`;

/** Prototype.js, 1.4 to 1.7. */
const PROTOTYPE = `
  const toJSON = (it) => it === null ? 'null' : Array.isArray(it) ? it.toJSON() : typeof it === 'object'
    ? '{' + Object.keys(it).filter((key) => it[key] !== undefined).map((key) => JSON.stringify(key) + ': ' + toJSON(it[key])).join(', ') + '}'
    : String(JSON.stringify(it));
  Array.prototype.toJSON = function () { return '[' + this.map(toJSON).join(', ') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Number.prototype.toJSON = function () { return String(this); };
  Array.prototype.shift = function () {
    const first = this[0];
    for (let at = 0; at < this.length - 1; at++) this[at] = this[at + 1];
    this.length--;
    return first;
  };
  Array.from = (it) => { let at = it.length || 0; const all = new Array(at); while (at--) all[at] = it[at]; return all; };
  Array.prototype.each = function (act) { this.forEach(act); return this; };
  Array.prototype.entries = function () { return this.map((it) => it); };
  Array.prototype.first = function () { return this[0]; };
  Array.prototype.without = function (...some) { return this.filter((it) => !some.includes(it)); };
  Function.prototype.bind = function (to, ...given) { const act = this; return function (...more) { return act.apply(to, given.concat(more)); }; };
  Function.prototype.defer = function () { setTimeout(this, 10); };
  String.prototype.startsWith = function (start) { return this.indexOf(start) === 0; };
  String.prototype.strip = function () { return this.replace(/^\\s+/, ''); };
  Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
  for (const name of ['hide', 'show', 'update', 'replace', 'insert', 'select', 'observe', 'fire', 'readAttribute', 'up', 'down'])
    HTMLElement.prototype[name] = function () { return this; };
  const dom = window.Element;
  window.Element = Object.assign(function (tag) { return document.createElement(tag); }, { extend: (it) => it });
  window.Element.prototype = dom.prototype;
  Event.prototype.stop = function () { this.preventDefault(); this.stopPropagation(); };`;

/** MooTools, 1.2 to 1.4 with its compatibility layer. */
const MOOTOOLS = `
  window.Event = function (event) {
    const type = event.type;
    if (type.match(/key/)) this.key = event.key;
    this.event = event;
    this.stop = () => event.preventDefault();
  };
  Array.from = (it) => it == null ? [] : Array.isArray(it) ? it : typeof it === 'object' && 'length' in it ? [].slice.call(it) : [it];
  Function.prototype.bind = function (to, given) { const act = this; return function () { return act.apply(to, given === undefined ? arguments : [].concat(given)); }; };
  Array.prototype.append = function (more) { this.push(...more); return this; };
  Array.prototype.clean = function () { return this.filter((it) => it != null); };
  Array.prototype.include = function (it) { if (!this.includes(it)) this.push(it); return this; };
  String.prototype.contains = function (part) { return this.indexOf(part) > -1; };
  String.prototype.clean = function () { return this.replace(/\\s+/g, ' '); };
  Object.append = Object.assign;
  for (const name of ['set', 'get', 'erase', 'inject', 'adopt', 'dispose', 'empty', 'clone', 'fireEvent', 'store', 'retrieve', 'match'])
    Element.prototype[name] = function () { return this; };`;

/** What a page with trackers, old polyfills and a tester's tools has: all of it wrapped, nothing of it gone. */
const WRAPPED = `
  for (const it of [Object, Array, Function, String]) it.prototype['any' + it.name] = function () {};
  String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
  const parse = JSON.parse;
  JSON.parse = function (text, reviver) { return parse.call(JSON, String(text), reviver); };
  const get = window.fetch;
  window.fetch = function () { return get.apply(window, arguments).then((answer) => answer); };
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function () { return send.apply(this, arguments); };
  const real = window.Promise;
  window.Promise = class Polyfilled extends real {};
  const define = customElements.define;
  customElements.define = function (tag, made, how) { return define.call(customElements, tag.toLowerCase(), made, how); };
  Element.prototype.append = function (...all) { for (const it of all) this.appendChild(it instanceof Node ? it : document.createTextNode(it)); };
  Element.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this); };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, act, how) { return listen.call(this || window, type, act, how); };
  window.setTimeout = ((later) => function (act, ms) { return later(() => typeof act === 'function' ? act() : eval(act), ms); })(window.setTimeout);`;

/** jQuery 1.x on a page that gave its $ away: the form is serialized as a theme of that time does, and sent by XMLHttpRequest. */
const JQUERY = `
  addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('form');
    const button = form.querySelector('[name=add]');
    const serialize = () => {
      const pairs = [];
      for (const name in form.elements) {
        if (!/^\\d+$/.test(name)) continue;
        const { name: field, value, type, checked, disabled } = form.elements[name];
        if (!field || disabled || /^(?:submit|button|image|reset|file)$/i.test(type)) continue;
        if (/^(?:checkbox|radio)$/i.test(type) && !checked) continue;
        pairs.push(encodeURIComponent(field) + '=' + encodeURIComponent(value.replace(/\\r?\\n/g, '\\r\\n')));
      }
      return pairs.join('&').replace(/%20/g, '+');
    };
    form.onsubmit = () => {
      const words = button.innerHTML;
      button.innerHTML = 'Adding…';
      button.disabled = true;
      const request = new XMLHttpRequest();
      request.open('POST', form.getAttribute('action'));
      request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
      request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      request.onreadystatechange = () => {
        if (request.readyState !== 4) return;
        button.disabled = false;
        button.innerHTML = words;
      };
      request.send(serialize());
      return false;
    };
  });`;

describe('pages with libraries of another time', () => {
  afterEach(closePages);

  let usual: Gone;
  before(async () => {
    usual = await goThrough(await openChairs());
    expect(usual.adds.map((it) => it.length)).to.deep.equal([5, 3]);
    expect(usual.signUp).to.include({ product: 'chair', variant: 'chair-red' });
    closePages();
  });

  const libraries: Record<string, string> = {
    'Prototype.js': PROTOTYPE,
    'MooTools, whose Event is no event': MOOTOOLS,
    'everything wrapped by polyfills and trackers': WRAPPED,
  };
  for (const [what, code] of Object.entries(libraries)) {
    it(`H16 ${what}: all that a shopper has and sends is as on a page without`, async () => {
      const page = await openChairs({ theme: run(code) });
      expect(await goThrough(page)).to.deep.equal(usual);
      expectQuiet(page.heard, 0);
    });
  }

  it('H16 a library has taken Element for something of its own (MooTools 1.1): button, badge and promise are right', async () => {
    const page = await openChairs({ theme: run('window.Element = function () {};') });
    await page.loaded();
    let asked = 0;
    page.document.addEventListener('backorder-add-request', () => (asked += 1));
    choose(page, 'black');
    await waitFor(() => page.label === 'Backorder now' && shown(page, 'backorder-badge') === 'Backorder');
    page.button.click();
    expect((await page.carted(1))[0]?.fields).to.deep.equal(usual.adds[0]);
    expect(asked).to.equal(1);
    choose(page, 'oak');
    await waitFor(() => page.label === 'Add to cart');
    expectQuiet(page.heard, 1);
  });

  it('H16 JSON that writes arrays as texts (Prototype.js): rules that look at more than the shelf are seen', async () => {
    const policy = { trigger: 'always', sell: 'preorder' };
    const page = await openPage({
      document: sells({ id: 'lamp', variants: [{ id: 'lamp', onHand: 9, policy }] }),
      theme: run(PROTOTYPE),
    });
    await waitFor(() => shown(page, 'backorder-badge') === 'Preorder' || page.label.startsWith('Pre'));
    expectQuiet(page.heard, 0);
  });

  it('D28 jQuery 1.x after noConflict, that serializes and sends by itself: once, with the promise, and its words come back', async () => {
    const { page, without } = await openOracle({
      page: 'variants',
      document: sells({ id: 'chair', variants: [{ id: 'chair-oak', onHand: 0 }] }),
      theme: run(JQUERY),
    });
    await waitFor(() => page.label === 'Backorder now');
    page.button.click();
    without.button.click();
    const [add] = await page.carted(1);
    const [theirs] = await without.carted(1);
    expect(add?.fields.filter(([name]) => !name.startsWith('properties'))).to.deep.equal(theirs?.fields);
    expect(add?.fields.map(([name]) => name)).to.include.members([
      'properties[Availability]',
      'properties[_backorder]',
    ]);
    await waitFor(() => !page.button.disabled && page.label === 'Backorder now');
    await page.change({ document: sells({ id: 'chair', variants: [{ id: 'chair-oak', onHand: 9 }] }) });
    page.window.dispatchEvent(new Event('online'));
    await waitFor(() => page.label === without.label);
    expect(await page.carted(1)).to.have.length(1);
    expectQuiet(page.heard, 0);
  });
});
