import { expect } from '@open-wc/testing';
import { readSettings } from '../../src/page/settings.js';
import { put } from '../support/element-page.js';
import { allOf, NO_SETTINGS } from '../support/no-settings.js';
import { quietConsole, takeWarnings } from '../support/quiet.js';

/** A script tag in the page that is never run. */
function tag(attributes: string): HTMLScriptElement {
  const place = put('<p></p>');
  // Made by parsing markup, so that its src is not fetched.
  place.innerHTML = `<script ${attributes}></script>`;
  return place.firstElementChild as HTMLScriptElement;
}

const json = (text: string): Element =>
  put(`<script type="application/json" data-backorder-settings>${text}</script>`);

describe('readSettings', () => {
  quietConsole();

  afterEach(() => {
    for (const place of document.querySelectorAll('main[data-test]')) place.remove();
  });

  it('without a tag or a script with settings is nothing', () => {
    expect(allOf(readSettings(null))).to.deep.equal(NO_SETTINGS);
  });

  it('reads everything from the attributes of the tag', () => {
    const all =
      tag(`src="/assets/backorder-elements.js" data-endpoint="/a.json" data-product="42" data-insert="manual"
      data-sign-up-origins=" https://a.example  https://b.example " data-text-field="note" data-record-field="" data-base="/files"
      data-structured-data="update"`);
    expect(allOf(readSettings(all))).to.deep.equal({
      endpoint: '/a.json',
      product: '42',
      insert: 'manual',
      structuredData: 'update',
      signUpOrigins: ' https://a.example  https://b.example ',
      textField: 'note',
      recordField: '',
      base: '/files',
      backorderOff: false,
    });
  });

  it('D38 finds the tag by its address when currentScript is null', () => {
    tag('src="https://cdn.example/x/backorder-elements.js?v=2" data-endpoint="/a.json"');
    expect(allOf(readSettings(null))).to.deep.equal({
      ...NO_SETTINGS,
      endpoint: '/a.json',
      base: 'https://cdn.example/x/',
    });
  });

  it('D39 finds the tag by its attributes when an optimiser has changed its address or its type', () => {
    tag('type="text/rocketscript" data-src="x" data-backorder data-endpoint="/a.json"');
    expect(readSettings(null).endpoint).to.equal('/a.json');
  });

  it('D39 reads its settings from a JSON script where the tag is gone', () => {
    json(
      '{"endpoint":"/a.json","product":"p","signUpOrigins":"https://a.example","textField":"","insert":"manual"}',
    );
    expect(allOf(readSettings(null))).to.deep.equal({
      ...NO_SETTINGS,
      endpoint: '/a.json',
      product: 'p',
      signUpOrigins: 'https://a.example',
      textField: '',
      insert: 'manual',
    });
  });

  it('the JSON script goes before the tag, setting by setting', () => {
    const element = tag('src="/backorder-elements.js" data-endpoint="/tag.json" data-product="tag"');
    json('{"endpoint":"/script.json"}');
    const { endpoint, product } = readSettings(element);
    expect([endpoint, product]).to.deep.equal(['/script.json', 'tag']);
  });

  it('of two tags, the one that runs goes first and the other fills in', () => {
    tag('src="/backorder-elements.js" data-endpoint="/first.json" data-product="first"');
    const running = tag('src="/backorder-elements.js" data-endpoint="/second.json"');
    const { endpoint, product } = readSettings(running);
    expect([endpoint, product]).to.deep.equal(['/second.json', 'first']);
  });

  it('D16 of several JSON scripts all count, and what a library has put in goes before what was there', () => {
    json('{"endpoint":"/a.json","product":"lamp"}');
    json('{"product":"chair"}');
    const { endpoint, product } = readSettings(null);
    expect([endpoint, product]).to.deep.equal(['/a.json', 'chair']);
  });

  it('an unrelated script that runs, such as a bundle, is not its tag', () => {
    const other = tag('src="/bundle.js" data-endpoint="/other.json"');
    expect(allOf(readSettings(other))).to.deep.equal(NO_SETTINGS);
  });

  it('K22 is switched off by an attribute or in JSON', () => {
    expect(readSettings(tag('src="/backorder-elements.js" data-backorder-off')).backorderOff).to.equal(true);
    document.querySelector('main')?.remove();
    json('{"backorderOff":true}');
    expect(readSettings(null).backorderOff).to.equal(true);
    document.querySelector('main')?.remove();
    json('{"backorderOff":false}');
    expect(readSettings(null).backorderOff).to.equal(false);
  });

  it('an empty endpoint, product or base is none', () => {
    const { endpoint, product, base } = readSettings(
      tag('data-backorder data-endpoint="" data-product="" data-base=""'),
    );
    expect([endpoint, product, base]).to.deep.equal([undefined, undefined, undefined]);
  });

  describe('a JSON script that cannot be read', () => {
    for (const text of ['', '{', 'null', '5', '"x"', 'undefined', "{'a':1}"]) {
      it(`${JSON.stringify(text)} is ignored, with a warning`, () => {
        json(text);
        expect(allOf(readSettings(null))).to.deep.equal(NO_SETTINGS);
        expect(takeWarnings()[0]).to.include('bad-settings');
      });
    }

    it('a setting of another type is not told', () => {
      json('{"endpoint":null,"product":{},"signUpOrigins":["https://a.example"],"backorderOff":1e999}');
      const { backorderOff: _off, ...rest } = allOf(readSettings(null));
      const { backorderOff: _none, ...nothing } = NO_SETTINGS;
      expect(rest).to.deep.equal(nothing);
    });

    it('an id that is a number is an id', () => {
      json('{"product":4711}');
      expect(readSettings(null).product).to.equal('4711');
    });
  });

  it('H18 an element with the same names is no script', () => {
    put(
      '<a data-backorder-settings type="application/json">{"endpoint":"/evil"}</a><img name="currentScript"><form id="backorder-elements" data-endpoint="/evil" data-backorder></form>',
    );
    expect(allOf(readSettings(document.querySelector('a')))).to.deep.equal(NO_SETTINGS);
    expect(allOf(readSettings())).to.deep.equal(NO_SETTINGS);
  });

  it('H13 H15 reads no inherited setting', () => {
    Object.defineProperty(Object.prototype, 'endpoint', { value: '/evil', configurable: true });
    try {
      json('{"__proto__":{"product":"evil"}}');
      expect(allOf(readSettings(null))).to.deep.equal(NO_SETTINGS);
    } finally {
      delete (Object.prototype as { endpoint?: unknown }).endpoint;
    }
  });

  it('H29 nothing in the address of the page is a setting', () => {
    const before = location.href;
    history.replaceState(null, '', '?endpoint=/evil&data-endpoint=/evil&backorderOff=1#product=evil');
    expect(allOf(readSettings(null))).to.deep.equal(NO_SETTINGS);
    history.replaceState(null, '', before);
  });
});
