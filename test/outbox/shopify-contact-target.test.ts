import { expect } from '@open-wc/testing';
import { shopifyContactTarget } from '../../src/outbox/shopify-contact-target.js';
import { stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { CANARY, order, outcome } from '../support/sign-up-order.js';

const TOLD = { target: 'shopify-contact' };
const page = globalThis as unknown as { Shopify?: unknown };
const { submit } = HTMLFormElement.prototype;

/** A reply as it stands after its redirects. */
const at = (path: string, status = 200): Response =>
  Object.defineProperty(new Response('', { status }), 'url', { value: location.origin + path });

describe('shopifyContactTarget', () => {
  afterEach(() => {
    unstubFetch();
    delete page.Shopify;
    HTMLFormElement.prototype.submit = submit;
  });

  it('posts the contact form, in words that the merchant can read', async () => {
    const asked = stubFetch(() => at('/products/lamp?contact_posted=true#x'));
    expect(await outcome(shopifyContactTarget(order(TOLD, { quantity: 3 })))).to.equal('done');
    const { request, url } = asked[0] as (typeof asked)[0];
    expect([request.method, url.pathname, url.search]).to.deep.equal(['POST', '/contact', '']);
    expect(Object.fromEntries(new URLSearchParams(await request.text()))).to.deep.equal({
      form_type: 'contact',
      utf8: '✓',
      'contact[email]': CANARY,
      'contact[body]':
        'Back in stock request\nproduct: lamp\nvariant: 42\nquantity: 3\npage: /products/lamp\nlanguage: de-CH',
    });
  });

  it('goes to the shop in the page’s language, and nowhere else', async () => {
    for (const [root, path] of [
      ['/de/', '/de/contact'],
      ['https://evil.example/', '/contact'],
      ['//evil.example/', '/contact'],
      [5, '/contact'],
    ] as const) {
      page.Shopify = { routes: { root } };
      const asked = stubFetch(() => at('/?contact_posted=true'));
      await shopifyContactTarget(order(TOLD));
      expect(asked[0]?.url.href).to.equal(location.origin + path);
    }
  });

  it('is no success without the shop’s own sign of one', async () => {
    for (const reply of [
      () => at('/products/lamp'),
      () => at('/?contact_posted=false'),
      () => at('/?contact_posted=true', 500),
    ]) {
      stubFetch(reply);
      expect(await outcome(shopifyContactTarget(order(TOLD)))).to.match(/^no: /);
    }
  });

  it('where Shopify wants to see a person, it sends the same form as a page does', async () => {
    const left: HTMLFormElement[] = [];
    let gone = (): void => undefined;
    const leaving = new Promise<void>((resolve) => (gone = resolve));
    HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
      left.push(this);
      gone();
    };
    stubFetch(() => at('/challenge'));
    void outcome(shopifyContactTarget(order(TOLD)));
    await leaving;
    const [form] = left;
    expect([form?.method, form?.getAttribute('action')]).to.deep.equal(['post', '/contact']);
    expect(new FormData(form).get('contact[email]')).to.equal(CANARY);
    form?.remove();
  });
});
