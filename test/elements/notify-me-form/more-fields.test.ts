import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { NotifyMeForm } from '../../../src/elements/notify-me-form/notify-me-form.js';
import { shared } from '../../../src/store/shared-store.js';
import { elementPage, put, seen, soon, tell, until } from '../../support/element-page.js';
import { json, stubFetch, unstubFetch, type Asked } from '../../support/fetch-stub.js';
import { takeWarnings } from '../../support/quiet.js';
import { backorder, told } from '../../support/told.js';

const MARKETING = {
  version: '2026-11',
  text: { en: 'Send me news by e-mail.', de: 'Schicken Sie mir Neues.' },
};
const ALL = {
  ...{
    target: 'endpoint',
    url: '/sign-ups',
    privacyUrl: '/privacy',
    channels: ['email', 'sms', 'whatsapp', 'push'],
  },
  ...{ quantity: true, anyVariant: true, marketing: MARKETING },
};
const VARIANTS = {
  variants: [
    { id: 11, onHand: 0 },
    { id: 12, onHand: 0 },
  ],
};

describe('a sign-up form that asks for more', () => {
  elementPage();
  afterEach(unstubFetch);

  let form: NotifyMeForm;
  let asked: Asked[];
  const one = <T extends HTMLElement>(selector: string): T => form.querySelector(selector) as T;
  const address = (): HTMLInputElement => one('input[dir]');
  const way = (name: string): HTMLInputElement => one(`input[value=${name}]`);
  const consent = (): HTMLInputElement => one('[data-backorder-box=marketing]');
  const count = (): HTMLInputElement => one('input[type=number]');
  const press = (): void => one('form > button, [data-backorder-form] > button').click();
  const phase = (): string =>
    form.shadowRoot?.querySelector<HTMLElement>('[part=status]')?.dataset['phase'] ?? '';
  const body = async (index = 0): Promise<Record<string, unknown>> =>
    (await asked[index]?.request.clone().json()) as Record<string, unknown>;

  async function open(
    signUp: object = ALL,
    html = '<notify-me-form product="lamp" variant="11"></notify-me-form>',
  ): Promise<void> {
    tell(told([{ id: 'lamp', ...VARIANTS }], { signUp }));
    const place = put(html);
    form = place.matches('notify-me-form') ? place : (place.querySelector('notify-me-form') as NotifyMeForm);
    await until(() => form.querySelector('[data-backorder-more] [data-backorder-row] span')?.textContent);
    answer((key) => json({ requestId: key, status: 'active' }));
  }

  const answer = (reply: (key: string) => Response): void => {
    asked = stubFetch(({ request }) => reply(request.headers.get('idempotency-key') ?? ''));
  };

  it('A17 has a group of ways with a name, and a label for each field', async () => {
    await open();
    const group = one('[role=radiogroup]');
    expect(document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent).to.equal(
      'How should we tell you?',
    );
    expect([...group.querySelectorAll('label')].map(({ textContent }) => textContent)).to.deep.equal([
      'By e-mail',
      'By text message',
      'By WhatsApp',
      'In our app',
    ]);
    for (const input of form.querySelectorAll('input'))
      expect(input.labels?.length, input.outerHTML).to.equal(1);
    await expect(form).to.be.accessible();
  });

  it('A17 no label is ever empty: the words of one language stay until those of the next have come', async () => {
    await open();
    const labels = [...form.querySelectorAll<HTMLElement>('label:not([hidden]), [role=radiogroup] > span')];
    const empty: string[] = [];
    const watch = new MutationObserver(() => {
      for (const it of labels) if (!it.textContent && !it.closest('[hidden]')) empty.push(it.outerHTML);
    });
    watch.observe(form, { childList: true, characterData: true, subtree: true });
    document.documentElement.lang = 'de';
    await until(() => seen(form).includes('Schicken Sie mir Neues.'));
    tell(told([{ id: 'lamp', ...VARIANTS, title: 'again' }], { signUp: ALL }));
    await soon();
    watch.disconnect();
    expect(empty).to.deep.equal([]);
    expect(labels.every((it) => it.textContent)).to.equal(true);
  });

  it('asks nothing that is not told', async () => {
    tell(
      told([{ id: 'lamp', onHand: 0 }], {
        signUp: { target: 'endpoint', url: '/sign-ups', privacyUrl: '/p' },
      }),
    );
    form = put('<notify-me-form product="lamp"></notify-me-form>');
    await until(() => form.querySelector('input'));
    expect(form.querySelectorAll('input')).to.have.length(1);
  });

  it('sends all of it', async () => {
    await open();
    address().value = 'a@example.com';
    count().value = '3';
    one<HTMLInputElement>('[data-backorder-box=any]').click();
    press();
    await until(() => phase() === 'done');
    expect(await body()).to.deep.include({
      channel: 'email',
      email: 'a@example.com',
      quantity: 3,
      anyVariant: true,
    });
    expect(await body()).not.to.have.any.keys('variant', 'marketing', 'phone');
  });

  it('by phone it asks for a number, keeps what was written of both, and sends it as machines write it', async () => {
    await open();
    address().value = 'a@example.com';
    way('sms').click();
    await until(() => one('label[for]').textContent === 'Mobile number');
    expect([address().type, address().autocomplete, address().value]).to.deep.equal(['tel', 'tel', '']);
    address().value = '0151 23456789';
    press();
    await until(() =>
      one('[data-backorder-form] > p').textContent.startsWith('Enter the number with its country code'),
    );
    expect(address().value).to.equal('0151 23456789');
    expect(address().ariaInvalid).to.equal('true');
    expect(document.activeElement).to.equal(address());
    expect(asked).to.have.length(0);
    way('email').click();
    expect(address().value).to.equal('a@example.com');
    way('whatsapp').click();
    address().value = '0049 (151) 234-567.89';
    press();
    await until(() => phase() === 'done');
    expect(await body()).to.include({ channel: 'whatsapp', phone: '+4915123456789' });
    expect(await body()).not.to.have.property('email');
  });

  it('a quantity that is none has its own error, and the rest stays', async () => {
    await open();
    address().value = 'a@example.com';
    for (const wrong of ['0', '-1', '1.5', '100000']) {
      count().value = wrong;
      press();
      await until(() => count().ariaInvalid === 'true' && document.activeElement === count());
      const error = document.getElementById(count().getAttribute('aria-describedby') ?? '');
      expect(error?.textContent).to.equal('Enter a whole number from 1.');
      count().ariaInvalid = null;
    }
    expect(address().value).to.equal('a@example.com');
    expect(asked).to.have.length(0);
    count().value = '';
    press();
    await until(() => phase() === 'done');
    expect(await body()).not.to.have.property('quantity');
  });

  describe('P08 consent to marketing', () => {
    it('stands apart, is not ticked, and nothing needs it', async () => {
      await open();
      expect(consent().checked).to.equal(false);
      expect(consent().required).to.equal(false);
      expect(consent().labels?.[0]?.textContent).to.equal('Send me news by e-mail.');
      address().value = 'a@example.com';
      press();
      await until(() => phase() === 'done');
      expect(await body()).not.to.have.property('marketing');
    });

    it('is sent with the version of its wording where it was given', async () => {
      await open();
      consent().click();
      address().value = 'a@example.com';
      press();
      await until(() => phase() === 'done');
      expect((await body())['marketing']).to.deep.equal({ agreed: true, wording: '2026-11' });
    });

    it('is asked in the shopper’s language or not at all; in another one it is another question', async () => {
      await open(ALL, '<main lang="en"><notify-me-form product="lamp" variant="11"></notify-me-form></main>');
      consent().click();
      (form.parentElement as HTMLElement).lang = 'de-CH';
      form.lang = 'de-CH';
      await until(() => consent().labels?.[0]?.textContent === 'Schicken Sie mir Neues.');
      expect(consent().checked).to.equal(false);
      form.lang = 'fr';
      await until(() => (consent().closest('label') as HTMLElement).hidden);
    });
  });

  describe('answers', () => {
    const send = async (reply: (key: string) => Response): Promise<void> => {
      await open();
      answer(reply);
      address().value = 'a@example.com';
      count().value = '2';
      press();
    };

    for (const [status, words] of [
      ['pending', 'Almost done'],
      ['already', 'You are already on the list'],
      ['active', 'Thank you'],
    ] as const) {
      it(`${status}: is thanked for in its own words`, async () => {
        await send((key) => json({ requestId: key, status }, {}, status === 'already' ? 200 : 202));
        await until(() => phase() === 'done');
        expect(seen(form)).to.include(words);
      });
    }

    it('a refused field is named, and all that was written stays', async () => {
      await send(() => json({ code: 'no-mail-server', detail: '<b>x</b>', field: 'email' }, {}, 422));
      await until(() => address().ariaInvalid === 'true');
      expect(one('[data-backorder-form] > p').textContent).to.equal(
        'This was not accepted. Please check it.',
      );
      expect([address().value, count().value]).to.deep.equal(['a@example.com', '2']);
      expect(document.activeElement).to.equal(address());
    });

    it('a refused quantity too', async () => {
      await send(() => json({ field: 'quantity' }, {}, 422));
      await until(() => count().ariaInvalid === 'true');
      expect(document.activeElement).to.equal(count());
    });

    it('429: says to wait, and sends nothing before the time is over', async () => {
      await send(() => json({}, { 'retry-after': '60' }, 429));
      await until(() => phase() === 'failed');
      expect(seen(form)).to.include('too many tries');
      press();
      press();
      await until(() => phase() === 'failed');
      expect(asked).to.have.length(1);
    });

    it('one key an intent: the same again has the same, anything changed another', async () => {
      await send(() => json({}, {}, 503));
      await until(() => phase() === 'failed');
      press();
      await until(() => asked.length === 2 && phase() === 'failed');
      count().value = '5';
      press();
      await until(() => asked.length === 3 && phase() === 'failed');
      consent().click();
      press();
      await until(() => asked.length === 4);
      const [a, b, c, d] = asked.map(({ request }) => request.headers.get('idempotency-key'));
      expect(b).to.equal(a);
      expect(new Set([a, c, d]).size).to.equal(3);
    });
  });

  it('inside a theme’s form nothing of it is in that form', async () => {
    const html =
      '<form><input name="id" value="1"><notify-me-form product="lamp" variant="11"></notify-me-form></form>';
    await open(ALL, html);
    consent().click();
    count().value = '2';
    const theirs = form.closest('form') as HTMLFormElement;
    expect([...new FormData(theirs).keys()]).to.deep.equal(['id']);
  });

  it('hands the page’s own function all that was asked', async () => {
    await open({ ...ALL, target: 'page' });
    const heard: unknown[] = [];
    form.addEventListener('backorder-signup-request', (event) => {
      expect(JSON.stringify(event.request)).not.to.include('+49');
      event.handle((...args) => Promise.resolve(heard.push(args)));
    });
    way('sms').click();
    address().value = '+4915123456789';
    press();
    await until(() => phase() === 'done');
    const [email, , wish] = heard[0] as [string, unknown, object];
    expect(email).to.equal('');
    expect(wish).to.include({ channel: 'sms', phone: '+4915123456789', product: 'lamp', variant: '11' });
  });

  describe('P23 a privacy notice', () => {
    for (const target of ['klaviyo', 'back-in-stock', 'appikon', 'swym']) {
      it(`is needed before an address goes to ${target}: without one no form is shown`, async () => {
        shared().config.signUpOrigins = ['https://a.klaviyo.com'];
        tell(told([{ id: 'lamp', onHand: 0 }], { signUp: { target, companyId: 'AbC123' } }));
        form = put('<notify-me-form product="lamp"><a href="/contact">Ask us</a></notify-me-form>');
        await until(() => form.getAttribute('state') === 'sold-out');
        expect(form.querySelector('input')).to.equal(null);
        expect(takeWarnings().join()).to.match(/no-privacy-notice: .*privacyUrl/);
      });
    }

    it('is asked for where the shop itself takes them', async () => {
      await open({ ...ALL, privacyUrl: undefined });
      expect(takeWarnings().join()).to.match(/no-privacy-notice: .*privacyUrl/);
    });
  });

  it('H27 Klaviyo’s origin is named by the page, or no form is shown', async () => {
    const signUp = { target: 'klaviyo', companyId: 'AbC123', privacyUrl: '/p' };
    tell(told([{ id: 'lamp', onHand: 0 }], { signUp }));
    form = put('<notify-me-form product="lamp"></notify-me-form>');
    await until(() => form.getAttribute('state') === 'sold-out');
    expect(form.querySelector('input')).to.equal(null);
    expect(takeWarnings().join()).to.match(/foreign-sign-up: .*a\.klaviyo\.com/);
  });
});

describe('a choice of two ways', () => {
  elementPage();

  let form: NotifyMeForm;
  const ways = (): HTMLInputElement[] => [
    ...(form.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=way] input') ?? []),
  ];

  async function open(lang = 'en-GB'): Promise<void> {
    document.documentElement.lang = lang;
    const product = backorder('a', { policy: { sell: 'backorder', signUp: 'beside' } });
    tell(told([product], { signUp: { url: '/sign-ups', privacyUrl: '/privacy' } }));
    form = put('<notify-me-form product="a" compact></notify-me-form>');
    await until(
      () => ways().length === 2 && form.shadowRoot?.querySelector('[part=choice-name]')?.textContent,
    );
  }

  it('field notes 12: says both ways in full, the order first, and opens the form when that is chosen', async () => {
    await open();
    expect(seen(form)).to.equal(
      'Two ways to get it Backorder now Expected to ship on 12 December Tell me when it is back You order nothing and pay nothing.',
    );
    expect(ways().map(({ checked }) => checked)).to.deep.equal([true, false]);
    ways()[1]?.focus();
    ways()[1]?.click();
    await until(() => seen(form).includes('Notify me'));
    // The focus stays where the shopper is: choosing is not going.
    expect(form.shadowRoot?.activeElement).to.equal(ways()[1]);
    ways()[0]?.click();
    await until(() => !seen(form).includes('Notify me'));
  });

  it('shows its words once: the heading of the form below is there for those who hear it only', async () => {
    await open();
    ways()[1]?.click();
    await until(() => form.shadowRoot?.querySelector('[part=heading]'));
    const { width, height } = form.shadowRoot?.querySelector('[part=heading]')?.getBoundingClientRect() ?? {};
    expect([width, height]).to.deep.equal([1, 1]);
    await expect(form).to.be.accessible();
  });

  it('is a group of radio buttons with a name', async () => {
    await open();
    const group = form.shadowRoot?.querySelector('[role=radiogroup]');
    expect(
      form.shadowRoot?.getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent,
    ).to.equal('Two ways to get it');
    expect(new Set(ways().map(({ name, type }) => name + type)).size).to.equal(1);
    await expect(form).to.be.accessible();
  });

  it('marks what is chosen and nothing else, in the text’s colour, also on a dark page that never says so', async () => {
    await open();
    form.style.cssText = 'background: #0d0f12; color: rgb(230, 232, 235)';
    const marks = ways().map((it) => {
      const { appearance, backgroundColor, borderTopColor, borderTopWidth, width } = getComputedStyle(it);
      const filled = (2 * parseFloat(borderTopWidth)) / parseFloat(width);
      return { appearance, backgroundColor, borderTopColor, filled: filled > 0.5 };
    });
    const mark = {
      appearance: 'none',
      backgroundColor: 'rgba(0, 0, 0, 0)',
      borderTopColor: 'rgb(230, 232, 235)',
    };
    expect(marks).to.deep.equal([
      { ...mark, filled: true },
      { ...mark, filled: false },
    ]);
  });

  it('stands in one column at 320 pixels, with nothing cut off, also from right to left', async () => {
    await open('ar');
    form.dir = 'rtl';
    form.style.width = '280px';
    const cards = [...(form.shadowRoot?.querySelectorAll('[part=way]') ?? [])].map((it) =>
      it.getBoundingClientRect(),
    );
    expect(cards[1]?.top).to.be.at.least(cards[0]?.bottom ?? 0);
    for (const card of cards) {
      expect(card.width).to.be.at.most(280);
      expect(card.height).to.be.at.least(44);
    }
    expect(form.scrollWidth).to.be.at.most(280);
    const [radio] = ways();
    expect(radio?.getBoundingClientRect().right).to.be.above((cards[0]?.left ?? 0) + 140);
    form.style.width = '640px';
    const wide = [...(form.shadowRoot?.querySelectorAll('[part=way]') ?? [])].map((it) =>
      it.getBoundingClientRect(),
    );
    expect(wide[0]?.top).to.equal(wide[1]?.top);
  });
});
