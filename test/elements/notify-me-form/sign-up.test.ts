import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { HttpResponse } from 'msw';
import '../../../src/define.js';
import type { NotifyMeForm } from '../../../src/elements/notify-me-form/notify-me-form.js';
import type { SignedUpEvent } from '../../../src/events/signed-up-event.js';
import type { SignUpRequest, SignUpRequestEvent } from '../../../src/events/signup-request-event.js';
import { press } from '../../support/commands.js';
import { elementPage, focused, part, put, seen, soon, tell, until } from '../../support/element-page.js';
import { SignUpServer } from '../../support/sign-up-server.js';
import { told } from '../../support/told.js';

/** An address that shall be in one body and nowhere else. */
const CANARY = 'canary@example.com';

const soldOut = (more: object = {}): ReturnType<typeof told> =>
  told(
    [
      {
        id: 'table',
        onHand: 0,
        variants: [
          { id: '11', options: { Wood: 'Oak' } },
          { id: '12', options: { Wood: 'Ash' } },
        ],
      },
      { id: 'lamp', onHand: 0 },
    ],
    {
      signUp: { url: '/sign-ups' },
      ...more,
    },
  );

describe('signing up by <notify-me-form>', () => {
  elementPage();
  const server = new SignUpServer();

  let form: NotifyMeForm;
  const input = (): HTMLInputElement => form.querySelector('input') as HTMLInputElement;
  const button = (): HTMLButtonElement => form.querySelector('button') as HTMLButtonElement;
  const error = (): string =>
    document.getElementById(input().getAttribute('aria-describedby') as string)?.textContent ?? '';
  const phase = (): string => part(form, 'status')?.dataset.phase ?? '';
  const said = (): string => document.querySelector('[data-backorder-live]')?.textContent ?? '';

  async function open(html = '<notify-me-form product="lamp"></notify-me-form>'): Promise<void> {
    const place = put(html);
    form = place.matches('notify-me-form') ? place : (place.querySelector('notify-me-form') as NotifyMeForm);
    await until(() => form.querySelector('input') && seen(form));
  }

  /** Types an address and sends it by the button. */
  function send(address: string): void {
    input().value = address;
    button().click();
  }

  beforeEach(() => tell(soldOut()));

  it('posts the address with what it is for, and says thanks', async () => {
    await open();
    send(CANARY);
    await until(() => phase() === 'done');
    expect(server.received.map(({ body }) => body)).to.deep.equal([
      { email: CANARY, product: 'lamp', language: 'en-GB', page: location.pathname },
    ]);
    expect(server.received[0]?.key).to.match(/^[0-9a-f]{32}$/);
    expect(seen(form)).to.equal('Thank you. We will write to you as soon as you can order it.');
    expect(input().value).to.equal('');
  });

  it('names the variant, by whatever it was chosen', async () => {
    await open('<notify-me-form product="table" variant="12"></notify-me-form>');
    send('a@example.com');
    await until(() => server.received.length === 1);
    expect(server.received[0]?.body).to.include({ product: 'table', variant: '12' });
  });

  describe('the keyboard', () => {
    it('S02 Enter sends it, once, however long it is held down', async () => {
      await open();
      input().focus();
      await sendKeys({ type: CANARY });
      if (/AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent)) {
        // WebDriver there has no key that stays down: as many presses.
        for (let times = 0; times < 5; times += 1) await press('Enter');
      } else {
        for (let times = 0; times < 5; times += 1) await sendKeys({ down: 'Enter' });
        await sendKeys({ up: 'Enter' });
      }
      await until(() => phase() === 'done');
      await soon();
      expect(server.received).to.have.length(1);
    });

    it('A29 Tab goes from the field to the button, and Space presses it', async () => {
      await open();
      input().focus();
      await sendKeys({ type: CANARY });
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement).to.equal(button());
      await sendKeys({ press: ' ' });
      await until(() => phase() === 'done');
    });

    it('Enter that only ends the composing of a character sends nothing', async () => {
      await open('<form><notify-me-form product="lamp"></notify-me-form></form>');
      input().value = CANARY;
      input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
      await soon();
      expect(server.received).to.deep.equal([]);
    });
  });

  it('S03 a double click is one sign-up', async () => {
    await open();
    input().value = CANARY;
    for (let times = 0; times < 3; times += 1) button().click();
    await until(() => phase() === 'done');
    await soon();
    expect(server.received).to.have.length(1);
  });

  it('S19 sent at once by autofill and Enter it is taken like any other', async () => {
    await open();
    send(CANARY);
    await until(() => phase() === 'done');
  });

  describe('A18 an address that is none', () => {
    it('is said beside the field, with how to do it right, and the focus goes there', async () => {
      await open();
      button().focus();
      send('name@');
      await until(() => error() !== '');
      expect(error()).to.equal('Enter a full e-mail address, such as name@example.com.');
      expect(input().ariaInvalid).to.equal('true');
      await until(() => document.activeElement === input());
      expect(input().value).to.equal('name@');
      expect(server.received).to.deep.equal([]);
    });

    it('is said between the field and the button: whoever reads on has read it before the button', async () => {
      await open();
      send('name@');
      await until(() => error() !== '');
      const place = document.getElementById(input().getAttribute('aria-describedby') as string);
      expect(place?.previousElementSibling).to.equal(input());
      expect(place?.nextElementSibling).to.equal(button());
      expect(place?.getBoundingClientRect().bottom).to.be.at.most(button().getBoundingClientRect().top);
    });

    it('missing, it is asked for', async () => {
      await open();
      send('  ');
      await until(() => error() === 'Enter your e-mail address.');
    });

    it('is said to those who are in the field already', async () => {
      await open();
      input().focus();
      await sendKeys({ press: 'Enter' });
      await until(() => said() === 'Enter your e-mail address.');
    });

    it('passes the audit, and the error goes with the next try', async () => {
      await open();
      send('x');
      await until(() => error() !== '');
      await expect(form).to.be.accessible();
      send(CANARY);
      await until(() => phase() === 'done');
      expect(error()).to.equal('');
      expect(input().hasAttribute('aria-invalid')).to.equal(false);
    });
  });

  it('S15 an address pasted with blanks, mailto: or brackets is cleaned, to be seen', async () => {
    for (const [pasted, clean] of [
      ['  a@example.com \n', 'a@example.com'],
      ['mailto:a@example.com', 'a@example.com'],
      ['MAILTO:a@example.com', 'a@example.com'],
      ['<a@example.com>', 'a@example.com'],
      ['Anna <a@example.com>', 'a@example.com'],
    ]) {
      await open();
      server.received = [];
      input().type = 'text';
      send(pasted as string);
      await until(() => server.received.length === 1);
      expect(server.received[0]?.body.email).to.equal(clean);
      form.closest('main')?.remove();
    }
  });

  describe('while it is being sent', () => {
    it('A09 the button keeps its name and says that it is busy; the field keeps its text', async () => {
      let go = (): void => undefined;
      server.answer = ({ key }) =>
        new Promise((resolve) => {
          go = () => resolve(HttpResponse.json({ requestId: key }));
        });
      await open();
      send(CANARY);
      await until(() => button().ariaBusy === 'true');
      expect(button().textContent).to.equal('Notify me');
      expect(input().readOnly).to.equal(true);
      expect(input().value).to.equal(CANARY);
      expect(seen(form)).to.include('Sending…');
      await expect(form).to.be.accessible();
      await until(() => server.received.length);
      go();
      await until(() => phase() === 'done');
    });

    it('D20 removed, it gives up; put back, it is idle and has kept the text', async () => {
      server.answer = () => new Promise(() => undefined);
      const failed: unknown[] = [];
      await open();
      form.addEventListener('backorder-signed-up', (event) => failed.push(event));
      send(CANARY);
      await until(() => phase() === 'sending');
      // Else it may come while the next test counts.
      await until(() => server.received.length);
      const place = form.parentElement as Element;
      form.remove();
      await soon();
      place.append(form);
      await until(() => phase() === 'ready');
      expect(input().value).to.equal(CANARY);
      expect(button().ariaBusy).to.equal(null);
      expect(failed).to.deep.equal([]);
    });

    it('D18 moved, it goes on', async () => {
      let go = (): void => undefined;
      server.answer = ({ key }) =>
        new Promise((resolve) => {
          go = () => resolve(HttpResponse.json({ requestId: key }));
        });
      await open();
      send(CANARY);
      await until(() => server.received.length);
      put('<section></section>').append(form);
      await soon();
      go();
      await until(() => phase() === 'done');
      expect(server.received).to.have.length(1);
    });
  });

  describe('when it is taken', () => {
    it('A19 it says so, the focus is on the thanks and never on the page as a whole', async () => {
      await open();
      input().focus();
      await sendKeys({ type: CANARY });
      await sendKeys({ press: 'Enter' });
      await until(() => phase() === 'done');
      await until(() => focused() === part(form, 'status'));
      await until(() => said().startsWith('Thank you.'));
      await expect(form).to.be.accessible();
    });

    it('does not take the focus from elsewhere', async () => {
      await open('<div><notify-me-form product="lamp"></notify-me-form><button>Else</button></div>');
      const other = form.nextElementSibling as HTMLElement;
      send(CANARY);
      other.focus();
      await until(() => phase() === 'done');
      await soon();
      expect(document.activeElement).to.equal(other);
    });

    it('of another variant one can still be told', async () => {
      await open('<notify-me-form product="table" variant="11"></notify-me-form>');
      send(CANARY);
      await until(() => phase() === 'done');
      form.variant = '12';
      await until(() => phase() === 'ready' && seen(form).includes('Notify me'));
      send(CANARY);
      await until(() => phase() === 'done');
      expect(server.received.map(({ body }) => body.variant)).to.deep.equal(['11', '12']);
      expect(new Set(server.received.map(({ key }) => key)).size).to.equal(2);
    });

    it('keeps its thanks when stock returns', async () => {
      await open();
      send(CANARY);
      await until(() => phase() === 'done');
      tell(told([{ id: 'lamp', onHand: 4 }], { signUp: { url: '/sign-ups' } }));
      await until(() => form.getAttribute('state') === 'in-stock');
      await soon();
      expect(seen(form)).to.include('Thank you.');
    });
  });

  describe('when it is not taken', () => {
    for (const [what, answer] of [
      ['an error of the server', () => HttpResponse.json({}, { status: 500 })],
      ['N21 the network', () => HttpResponse.error()],
      ['N30 a reply that anything could have given', () => HttpResponse.json({ ok: true })],
      ['H33 a page of HTML', () => HttpResponse.html('<script>canary()</script><h1>Thanks</h1>')],
    ] as const) {
      it(`N26 by ${what}: it says so, keeps the text, and the next try has the same key`, async () => {
        server.answer = answer;
        await open();
        send(CANARY);
        await until(() => phase() === 'failed');
        expect(seen(form)).to.include('That did not go through. Nothing is lost: please try again.');
        expect(seen(form)).not.to.include('Thank');
        expect(input().value).to.equal(CANARY);
        await until(() => said().startsWith('That did not go through.'));
        await expect(form).to.be.accessible();
        server.answer = ({ key }) => HttpResponse.json({ requestId: key });
        button().click();
        await until(() => phase() === 'done');
        expect(server.received).to.have.length(2);
        expect(server.received[0]?.key).to.equal(server.received[1]?.key);
      });
    }

    it('N28 a lost reply: the server knows the key, and nobody is signed up twice', async () => {
      const rows = new Set<string | null>();
      let lose = true;
      server.answer = ({ key }) => {
        rows.add(key);
        return lose ? HttpResponse.error() : HttpResponse.json({ requestId: key });
      };
      await open();
      send(CANARY);
      await until(() => phase() === 'failed');
      lose = false;
      button().click();
      await until(() => phase() === 'done');
      expect(rows.size).to.equal(1);
    });

    it('another address is another intent', async () => {
      server.answer = () => HttpResponse.error();
      await open();
      send('a@example.com');
      await until(() => phase() === 'failed');
      send('b@example.com');
      await until(() => server.received.length === 2 && phase() === 'failed');
      expect(server.received[0]?.key).not.to.equal(server.received[1]?.key);
    });

    it('N26 offline, the same goes out again, once, when the network is back', async () => {
      const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine') as PropertyDescriptor;
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      try {
        server.answer = () => HttpResponse.error();
        await open();
        send(CANARY);
        await until(() => phase() === 'failed');
        // Pressed once more in vain.
        button().click();
        await until(() => server.received.length === 2 && phase() === 'failed');
        server.answer = ({ key }) => HttpResponse.json({ requestId: key });
        dispatchEvent(new Event('online'));
        dispatchEvent(new Event('online'));
        await until(() => phase() === 'done');
        expect(server.received).to.have.length(3);
        expect(new Set(server.received.map(({ key }) => key)).size).to.equal(1);
      } finally {
        Object.defineProperty(navigator, 'onLine', { ...online, configurable: true });
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });
  });

  describe('the page', () => {
    it('hears of it before anything is sent: product and language, and never the address', async () => {
      await open('<notify-me-form product="table" variant="11"></notify-me-form>');
      const heard: SignUpRequestEvent[] = [];
      const listen = (event: Event): void => void heard.push(event as SignUpRequestEvent);
      document.addEventListener('backorder-signup-request', listen);
      send(CANARY);
      await until(() => phase() === 'done');
      document.removeEventListener('backorder-signup-request', listen);
      const { key, ...request } = heard[0]?.request as SignUpRequest;
      expect(request).to.deep.equal({ product: 'table', variant: '11', language: 'en-GB' });
      expect(key).to.equal(server.received[0]?.key);
      expect([heard[0]?.bubbles, heard[0]?.composed, heard[0]?.cancelable]).to.deep.equal([true, true, true]);
    });

    it('hears that it was taken, after it was', async () => {
      await open('<notify-me-form product="table" variant="11"></notify-me-form>');
      const heard: SignedUpEvent[] = [];
      form.addEventListener('backorder-signed-up', (event) => {
        expect(server.received).to.have.length(1);
        heard.push(event);
      });
      send(CANARY);
      await until(() => heard.length === 1);
      expect([heard[0]?.product, heard[0]?.variant]).to.deep.equal(['table', '11']);
      expect(heard[0]?.bubbles).to.equal(true);
    });

    it('takes it over by event.handle(): nothing is posted, thanks follow its promise', async () => {
      await open();
      const taken: string[] = [];
      form.addEventListener('backorder-signup-request', (event) =>
        event.handle((email, { product }) => {
          taken.push(email, product);
          return Promise.resolve();
        }),
      );
      send(CANARY);
      await until(() => phase() === 'done');
      expect(taken).to.deep.equal([CANARY, 'lamp']);
      expect(server.received).to.deep.equal([]);
    });

    it('whose handler fails gives the shopper another try, with the same key', async () => {
      await open();
      const keys: string[] = [];
      form.addEventListener('backorder-signup-request', (event) =>
        event.handle((_email, { key }) => {
          keys.push(key);
          return keys.length === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
        }),
      );
      send(CANARY);
      await until(() => phase() === 'failed');
      button().click();
      await until(() => phase() === 'done');
      expect(keys[0]).to.equal(keys[1]);
    });

    it('whose handler throws does no more harm', async () => {
      await open();
      form.addEventListener('backorder-signup-request', (event) =>
        event.handle(() => {
          throw new Error('no');
        }),
      );
      send(CANARY);
      await until(() => phase() === 'failed');
    });

    it('that only prevents it has it to itself: nothing is posted, nothing is said', async () => {
      await open();
      let told = 0;
      form.addEventListener('backorder-signup-request', (event) => event.preventDefault());
      form.addEventListener('backorder-signed-up', () => (told += 1));
      send(CANARY);
      await soon();
      await until(() => phase() === 'ready');
      expect(server.received).to.deep.equal([]);
      expect(told).to.equal(0);
      expect(input().value).to.equal(CANARY);
      expect(button().ariaBusy).to.equal(null);
    });

    it('gives a function of its own, which its handlers can still prevent', async () => {
      await open();
      const taken: string[] = [];
      form.send = (email) => Promise.resolve(taken.push(email));
      send(CANARY);
      await until(() => phase() === 'done');
      expect(taken).to.deep.equal([CANARY]);
      expect(server.received).to.deep.equal([]);
      form.remove();
      await open();
      form.send = (email) => Promise.resolve(taken.push(email));
      form.addEventListener('backorder-signup-request', (event) => event.preventDefault());
      send(CANARY);
      await soon();
      expect(taken).to.have.length(1);
    });

    it('with target="page" and nobody who listens fails openly', async () => {
      tell(told([{ id: 'lamp', onHand: 0 }]));
      await open('<notify-me-form product="lamp" target="page"></notify-me-form>');
      send(CANARY);
      await until(() => phase() === 'failed');
    });
  });

  describe('the theme around it', () => {
    it('hears no submit of ours, which it would take for an order', async () => {
      const heard: string[] = [];
      await open('<section><notify-me-form product="lamp"></notify-me-form></section>');
      form.parentElement?.addEventListener('submit', () => heard.push('submit'));
      send(CANARY);
      await until(() => phase() === 'done');
      expect(heard).to.deep.equal([]);
    });

    it('field notes 11: its product form is never sent, by the button or by Enter', async () => {
      const heard: string[] = [];
      await open(
        '<form action="/nowhere"><input name="id" value="1"><button name="add">Add</button><notify-me-form product="lamp"></notify-me-form></form>',
      );
      const theirs = form.closest('form') as HTMLFormElement;
      theirs.addEventListener('submit', (event) => {
        event.preventDefault();
        heard.push('submit');
      });
      theirs.querySelector('button')?.addEventListener('click', () => heard.push('click'));
      input().focus();
      await sendKeys({ type: CANARY });
      await sendKeys({ press: 'Enter' });
      await until(() => phase() === 'done');
      expect(server.received).to.have.length(1);
      expect(heard).to.deep.equal([]);
      expect([...new FormData(theirs).keys()]).to.deep.equal(['id']);
    });
  });

  describe('privacy', () => {
    /** Everything that could have kept an address. */
    const channels = (): string =>
      [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('*')].map((it) => it.shadowRoot?.innerHTML ?? ''),
        JSON.stringify({ ...localStorage, ...sessionStorage }),
        document.cookie,
        location.href,
        document.title,
        JSON.stringify(history.state),
        ...performance.getEntriesByType('resource').map(({ name }) => name),
        JSON.stringify((globalThis as { dataLayer?: unknown }).dataLayer ?? null),
      ].join('\n');

    it('P02 an address that is typed and not sent is nowhere but in its field', async () => {
      const secret = 'typed-only@example.com';
      await open();
      input().focus();
      await sendKeys({ type: secret });
      tell(soldOut({ messages: { en: { 'form.email': 'Address' } } }));
      await until(() => form.querySelector('label')?.textContent === 'Address');
      expect(input().value).to.equal(secret);
      expect(channels()).not.to.include('typed-only');
      form.remove();
      await soon();
      expect(server.received).to.deep.equal([]);
      expect(channels()).not.to.include('typed-only');
    });

    it('P03 an address that is sent is in the body of the one request and nowhere else', async () => {
      const secret = 'sent-once@example.com';
      const events: Event[] = [];
      const names = ['backorder-signup-request', 'backorder-signed-up'] as const;
      const listen = (event: Event): void => void events.push(event);
      for (const name of names) document.addEventListener(name, listen);
      await open();
      send(secret);
      await until(() => phase() === 'done');
      for (const name of names) document.removeEventListener(name, listen);
      expect(server.received).to.have.length(1);
      const [{ url, headers, body }] = server.received as [(typeof server.received)[0]];
      expect(body.email).to.equal(secret);
      expect(JSON.stringify([url, headers])).not.to.include('sent-once');
      expect(headers.referer ?? '').to.equal('');
      expect(events).to.have.length(2);
      for (const event of events) expect(JSON.stringify(deep(event))).not.to.include('sent-once');
      expect(channels()).not.to.include('sent-once');
    });

    it('P22 the page is told by its path, without query and hash', async () => {
      const before = location.href;
      history.replaceState(null, '', '?token=secret&email=x@y.example#z');
      await open();
      send(CANARY);
      await until(() => phase() === 'done');
      history.replaceState(null, '', before);
      expect(server.received[0]?.body.page).to.equal(location.pathname);
      expect(JSON.stringify(server.received[0]?.body)).not.to.include('secret');
    });

    it('P01 it stores nothing and sets no cookie', async () => {
      const before = [JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie];
      await open();
      send(CANARY);
      await until(() => phase() === 'done');
      expect([JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie]).to.deep.equal(before);
    });
  });
});

/** All that a script which records an event could read from it, own and inherited. */
function deep(event: Event): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const key in event) {
    const value = (event as unknown as Record<string, unknown>)[key];
    if (!(value instanceof Node) && !(value instanceof Window) && typeof value !== 'function')
      found[key] = value;
  }
  return found;
}
