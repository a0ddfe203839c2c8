import { expect } from '@open-wc/testing';
import type { Offer } from '../../../src/availability/offer.js';
import {
  cleanAddress,
  isAddress,
  notifyMeFormView,
  type SignUpPhase,
} from '../../../src/elements/notify-me-form/notify-me-form-view.js';
import { ENGLISH } from '../../../src/messages/languages.js';

describe('isAddress', () => {
  it('S16 takes plus addresses, subdomains, new top-level domains and international ones', () => {
    for (const address of [
      'a@b.co',
      'first.last+shop@mail.example.com',
      'x_y-z@sub.sub.example.museum',
      "o'brien@example.ie",
      'müller@bücher.example',
      '用户@例子.广告',
      'пример@почта.рф',
      'user@xn--bcher-kva.example',
      '!#$%&*/=?^`{|}~@example.com',
      'a@1.2.3.4.example',
      `${'a'.repeat(64)}@example.com`,
    ]) {
      expect(isAddress(address), address).to.equal(true);
    }
  });

  it('S17 never blocks a domain that looks like a slip', () => {
    for (const address of ['a@gmial.com', 'a@hotmial.com', 'a@example.con']) {
      expect(isAddress(address), address).to.equal(true);
    }
  });

  it('refuses only what certainly is none', () => {
    for (const text of [
      '',
      'a',
      '@',
      'a@',
      '@b.co',
      'a@b',
      'a@b.',
      'a@b.c',
      'a b@c.de',
      'a@b c.de',
      'a@b@c.de',
      'a@b.co, c@d.eu',
      'a@b.co;c@d.eu',
      '<a@b.co>',
      '"a"@b.co',
      'a@b.co\nbcc: x@y.example',
      'a\0@b.co',
      'a@b.co\u007f',
      '\ud800@b.co',
      `${'a'.repeat(250)}@b.co`,
    ]) {
      expect(isAddress(text), JSON.stringify(text)).to.equal(false);
    }
  });

  it('decides quickly, whatever it is given', () => {
    const began = performance.now();
    for (const part of ['a', '@', '.', 'a.', 'a@a.', '@.']) isAddress(part.repeat(100_000));
    expect(performance.now() - began).to.be.below(200);
  });
});

describe('cleanAddress', () => {
  it('S15 takes off what comes with a pasted address, and nothing else', () => {
    const table: readonly (readonly [string, string])[] = [
      ['a@b.co', 'a@b.co'],
      [' a@b.co\t\n', 'a@b.co'],
      ['\u00a0a@b.co\u2003', 'a@b.co'],
      ['mailto:a@b.co', 'a@b.co'],
      ['MailTo:a@b.co', 'a@b.co'],
      ['<a@b.co>', 'a@b.co'],
      ['Anna Able <a@b.co>', 'a@b.co'],
      ['< a@b.co >', 'a@b.co'],
      ['mailto:<a@b.co>', 'a@b.co'],
      ['a@b.co>', 'a@b.co>'],
      ['a b@c.de', 'a b@c.de'],
      // As they are copied: from a list of contacts, a messenger, a web page, a file.
      ['\u202aa@b.co\u202c', 'a@b.co'],
      ['\u2068a@b.co\u2069\u200e ', 'a@b.co'],
      ['a@b.co\u200b', 'a@b.co'],
      ['\u200b mailto:a@ex\u00adample.co', 'a@example.co'],
      ['\ufeffa@b.co\u2060', 'a@b.co'],
      ['a@نامه\u200cای.ایران', 'a@نامه\u200cای.ایران'],
      ['', ''],
    ];
    for (const [pasted, clean] of table) expect(cleanAddress(pasted), JSON.stringify(pasted)).to.equal(clean);
  });
});

describe('notifyMeFormView', () => {
  const view = (phase: SignUpPhase, state = 'sold-out', back = false): ReturnType<typeof notifyMeFormView> =>
    notifyMeFormView({ state } as Offer, phase, back, ENGLISH);

  it('has its texts in every phase', () => {
    for (const phase of ['ready', 'missing', 'invalid', 'sending', 'failed', 'done'] as const) {
      const { error: _error, status: _status, ...texts } = view(phase);
      for (const [name, text] of Object.entries(texts)) expect(text, `${phase} ${name}`).not.to.equal('');
    }
  });

  it('asks otherwise for what is not out yet', () => {
    expect(view('ready', 'coming-soon').heading).to.equal('Tell me when I can order it');
    expect(view('ready').heading).to.equal('Tell me when it is back');
  });

  it('has an error of the field or a status, and never both', () => {
    const table: Record<SignUpPhase, readonly [string, string]> = {
      ready: ['', ''],
      missing: ['Enter your', ''],
      invalid: ['Enter a full', ''],
      sending: ['', 'Sending'],
      failed: ['', 'That did not'],
      done: ['', 'Thank you'],
      // Said so until the words for it are there.
      refused: ['Enter a full', ''],
      wait: ['', 'That did not'],
      pending: ['', 'Thank you'],
      already: ['', 'Thank you'],
    };
    for (const [phase, [error, status]] of Object.entries(table)) {
      const found = view(phase as SignUpPhase);
      expect(found.error.startsWith(error), phase).to.equal(true);
      expect(found.status.startsWith(status), phase).to.equal(true);
      expect([found.error, found.status].filter(Boolean).length, phase).to.equal(phase === 'ready' ? 0 : 1);
    }
  });

  it('S10 says that it can be ordered again while nothing else is to be said', () => {
    expect(view('ready', 'in-stock', true).status).to.equal('Good news: you can order it now.');
    expect(view('sending', 'in-stock', true).status).to.equal('Sending…');
    expect(view('done', 'in-stock', true).status).to.match(/^Thank you/);
  });
});
