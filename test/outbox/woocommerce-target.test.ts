import { expect } from '@open-wc/testing';
import { woocommerceTarget } from '../../src/outbox/woocommerce-target.js';
import { stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { quietConsole } from '../support/quiet.js';
import { CANARY, order, outcome } from '../support/sign-up-order.js';

const TOLD = { target: 'woocommerce' };
const page = (inner: string): Response => new Response(`<!doctype html><body>${inner}<p>Lamp</p>`);
const CLASSIC = '<div class="woocommerce-message" role="alert">You have successfully signed up!</div>';

describe('woocommerceTarget', () => {
  quietConsole();
  const { href } = location;
  afterEach(() => {
    unstubFetch();
    history.replaceState(null, '', href);
    for (const it of document.querySelectorAll('[data-test]')) it.remove();
  });

  const put = (html: string): void => {
    const place = document.createElement('div');
    place.dataset['test'] = '';
    place.innerHTML = html;
    document.body.append(place);
  };

  it('posts the shop’s own fields to the product’s page, for the variation that is chosen', async () => {
    const asked = stubFetch(() => page(CLASSIC));
    expect(await outcome(woocommerceTarget(order(TOLD)))).to.equal('done');
    const { request, url } = asked[0] as (typeof asked)[0];
    expect([request.method, request.credentials]).to.deep.equal(['POST', 'same-origin']);
    expect(url.origin + url.pathname).to.equal(location.origin + location.pathname);
    expect(Object.fromEntries(new URLSearchParams(await request.text()))).to.deep.equal({
      wc_bis_email: CANARY,
      wc_bis_product_id: '42',
      wc_bis_register: '1',
    });
  });

  it('posts the product’s id where it has no variations', async () => {
    const asked = stubFetch(() => page(CLASSIC));
    await woocommerceTarget(order(TOLD, { ids: { product: '7012' } }));
    expect(await asked[0]?.request.text()).to.include('wc_bis_product_id=7012');
  });

  it('takes along the nonce of the shop’s form and what is chosen in the variations form', async () => {
    put(
      '<form class="variations_form"><select name="attribute_pa_color"><option>oak</option></select><input name="quantity" value="1"></form>' +
        '<div class="wc_bis_form"><input type="hidden" name="wc_bis_nonce" value="n0nce"></div>',
    );
    const asked = stubFetch(() => page(CLASSIC));
    await woocommerceTarget(order(TOLD));
    const body = Object.fromEntries(new URLSearchParams(await asked[0]?.request.text()));
    expect(body).to.include({ wc_bis_nonce: 'n0nce', attribute_pa_color: 'oak' });
    expect(body).not.to.have.property('quantity');
  });

  it('P22 leaves query and hash out, but for what names the product', async () => {
    history.replaceState(null, '', `?p=7012&utm_source=x&email=${CANARY}#secret`);
    const asked = stubFetch(() => page(CLASSIC));
    await woocommerceTarget(order(TOLD));
    expect(asked[0]?.url.search).to.equal('?p=7012');
    expect(asked[0]?.url.hash).to.equal('');
  });

  it('only the shop’s own notice is a success: of classic themes and of block themes', async () => {
    const block =
      '<div class="wc-block-components-notice-banner is-success" role="alert"><svg></svg>Done</div>';
    for (const inner of [CLASSIC, block]) {
      stubFetch(() => page(inner));
      expect(await outcome(woocommerceTarget(order(TOLD))), inner).to.equal('done');
    }
    for (const inner of [
      '',
      '<ul class="woocommerce-error"><li>Too fast</li></ul>',
      '<div class="wc-block-components-notice-banner is-error">No</div>',
      // In a page's scripts and templates such words always stand.
      `<script>var message = '<div class="woocommerce-message">';</script>`,
      `<template>${CLASSIC}</template><!-- ${CLASSIC} --><noscript>${CLASSIC}</noscript>`,
      `${CLASSIC}<ul class="woocommerce-error"></ul>`,
    ]) {
      stubFetch(() => page(inner));
      expect(await outcome(woocommerceTarget(order(TOLD))), inner).to.match(/^no: /);
    }
    for (const status of [403, 404, 500]) {
      stubFetch(() => new Response(CLASSIC, { status }));
      expect(await outcome(woocommerceTarget(order(TOLD)))).to.match(/^no: /);
    }
    stubFetch(() => Promise.reject(new TypeError('no')));
    expect(await outcome(woocommerceTarget(order(TOLD)))).to.match(/^no: /);
  });

  it('reads a large hostile page quickly', async () => {
    const began = performance.now();
    for (const part of ['<script>', '<!--', '<div class="', '<a class="notice-banner ', '<']) {
      stubFetch(() => page(part.repeat(40_000)));
      expect(await outcome(woocommerceTarget(order(TOLD)))).to.match(/^no: /);
    }
    expect(performance.now() - began).to.be.below(2000);
  });
});
