import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { NotifyMeForm } from '../../src/elements/notify-me-form/notify-me-form.js';
import { media } from '../support/commands.js';
import { elementPage, focused, part, put, seen, sixProducts, tell, until } from '../support/element-page.js';
import { everyState } from '../support/every-state.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { backorder, told } from '../support/told.js';

const SIGN_UP = { signUp: { url: '/sign-ups', privacyUrl: '/privacy' } };

/** Everything in a place, through shadow roots. */
const inside = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((it) => [it, ...(it.shadowRoot ? inside(it.shadowRoot) : [])]);

const OURS = 'backorder-badge, eta-notice, preorder-button, notify-me-form, product-availability';

describe('what the elements put into a page', () => {
  elementPage();
  afterEach(unstubFetch);

  it('A27 A34 A35 A37 A40 in every state: nothing moves, names say what is seen, references hold, no headings, no traps', async () => {
    const ground = await everyState();
    expect(document.getAnimations()).to.deep.equal([]);
    const all = inside(ground);
    expect(all.length).to.be.above(500);
    const faults = new Set<string>();
    const fault = (what: string, it: Element): void =>
      void faults.add(`${what}: ${it.outerHTML.slice(0, 120)}`);
    for (const it of all) {
      const { animationName, transitionDuration } = getComputedStyle(it);
      // What is not drawn at all has no style.
      if (animationName && (animationName !== 'none' || parseFloat(transitionDuration)))
        fault('A27 moves', it);
      if ((it as HTMLElement).tabIndex > 0) fault('A34 is before all others', it);
      const label = it.getAttribute('aria-label');
      if (label !== null && !it.matches('form, [role=group], [role=dialog]'))
        fault('A34 hides its words', it);
      if (it.matches(OURS) && (it.hasAttribute('role') || it.hasAttribute('aria-label')))
        fault('A34 has a role', it);
      for (const name of ['aria-labelledby', 'aria-describedby', 'for']) {
        const id = it.matches(OURS) ? null : it.getAttribute(name);
        const root = it.getRootNode() as Document | ShadowRoot;
        if (id !== null && !root.getElementById(id)) fault(`A35 ${name} leads nowhere`, it);
      }
      const landmark =
        '[role=region], [role=banner], [role=navigation], [role=complementary], [role=heading]';
      if (it.matches(`h1, h2, h3, h4, h5, h6, main, nav, aside, header, footer, search, ${landmark}`))
        fault('A37 a heading or a landmark', it);
      if (it.matches('[aria-live], [role=alert], [role=status], [role=log]'))
        fault('A03 speaks by itself', it);
      // A field that people are not meant to find is one that autofill and screen readers do find.
      if (it.matches('input') && !it.closest('[hidden], [data-phase=done]')) {
        const { width } = it.getBoundingClientRect();
        const shut = !it.checkVisibility();
        if (it.matches('[type=hidden], [tabindex], [aria-hidden]') || (!shut && width < 12))
          fault('A40 a trap', it);
      }
    }
    expect([...faults]).to.deep.equal([]);
  });

  it('A16 the explanation is a dialog with a name that is not modal: the page stays within reach, and gets the focus back', async () => {
    tell(sixProducts());
    const notice = put('<eta-notice product="backorder"></eta-notice>');
    await until(() => part(notice, 'explain'));
    put('<a href="#rest">The rest of the page</a>');
    const button = part(notice, 'explain') as HTMLButtonElement;
    const dialog = part(notice, 'explanation') as HTMLElement;
    expect(button.getAttribute('aria-haspopup')).to.equal('dialog');
    button.click();
    await until(() => dialog.matches(':popover-open'));
    expect(dialog.getAttribute('role')).to.equal('dialog');
    expect(dialog.getAttribute('aria-label')).to.equal('About this date');
    expect(dialog.getAttribute('aria-modal')).to.equal(null);
    expect(document.querySelector('[inert]')).to.equal(null);
    await until(() => button.getAttribute('aria-expanded') === 'true');
    (part(notice, 'close') as HTMLElement).click();
    await until(() => focused() === button);
  });

  it('A20 what did not go through is said in words, the address is kept, and the same button tries again', async () => {
    const replies = [500, 200];
    const asked = stubFetch(({ request }) =>
      json({ requestId: request.headers.get('idempotency-key'), status: 'active' }, {}, replies.shift()),
    );
    tell(told([{ id: 'a', onHand: 0 }], SIGN_UP));
    const form = put<NotifyMeForm>('<notify-me-form product="a"></notify-me-form>');
    await until(() => form.querySelector('input'));
    const [input, button] = [form.querySelector('input'), form.querySelector('button')];
    if (!input || !button) throw new Error('no form');
    input.value = 'anna@example.com';
    button.click();
    await until(() => seen(form).includes('That did not go through. Nothing is lost: please try again.'));
    expect(input.value).to.equal('anna@example.com');
    expect([button.disabled, button.ariaBusy, button.textContent]).to.deep.equal([false, null, 'Notify me']);
    button.click();
    await until(() => seen(form).startsWith('Thank you.'));
    expect(asked).to.have.length(2);
  });

  it('A32 A33 a challenge is the page’s own, of whichever kind: one that has run out loses nothing, and the next try is taken', async () => {
    tell(told([{ id: 'a', onHand: 0 }], SIGN_UP));
    const form = put<NotifyMeForm>('<notify-me-form product="a"></notify-me-form>');
    const tokens = ['run out', 'good'];
    form.addEventListener('backorder-signup-request', (event) => {
      // As a page does that asks a challenge service, by picture or by sound, before it sends.
      event.handle(() => (tokens.shift() === 'good' ? Promise.resolve() : Promise.reject(new Error('403'))));
    });
    await until(() => form.querySelector('input'));
    const input = form.querySelector('input') as HTMLInputElement;
    input.value = 'anna@example.com';
    form.querySelector('button')?.click();
    await until(() => seen(form).includes('please try again'));
    expect(input.value).to.equal('anna@example.com');
    expect(form.querySelectorAll('img, canvas, iframe')).to.have.length(0);
    form.querySelector('button')?.click();
    await until(() => seen(form).startsWith('Thank you.'));
    expect(tokens).to.deep.equal([]);
  });

  it('A24 what gets the focus can be seen, also under a header that stays', async function scrolled() {
    // A WebKit that is driven from outside does not scroll to what a script gives the focus.
    if (!/Chrome|Firefox/.test(navigator.userAgent)) this.skip();
    tell(told([{ id: 'a', onHand: 0 }, backorder('b')], SIGN_UP));
    const room = '<div style="height: 120vh"></div>';
    const page =
      put(`<div><header style="position: fixed; inset: 0 0 auto; height: 90px; background: #fff; z-index: 9"></header>
      ${room}<notify-me-form product="a"></notify-me-form><preorder-button product="b"></preorder-button>
      <eta-notice product="b"></eta-notice>${room}<button id="end">End</button></div>`);
    document.documentElement.style.scrollPaddingTop = '100px';
    await until(
      () => page.querySelector('input') && part(page.querySelector('eta-notice') as Element, 'explain'),
    );
    const targets = [
      part(page.querySelector('eta-notice') as Element, 'explain'),
      part(page.querySelector('preorder-button') as Element, 'button'),
      page.querySelector('notify-me-form button'),
      page.querySelector('input'),
    ] as HTMLElement[];
    for (const start of ['end', 'top']) {
      for (const target of targets) {
        scrollTo(0, start === 'top' ? 0 : document.documentElement.scrollHeight);
        target.focus();
        const { left, top, width, height } = target.getBoundingClientRect();
        expect(top, start).to.be.at.least(90);
        const seenThere = document.elementFromPoint(left + width / 2, top + height / 2);
        expect(seenThere === target || seenThere?.shadowRoot?.contains(target), target.outerHTML).to.equal(
          true,
        );
        target.blur();
      }
    }
    document.documentElement.removeAttribute('style');
  });

  it('A28 in forced colours edges, focus and what is off can be seen', async function forced() {
    if (!(await media({ 'forced-colors': 'active' }))) this.skip();
    try {
      tell(
        told(
          [backorder('a', { policy: { sell: 'backorder', signUp: 'beside' } }), { id: 'b', onHand: 0 }],
          SIGN_UP,
        ),
      );
      const page =
        put(`<div><backorder-badge product="a"></backorder-badge><preorder-button product="a"></preorder-button>
        <preorder-button product="b"></preorder-button><notify-me-form compact product="a"></notify-me-form>
        <notify-me-form product="b"></notify-me-form><eta-notice product="a"></eta-notice></div>`);
      const [badge, on, off, choice, form, notice] = [...page.children];
      const get = (host: Element | undefined, name: string): HTMLElement =>
        part(host as Element, name) as HTMLElement;
      await until(
        () =>
          get(choice, 'way') && form?.querySelector('input') && get(off, 'button') && get(notice, 'explain'),
      );
      const probe = put('<i style="color: GrayText; background: Canvas; border-color: CanvasText"></i>');
      const system = getComputedStyle(probe);
      const edged = [
        get(badge, 'badge'),
        get(on, 'button'),
        get(choice, 'way'),
        ...(form?.querySelectorAll('input, button') ?? []),
      ];
      for (const it of edged) {
        const { borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(it);
        expect([borderTopStyle, parseFloat(borderTopWidth) >= 1], it.outerHTML).to.deep.equal([
          'solid',
          true,
        ]);
        expect(borderTopColor, it.outerHTML).not.to.equal(system.backgroundColor);
        expect(borderTopColor, it.outerHTML).not.to.match(/^rgba.* 0\)$/);
      }
      expect(getComputedStyle(get(off, 'button')).color).to.equal(system.color);
      expect(getComputedStyle(get(on, 'button')).color).not.to.equal(system.color);
      const operable = [
        get(on, 'button'),
        get(off, 'button'),
        get(notice, 'explain'),
        ...(form?.querySelectorAll<HTMLElement>('input, button') ?? []),
      ];
      for (const it of operable) {
        it.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(it);
        expect([outlineStyle, parseFloat(outlineWidth) >= 2], it.outerHTML).to.deep.equal(['solid', true]);
        expect(outlineColor).not.to.equal(system.backgroundColor);
      }
      const dot = getComputedStyle(get(badge, 'dot')).backgroundColor;
      expect(dot).not.to.equal(system.backgroundColor);
    } finally {
      await media({});
    }
  });

  it('A29 the keyboard alone goes through all of it in the order in which it is seen, and out again', async () => {
    tell(told([backorder('a'), { id: 'b', onHand: 0 }], SIGN_UP));
    const page = put(`<div><button id="before">Before</button><eta-notice product="a"></eta-notice>
      <preorder-button product="a"></preorder-button><notify-me-form product="b"></notify-me-form>
      <button id="behind">Behind</button></div>`);
    await until(
      () => page.querySelector('input') && part(page.querySelector('eta-notice') as Element, 'explain'),
    );
    page.querySelector<HTMLElement>('#before')?.focus();
    const names: string[] = [];
    const tops: number[] = [];
    for (let presses = 0; presses < 12 && names.at(-1) !== 'Behind'; presses += 1) {
      await sendKeys({ press: 'Tab' });
      const it = focused();
      names.push(it?.localName === 'input' ? 'field' : (it?.textContent?.trim() ?? ''));
      tops.push(it?.getBoundingClientRect().top ?? 0);
    }
    // WebKit leaves links out unless its user wants them.
    expect(names.filter((it) => !/privacy/i.test(it))).to.deep.equal([
      'About this date',
      'Backorder now',
      'field',
      'Notify me',
      'Behind',
    ]);
    expect(tops).to.deep.equal([...tops].sort((one, other) => one - other));
  });

  it('A30 a double tap of a screen reader, a click with nothing before it, is one request', async () => {
    tell(told([backorder('a')]));
    const page = put(`<form><preorder-button product="a"></preorder-button>
      <preorder-button product="a"><button type="button">Add to cart</button></preorder-button></form>`);
    const [own, theirs] = [...page.children];
    await until(() => seen(theirs ?? null) === 'Backorder now' && part(own as Element, 'button'));
    const heard: string[] = [];
    page.addEventListener('backorder-add-request', (event) => {
      event.preventDefault();
      heard.push(event.type);
    });
    for (const it of [part(own as Element, 'button'), theirs?.querySelector('button')]) {
      it?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 0 }),
      );
    }
    expect(heard).to.have.length(2);
  });
});
