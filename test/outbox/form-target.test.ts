import { expect } from '@open-wc/testing';
import { formTarget } from '../../src/outbox/form-target.js';
import { pageForm } from '../../src/outbox/page-form.js';
import { stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { CANARY, KEY, order, outcome } from '../support/sign-up-order.js';

const TOLD = { target: 'form' };
const FORM =
  '<form method="post" action="/tell-me?list=1"><input type="hidden" name="token" value="t0ken"><input type="hidden" name="product"><input type="hidden" name="quantity" value="9"><label>Mail <input type="email" name="your-mail"></label><button name="go" value="1">Go</button></form>';
const { submit } = HTMLFormElement.prototype;

describe('formTarget', () => {
  let host: HTMLElement;
  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
  });
  afterEach(() => {
    unstubFetch();
    host.remove();
    HTMLFormElement.prototype.submit = submit;
  });

  it('sends the author’s form with its own fields, and the address in its own field', async () => {
    host.innerHTML = FORM;
    const asked = stubFetch(() => new Response('<h1>Thanks</h1>'));
    expect(await outcome(formTarget(order(TOLD, { quantity: 2 }, host)))).to.equal('done');
    const { request, url } = asked[0] as (typeof asked)[0];
    expect([request.method, url.pathname + url.search]).to.deep.equal(['POST', '/tell-me?list=1']);
    expect(request.headers.get('idempotency-key')).to.equal(KEY);
    expect(Object.fromEntries(new URLSearchParams(await request.text()))).to.deep.equal({
      ...{ token: 't0ken', product: 'lamp', quantity: '2', 'your-mail': CANARY },
    });
    // P02 nothing of it stays in the page.
    expect(host.querySelector<HTMLInputElement>('[type=email]')?.value).to.equal('');
  });

  it('finds the form that a page has marked, wherever it stands', async () => {
    host.innerHTML = FORM.replace('<form', '<form data-backorder-sign-up');
    const asked = stubFetch(() => new Response(''));
    expect(await outcome(formTarget(order(TOLD)))).to.equal('done');
    expect(asked).to.have.length(1);
  });

  it('to another site it leaves the page, as a form does', async () => {
    host.innerHTML = FORM.replace('/tell-me?list=1', 'https://forms.example/x');
    const asked = stubFetch(() => new Response(''));
    let gone = (): void => undefined;
    const leaving = new Promise<void>((resolve) => (gone = resolve));
    HTMLFormElement.prototype.submit = () => gone();
    void outcome(formTarget(order(TOLD, {}, host)));
    await leaving;
    expect(asked).to.have.length(0);
    expect(host.querySelector<HTMLInputElement>('[type=email]')?.value).to.equal(CANARY);
  });

  it('is a failure when the server says so', async () => {
    host.innerHTML = FORM;
    stubFetch(() => new Response('{"field":"email"}', { status: 422 }));
    expect(await outcome(formTarget(order(TOLD, {}, host)))).to.equal('no: email');
    stubFetch(() => new Response('', { status: 500 }));
    expect(await outcome(formTarget(order(TOLD, {}, host)))).to.match(/^no: /);
  });

  it('leaves alone a form that is none, is sent elsewhere, or asks for more', () => {
    for (const html of [
      '',
      FORM.replace('post', 'get'),
      FORM.replace('method="post"', ''),
      FORM.replace('/tell-me?list=1', 'javascript:canary()'),
      FORM.replace('</form>', '<input name="name"></form>'),
      FORM.replace('</form>', '<label><input type="checkbox" required> I agree</label></form>'),
      FORM.replace('type="email" name="your-mail"', 'name="phone"'),
      FORM.replace('<form', '<form data-backorder-form'),
    ]) {
      host.innerHTML = html;
      expect(pageForm(host), html).to.equal(undefined);
    }
    // Names that stand in the place of the form's own.
    host.innerHTML = FORM.replace(
      '</form>',
      '<input type="hidden" name="action" value="add"><input type="hidden" name="method"></form>',
    );
    expect(pageForm(host)?.action.pathname).to.equal('/tell-me');
  });
});
