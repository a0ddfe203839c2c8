import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ProductAvailability } from '../../src/elements/product-availability/product-availability.js';
import { elementPage, put, seen, tell, until } from '../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { listenIn } from '../support/live-region.js';
import { told } from '../support/told.js';

describe('a visit, as it is heard', () => {
  elementPage();
  afterEach(unstubFetch);

  it('A02 A05 A06 A18 A19 each action is answered once, in order; nothing is said on load or of what is in stock', async () => {
    const replies = [500, 200];
    stubFetch(({ request }) => {
      const requestId = request.headers.get('idempotency-key');
      return json({ requestId, status: 'active' }, {}, replies.shift());
    });
    const heard = listenIn();
    const variants = [
      { id: 'oak', onHand: 3 },
      { id: 'ash', onHand: 0, restock: '2026-12-12', availableForBackorder: 2 },
      { id: 'elm', onHand: 0, policy: { sell: 'none' } },
    ];
    const products = [{ id: 'table', policy: { sell: 'backorder' }, variants }];
    tell(told(products, { signUp: { url: '/sign-ups', privacyUrl: '/privacy' } }));
    const product = put<ProductAvailability>(`<product-availability product="table" variant="oak">
      <backorder-badge></backorder-badge><eta-notice></eta-notice>
      <preorder-button><button type="button">Add to cart</button></preorder-button>
      <notify-me-form></notify-me-form>
    </product-availability>`);
    const button = product.querySelector('button') as HTMLButtonElement;
    const form = product.querySelector('notify-me-form') as HTMLElement;
    const input = (): HTMLInputElement => form.querySelector('input') as HTMLInputElement;
    const send = (address: string): void => {
      input().value = address;
      input().focus();
      form.querySelector('button')?.click();
    };
    const log: string[] = [];
    /** Does something, and waits until it has been answered. */
    const act = async (does: () => void, answer: string): Promise<void> => {
      does();
      log.push(answer);
      await until(() => heard().length >= log.length, `"${answer}" after ${JSON.stringify(heard())}`);
      expect(heard()).to.deep.equal(log);
    };
    const date = 'Backorder. Expected to ship on 12 December';
    await act(() => (product.variant = 'ash'), date);
    await act(() => (product.quantity = 5), `${date}. You can order up to 2.`);
    await act(() => button.click(), 'You can order up to 2.');
    await act(() => button.click(), 'You can order up to 2.');
    await act(() => (product.quantity = 1), date);
    // Back to what the shop has: its own words come back, and nothing is to be heard of it.
    product.variant = 'oak';
    await until(() => button.textContent === 'Add to cart');
    await act(() => (product.variant = 'elm'), 'Sold out');
    await until(() => input() && seen(form).includes('Notify me'));
    await act(() => send('anna@example'), 'Enter a full e-mail address, such as name@example.com.');
    await act(() => send('anna@example.com'), 'That did not go through. Nothing is lost: please try again.');
    await act(() => send('anna@example.com'), 'Thank you. We will write to you as soon as you can order it.');
    // The stock changes by itself: nobody has asked.
    tell(told([{ id: 'table', onHand: 9 }]));
    await until(() => button.textContent === 'Add to cart');
  });
});
