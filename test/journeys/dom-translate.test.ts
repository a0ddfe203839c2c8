// A page that the shopper has had translated by the browser: every text is wrapped and replaced, as soon as it comes, and <html>
// is given another language.
import { expect } from '@open-wc/testing';
import { closePages, pause, waitFor, type ShopPage } from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';
import { shown } from '../support/shown.js';
import { ADDRESS, choose, openChairs } from '../support/three-variants.js';
import { openSignUp } from '../support/sign-up-form.js';

type Translated = Window & {
  readonly translate: (lang: string, dir: string) => void;
  readonly translations: number;
};

/** Does to a page what Chrome's and Google's translators do: two nested <font>, another text in them, for whatever comes as well. */
const TRANSLATOR = `<script>
  window.translations = 0;
  const skip = 'script, style, template, font, [translate=no], .notranslate';
  const wrap = (text) => {
    if (!text.data.trim() || !text.parentElement || text.parentElement.closest(skip)) return;
    window.translations += 1;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    inner.textContent = '«' + text.data.trim() + '»';
    outer.append(inner);
    text.replaceWith(outer);
  };
  const all = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const it of texts) wrap(it);
  };
  window.translate = (lang, dir) => {
    const { documentElement: html } = document;
    html.lang = lang;
    html.dir = dir;
    html.classList.add('translated-' + dir);
    all(document.body);
    new MutationObserver((records) => {
      if (window.translations > 500) return;
      for (const { target, addedNodes } of records) {
        if (target.nodeType === 3) wrap(target);
        for (const it of addedNodes) if (it.nodeType === 3) wrap(it); else all(it);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  };
</script>`;

const theirs = (page: ShopPage): Translated => page.window as unknown as Translated;

/** Waits until nobody writes any more. */
async function settled(page: ShopPage): Promise<number> {
  let before = -1;
  while (before !== theirs(page).translations) {
    before = theirs(page).translations;
    await pause(400);
  }
  return before;
}

const record = (page: ShopPage): string | undefined =>
  page.document.querySelector<HTMLInputElement>('[data-backorder-field=record]')?.value;

describe('a page that is being translated', () => {
  afterEach(closePages);

  for (const [lang, dir] of [
    ['de', 'ltr'],
    ['ar', 'rtl'],
    ['xx-unknown', 'ltr'],
  ] as const) {
    it(`D36 <html lang=${lang} dir=${dir}>: each choice is right, the sign-up too, and nobody fights`, async () => {
      const page = await openChairs({ theme: TRANSLATOR });
      await page.loaded();
      choose(page, 'black');
      await waitFor(() => page.label === 'Backorder now' && shown(page, 'backorder-badge') === 'Backorder');
      theirs(page).translate(lang, dir);
      await settled(page);
      expect(record(page)).to.match(/^1;backorder;/);

      choose(page, 'oak');
      await waitFor(() => record(page) === undefined);
      await settled(page);
      expect(page.button.textContent).to.include('Add to cart').and.to.not.include('Backorder');
      expect(shown(page, 'backorder-badge')).to.equal('');

      choose(page, 'black');
      await waitFor(() => record(page)?.startsWith('1;backorder;'));
      await waitFor(
        () => page.document.querySelector('backorder-badge')?.getAttribute('state') === 'backorder',
      );
      page.button.click();
      const [add] = await page.carted(1);
      const told = Object.fromEntries(add?.fields ?? []);
      expect(told['id']).to.equal('chair-black');
      // What goes with the order is ours, not the translator's.
      expect(told['properties[Availability]']).to.match(/\S/).and.to.not.match(/[«»]/);

      choose(page, 'red');
      await waitFor(
        () => page.document.querySelector('backorder-badge')?.getAttribute('state') === 'sold-out',
      );
      await settled(page);
      const form = await openSignUp(page);
      form.input.value = ADDRESS;
      form.button.click();
      await waitFor(() => form.phase() === 'done');
      expect((await page.signUps()).map(({ email, variant }) => [email, variant])).to.deep.equal([
        [ADDRESS, 'chair-red'],
      ]);
      expect(await settled(page), 'texts that were translated').to.be.below(150);
      expectQuiet(page.heard, 0);
    });
  }

  it('D36 what is not to be translated is not touched by us, and nothing of ours forbids it', async () => {
    const page = await openChairs({ theme: TRANSLATOR });
    await page.loaded();
    page.document.querySelector('h1')?.setAttribute('translate', 'no');
    choose(page, 'black');
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    const forbidden = [...page.document.querySelectorAll('[translate], .notranslate')];
    expect(forbidden.map(({ localName }) => localName)).to.deep.equal(['h1']);
    // The language of our words is told, so that a translator knows what it has before it.
    const badge = page.document.querySelector('backorder-badge > span');
    expect(badge?.closest('[lang]')?.getAttribute('lang')).to.equal('en');
  });
});
