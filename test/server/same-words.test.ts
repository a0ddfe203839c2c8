// What a server writes and what the browser draws are one: the same words in each state and language, in the same nodes, and the
// same again once the script or the element has taken the tag over.
import { expect } from '@open-wc/testing';
import type { Offer } from '../../src/availability/offer.js';
import { decide } from '../../src/availability/decide.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { STATES } from '../../src/availability/state.js';
import { BackorderBadge } from '../../src/elements/backorder-badge/backorder-badge.js';
import { EtaNotice } from '../../src/elements/eta-notice/eta-notice.js';
import { PreorderButton } from '../../src/elements/preorder-button/preorder-button.js';
import { PlainTag } from '../../src/page/plain-tag.js';
import { keepInStep } from '../../src/page/served-tags.js';
import { badgeHtml, buttonHtml, noticeHtml, speak, stylesHtml } from '../../src/server.js';
import { NOW } from '../support/arbitraries.js';
import { elementPage, put, seen, SIX, sixProducts, soon, tell, until } from '../support/element-page.js';
import { backorder, inStock, told } from '../support/told.js';

const LANGUAGES = ['en-GB', 'de', 'ar', 'he', 'ja', 'pl', 'pt-BR'];

const offerOf = ({ record, policy }: { record: object; policy: object }, wanted = 1): Offer =>
  decide(parseRecord(record).record, parsePolicy(policy).policy, wanted, NOW);

// Names of their own: the tags themselves stay undefined here, as the script leaves them.
customElements.define('served-badge', class extends BackorderBadge {});
customElements.define('served-notice', class extends EtaNotice {});
customElements.define('served-button', class extends PreorderButton {});

const renamed = (html: string): string =>
  html
    .replaceAll('backorder-badge', 'served-badge')
    .replaceAll('eta-notice', 'served-notice')
    .replaceAll('preorder-button', 'served-button');

describe('HTML of a server, in the browser', () => {
  elementPage();

  for (const language of LANGUAGES) {
    for (const state of STATES) {
      it(`${language}: of what is ${state}, plain tags say what the server says, in its nodes`, async () => {
        document.documentElement.lang = language;
        const offer = offerOf(SIX[state]);
        const telling = { product: state, language: await speak(language), now: NOW };
        for (const html of [badgeHtml(offer, telling), noticeHtml(offer, telling)]) {
          const element = put(html);
          const before = seen(element);
          const first = element.firstChild;
          keepInStep(new AbortController().signal);
          tell(sixProducts());
          new PlainTag(element, (act) => act()).sync();
          if (before) await until(() => element.hasAttribute('data-backorder-plain'));
          else await soon();
          expect(seen(element)).to.equal(before);
          expect(element.firstChild === first, 'the node is the server’s').to.equal(true);
          element.closest('main')?.remove();
        }
      });

      it(`${language}: of what is ${state}, elements say what the server says`, async () => {
        document.documentElement.lang = language;
        const offer = offerOf(SIX[state]);
        const telling = { product: state, language: await speak(language), now: NOW };
        for (const html of [badgeHtml(offer, telling), noticeHtml(offer, telling)]) {
          // Between sentence and button there is a margin in both.
          const said = (it: Element): string => seen(it).replaceAll(/\s/g, '');
          const before = said(put(html));
          const element = put(renamed(html));
          tell(sixProducts());
          if (before) await until(() => element.shadowRoot?.textContent.trim());
          else await soon();
          expect(said(element)).to.equal(before);
        }
      });
    }

    it(`${language}: a button that a server has written is taken over as it is, and given back`, async () => {
      document.documentElement.lang = language;
      const offer = offerOf(SIX.backorder);
      const telling = { product: 'a', language: await speak(language), now: NOW, label: 'Into the basket' };
      const form = put(`<form>${renamed(buttonHtml(offer, telling))}</form>`);
      const element = form.firstElementChild as PreorderButton;
      const button = form.querySelector('button')!;
      const before = form.innerHTML;
      tell(told([backorder('a')]));
      await until(() => !element.hasAttribute('data-backorder-as-of'));
      await element.updateComplete;
      expect(form.querySelector('button') === button).to.equal(true);
      const without = (html: string): string => html.replace(/ (?:data-backorder-as-of|style)="[^"]*"/g, '');
      expect(without(form.innerHTML)).to.equal(without(before));
      tell(told([inStock('a')]));
      await until(() => button.textContent === 'Into the basket');
      expect(form.querySelector('input')).to.equal(null);
    });
  }

  it('what came in stock since is out of sight, and the room it took stays', async () => {
    put(stylesHtml());
    const offer = offerOf(SIX.backorder);
    const language = await speak('en-GB');
    for (const make of [badgeHtml, noticeHtml]) {
      const product = make.name;
      const element = put(renamed(make(offer, { product, language, now: NOW })));
      const { width, height } = element.getBoundingClientRect();
      tell(told([inStock(product)]));
      await until(() => getComputedStyle(element).visibility === 'hidden');
      const after = element.getBoundingClientRect();
      expect([after.width, after.height]).to.deep.equal([width, height]);
      tell(told([backorder(product)]));
      await until(() => getComputedStyle(element).visibility === 'visible');
      expect(seen(element)).not.to.equal('');
    }
  });

  it('words whose time has passed go where nobody tells better ones', async () => {
    const offer = { ...offerOf(SIX.backorder), changesAt: NOW - 1 };
    const telling = { product: 'nobody-knows', language: await speak('en-GB'), now: NOW - 10 };
    const element = put(renamed(noticeHtml(offer, telling)));
    await until(() => getComputedStyle(element).visibility === 'hidden');
    const young = put(renamed(noticeHtml({ ...offer, changesAt: NOW + 99 }, telling)));
    await soon();
    expect(getComputedStyle(young).visibility).to.equal('visible');
  });

  it('says the date of a server’s notice and not "tomorrow", which would move what stands beside it', async () => {
    const soonThere = { record: { onHand: 0, restock: '2026-11-26' }, policy: { sell: 'backorder' } };
    const telling = { product: 'a', language: await speak('en-GB'), now: NOW };
    const html = noticeHtml(offerOf(soonThere), telling);
    const served = put(renamed(html));
    const own = put('<served-notice product="a"></served-notice>');
    tell(told([backorder('a', { restock: '2026-11-26' })]));
    await until(() => seen(own) && served.shadowRoot?.textContent.trim());
    expect(seen(own)).to.match(/tomorrow/);
    expect(seen(served)).to.match(/on 26 November/);
  });
});
