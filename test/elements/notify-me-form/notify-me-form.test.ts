import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { NotifyMeForm } from '../../../src/elements/notify-me-form/notify-me-form.js';
import { shared } from '../../../src/store/shared-store.js';
import { elementPage, part, put, seen, sixProducts, soon, tell, until } from '../../support/element-page.js';
import { offerElementSuite } from '../../support/offer-element-suite.js';
import { takeWarnings } from '../../support/quiet.js';
import { backorder, inStock, told } from '../../support/told.js';

const NOTE = 'E-mail address Notify me One message about this product, nothing else. Privacy notice';

offerElementSuite({
  tag: 'notify-me-form',
  seen: {
    'sold-out': `Tell me when it is back ${NOTE}`,
    'coming-soon': `Tell me when I can order it ${NOTE}`,
  },
  state: 'sold-out',
  inGerman: 'Bescheid geben, wenn wieder da',
  message: 'form.heading',
  attributes: ['compact', 'target'],
});

describe('<notify-me-form>', () => {
  elementPage();

  let form: NotifyMeForm;
  const input = (): HTMLInputElement => form.querySelector('input') as HTMLInputElement;
  const button = (): HTMLButtonElement => form.querySelector('button') as HTMLButtonElement;
  const label = (): HTMLLabelElement => form.querySelector('label') as HTMLLabelElement;

  async function open(html = '<notify-me-form product="sold-out"></notify-me-form>'): Promise<void> {
    const place = put(html);
    form = place.matches('notify-me-form') ? place : (place.querySelector('notify-me-form') as NotifyMeForm);
    await until(() => form.querySelector('input') && seen(form));
  }

  beforeEach(() => tell(sixProducts()));

  describe('A17 the field', () => {
    it('has a label that can be seen and is tied to it', async () => {
      await open();
      expect(label().htmlFor).to.equal(input().id);
      expect(label().control).to.equal(input());
      expect(label().textContent).to.equal('E-mail address');
      expect(label().getClientRects().length).to.be.above(0);
    });

    it('is of the right kind for keyboards, autofill and password managers', async () => {
      await open();
      expect(input().type).to.equal('email');
      expect(input().autocomplete).to.equal('email');
      expect(input().inputMode).to.equal('email');
      expect(input().name).to.equal('email');
      expect(input().required).to.equal(true);
      expect(input().dir).to.equal('ltr');
    });

    it('S14 stands in the light DOM, where third-party managers look', async () => {
      await open();
      expect(document.querySelector('input[type=email]')).to.equal(input());
      expect(input().getRootNode()).to.equal(document);
    });

    it('P05 asks session recorders to leave it alone', async () => {
      await open();
      expect(input().hasAttribute('data-private')).to.equal(true);
      expect(input().hasAttribute('data-hj-suppress')).to.equal(true);
      expect(input().classList.contains('ph-no-capture')).to.equal(true);
    });

    it('A35 names its error in the same tree', async () => {
      await open();
      const described = document.getElementById(input().getAttribute('aria-describedby') as string);
      expect(described?.closest('notify-me-form')).to.equal(form);
      expect(described?.textContent).to.equal('');
      expect(input().hasAttribute('aria-invalid')).to.equal(false);
    });

    it('A22 is large enough to press, and so is its button', async () => {
      await open();
      for (const element of [input(), button()]) {
        expect(element.getBoundingClientRect().height).to.be.at.least(44);
      }
    });

    it('A21 keeps an address that the page has put in', async () => {
      await open();
      input().value = 'known@example.com';
      tell(sixProducts({ messages: { en: { 'form.email': 'Your address' } } }));
      await until(() => label().textContent === 'Your address');
      expect(input().value).to.equal('known@example.com');
    });
  });

  it('A18 the form has a name', async () => {
    await open();
    expect(form.querySelector('form')?.ariaLabel).to.equal('Tell me when it is back');
  });

  it('the theme’s own styles of inputs and buttons go first', async () => {
    const style = document.createElement('style');
    style.textContent = 'input { padding: 1px } button { background: rgb(1, 2, 3) }';
    document.head.append(style);
    await open();
    expect(getComputedStyle(input()).padding).to.equal('1px');
    expect(getComputedStyle(button()).backgroundColor).to.equal('rgb(1, 2, 3)');
    style.remove();
  });

  it('has its styles in a theme’s shadow root too', async () => {
    const host = put('<div></div>');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<notify-me-form product="sold-out"></notify-me-form>';
    const inside = root.querySelector('notify-me-form') as HTMLElement;
    await until(() => inside.querySelector('input'));
    expect(inside.querySelector('input')?.getBoundingClientRect().height).to.be.at.least(44);
    const { length } = root.adoptedStyleSheets;
    inside.remove();
    root.append(inside);
    await soon();
    expect(root.adoptedStyleSheets.length).to.equal(length);
  });

  it('shows what the page’s author wrote where there is nowhere to send sign-ups to', async () => {
    tell(told([{ id: 'sold-out', onHand: 0 }]));
    const place = put('<notify-me-form product="unknown"><a href="/contact">Ask us</a></notify-me-form>');
    await soon();
    expect(seen(place)).to.equal('Ask us');
  });

  it('comes when the document names where sign-ups go, though the offer is the same', async () => {
    tell(told([{ id: 'a', onHand: 0 }]));
    form = put('<notify-me-form product="a"></notify-me-form>');
    await soon();
    expect(seen(form)).to.equal('');
    tell(told([{ id: 'a', onHand: 0 }], { signUp: { url: '/sign-ups' } }));
    await until(() => seen(form).startsWith('Tell me'));
  });

  it('comes where the page takes sign-ups itself, by its target', async () => {
    tell(told([{ id: 'a', onHand: 0 }]));
    await open('<notify-me-form product="a" target="page"></notify-me-form>');
    expect(seen(form)).to.include('Notify me');
  });

  it('D35 comes where the page has given it a function, also before it was defined', async () => {
    tell(told([{ id: 'a', onHand: 0 }]));
    const late = document.createElement('late-sign-up') as NotifyMeForm;
    Object.assign(late, { product: 'a', send: () => Promise.resolve(), compact: true });
    put('<p></p>').append(late);
    const Base = customElements.get('notify-me-form') as CustomElementConstructor;
    customElements.define('late-sign-up', class extends Base {});
    await until(() => seen(late) === 'Tell me when it is back');
  });

  it('field notes 12: stands beside a backorder where the policy wants both', async () => {
    const product = backorder('a', { policy: { sell: 'backorder', signUp: 'beside' } });
    tell(told([product], { signUp: { url: '/sign-ups' } }));
    await open('<notify-me-form product="a"></notify-me-form>');
    expect(seen(form)).to.include('Tell me when it is back');
  });

  it('is never offered where the policy says so', async () => {
    tell(told([{ id: 'a', onHand: 0, policy: { signUp: 'never' } }], { signUp: { url: '/sign-ups' } }));
    form = put('<notify-me-form product="a"></notify-me-form>');
    await until(() => form.getAttribute('state') === 'sold-out');
    await soon();
    expect(form.querySelector('input')).to.equal(null);
  });

  describe('H27 a sign-up endpoint on another origin', () => {
    const foreign = { signUp: { url: 'https://mail.example/sign-ups' } };

    it('is refused, with one warning, and no form is shown', async () => {
      tell(told([{ id: 'a', onHand: 0 }], foreign));
      put('<notify-me-form product="a"></notify-me-form><notify-me-form product="a"></notify-me-form>');
      await soon();
      expect(document.querySelector('main input')).to.equal(null);
      const warnings = takeWarnings();
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/foreign-sign-up: .*mail\.example.*data-sign-up-origins/);
    });

    it('is taken when the page has named its origin', async () => {
      shared().config.signUpOrigins = ['https://mail.example'];
      tell(told([{ id: 'a', onHand: 0 }], foreign));
      await open('<notify-me-form product="a"></notify-me-form>');
    });
  });

  describe('the privacy notice', () => {
    const withNotice = (privacyUrl: string): void =>
      tell(told([{ id: 'a', onHand: 0 }], { signUp: { url: '/sign-ups', privacyUrl } }));

    it('P23 is linked, and opens beside the page without a way back to it', async () => {
      withNotice('/privacy');
      await open('<notify-me-form product="a"></notify-me-form>');
      const link = part(form, 'privacy') as HTMLAnchorElement;
      expect(link.href).to.equal(new URL('/privacy', location.href).href);
      expect(link.rel).to.include('noopener');
    });

    it('is left out where there is none', async () => {
      tell(told([{ id: 'a', onHand: 0 }], { signUp: { url: '/sign-ups' } }));
      await open('<notify-me-form product="a"></notify-me-form>');
      expect(part(form, 'privacy')).to.equal(null);
    });
  });

  describe('compact', () => {
    it('shows one line at first, and the form with the focus in its field when that is pressed', async () => {
      form = put('<notify-me-form product="sold-out" compact></notify-me-form>');
      await until(() => seen(form) === 'Tell me when it is back');
      const line = part(form, 'open') as HTMLButtonElement;
      expect(line.getBoundingClientRect().height).to.be.at.least(44);
      line.click();
      await until(() => document.activeElement === input());
      expect(seen(form)).to.include('Notify me');
    });

    it('can be opened by a script', async () => {
      form = put('<notify-me-form product="sold-out" compact></notify-me-form>');
      await form.open();
      expect(document.activeElement).to.equal(input());
    });

    it('passes the audit, closed and open', async () => {
      form = put('<notify-me-form product="sold-out" compact></notify-me-form>');
      await until(() => seen(form));
      await expect(form).to.be.accessible();
      await form.open();
      await expect(form).to.be.accessible();
    });
  });

  it('is a form in a theme’s shadow root too, where nothing is around it', async () => {
    const root = put('<div></div>').attachShadow({ mode: 'open' });
    root.innerHTML = '<notify-me-form product="sold-out"></notify-me-form>';
    form = root.firstElementChild as NotifyMeForm;
    await until(() => form.querySelector('input') && seen(form));
    expect(input().form).to.equal(form.querySelector('form'));
    expect(input().form?.localName).to.equal('form');
  });

  describe('inside a theme’s product form', () => {
    const html =
      '<form action="/cart/add"><input name="id" value="1"><button name="add">Add</button><notify-me-form product="sold-out"></notify-me-form></form>';

    it('has no form of its own, and its field is in no form’s data', async () => {
      await open(html);
      const theirs = form.closest('form') as HTMLFormElement;
      expect(form.querySelector('form')).to.equal(null);
      expect(input().form).to.equal(null);
      expect(button().form).to.equal(null);
      input().value = 'canary@example.com';
      expect([...new FormData(theirs).entries()]).to.deep.equal([['id', '1']]);
      expect([...theirs.elements].includes(input())).to.equal(false);
    });

    it('leaves the theme’s form valid though its own field is empty', async () => {
      await open(html);
      expect((form.closest('form') as HTMLFormElement).checkValidity()).to.equal(true);
      input().value = 'no address';
      expect((form.closest('form') as HTMLFormElement).checkValidity()).to.equal(true);
    });

    it('A01 passes the audit', async () => {
      await open(html);
      await expect(form).to.be.accessible();
      expect(form.querySelector('[role=group]')?.ariaLabel).to.equal('Tell me when it is back');
    });
  });

  describe('S10 when stock returns', () => {
    it('goes, if nobody has begun', async () => {
      tell(told([{ id: 'a', onHand: 0 }], { signUp: { url: '/sign-ups' } }));
      await open('<notify-me-form product="a"></notify-me-form>');
      tell(told([inStock('a')], { signUp: { url: '/sign-ups' } }));
      await until(() => seen(form) === '');
    });

    it('stays with text and focus, and says that it can be ordered, if somebody has', async () => {
      tell(told([{ id: 'a', onHand: 0 }], { signUp: { url: '/sign-ups' } }));
      await open('<notify-me-form product="a"></notify-me-form>');
      input().focus();
      input().value = 'half@';
      const field = input();
      tell(told([inStock('a')], { signUp: { url: '/sign-ups' } }));
      await until(() => seen(form).includes('Good news: you can order it now.'));
      const news = form.renderRoot.querySelector('[part=status]') as Element;
      expect(getComputedStyle(news).borderInlineStartColor, 'the mark of good news').to.equal(
        'rgb(47, 143, 91)',
      );
      expect(document.activeElement).to.equal(field);
      expect(input()).to.equal(field);
      expect(field.value).to.equal('half@');
    });
  });

  it('D18 keeps what was typed when a theme moves it', async () => {
    await open();
    input().value = 'typed@example.com';
    const before = input();
    put('<section></section>').append(form);
    await soon();
    expect(input()).to.equal(before);
    expect(input().value).to.equal('typed@example.com');
    expect(form.querySelectorAll('input')).to.have.length(1);
  });

  it('D19 a clone has one form of its own, with its own ids, and what was typed', async () => {
    await open();
    input().value = 'typed@example.com';
    const clone = form.cloneNode(true) as NotifyMeForm;
    form.after(clone);
    await until(() => clone.querySelectorAll('input').length === 1 && seen(clone).includes('Notify me'));
    const theirs = clone.querySelector('input') as HTMLInputElement;
    expect(theirs.id).not.to.equal(input().id);
    expect(theirs.value).to.equal('typed@example.com');
    expect(clone.querySelector('label')?.control).to.equal(theirs);
  });

  it('D17 recovers when a theme’s morphing throws the field out', async () => {
    await open();
    form.replaceChildren();
    tell(sixProducts({ messages: { en: { 'form.email': 'Address' } } }));
    await until(() => input() && label().textContent === 'Address');
    expect(form.querySelectorAll('input')).to.have.length(1);
  });
});
