import { expect } from '@open-wc/testing';
import { signUpSettings, TARGETS } from '../../src/availability/sign-up-settings.js';

const of = (told: unknown): ReturnType<typeof signUpSettings> => signUpSettings(told);
const paths = (told: unknown): readonly string[] => of(told).problems.map(({ path }) => path);

const NEEDS: Readonly<Record<string, object>> = {
  endpoint: { url: '/sign-ups' },
  klaviyo: { companyId: 'AbC123' },
};

describe('signUpSettings', () => {
  it('reads each target, by e-mail where nothing else is told', () => {
    for (const target of Object.keys(TARGETS)) {
      const { settings, problems } = of({ target, ...NEEDS[target] });
      expect(problems, target).to.deep.equal([]);
      expect(settings?.target).to.equal(target);
      expect(settings?.channels).to.deep.equal(['email']);
      expect([settings?.quantity, settings?.anyVariant, settings?.bare]).to.deep.equal([
        false,
        false,
        undefined,
      ]);
    }
  });

  it('an address alone is an endpoint of the first contract', () => {
    expect(of({ url: '/s' }).settings).to.deep.include({ target: 'endpoint', bare: true, url: '/s' });
  });

  it('is no target without what it needs, or under a name that nobody has', () => {
    for (const told of [
      { target: 'endpoint' },
      { target: 'endpoint', url: 'javascript:canary()' },
      { target: 'klaviyo' },
      { target: 'mailchimp', url: '/s' },
      { target: 5, url: '/s' },
      { target: ['klaviyo'] },
      { target: 'constructor' },
      'klaviyo',
      [],
      5,
    ]) {
      expect(of(told).settings, JSON.stringify(told)).to.equal(undefined);
    }
    expect(paths({ target: 'mailchimp' })).to.deep.equal(['signUp.target']);
    expect(paths({ target: 'endpoint' })).to.deep.equal(['signUp.url']);
  });

  it('P20 takes Klaviyo’s public key only, and repeats no private one', () => {
    const told = { target: 'klaviyo', companyId: 'pk_0123456789abcdef0123456789abcdef01' };
    const { settings, problems } = of(told);
    expect(settings).to.equal(undefined);
    expect(problems.map(({ path, expected }) => [path, expected])).to.deep.equal([
      ['signUp.companyId', 'public key'],
    ]);
    expect(JSON.stringify(problems)).not.to.include('0123456789');
    for (const companyId of ['', 'a', 'a b c d e', 'x&y=1', 'AbC123\n', 7, {}, null]) {
      expect(of({ target: 'klaviyo', companyId }).settings, JSON.stringify(companyId)).to.equal(undefined);
    }
  });

  it('H35 a key that is no text, and cannot be made one, is refused like any other', () => {
    for (const companyId of [{ toString: 1 }, { toString: null, valueOf: null }, ['pk_secret'], 5, true]) {
      expect(paths({ target: 'klaviyo', companyId })).to.deep.equal(['signUp.companyId']);
    }
  });

  it('keeps the channels that a target can, each once, and notes the others', () => {
    const told = { target: 'swym', channels: ['email', 'sms', 'email', 'pigeon', 5] };
    expect(of(told).settings?.channels).to.deep.equal(['email']);
    expect(paths(told)).to.deep.equal(['signUp.channels[1]', 'signUp.channels[3]']);
    const all = { target: 'klaviyo', companyId: 'AbC123', channels: ['push', 'whatsapp', 'sms', 'email'] };
    expect(of(all).settings?.channels).to.deep.equal(['push', 'whatsapp', 'sms', 'email']);
    for (const channels of [[], 'email', {}, ['sms']]) {
      expect(of({ target: 'woocommerce', channels }).settings?.channels).to.deep.equal(['email']);
    }
  });

  it('notes what a target cannot take', () => {
    expect(paths({ target: 'klaviyo', companyId: 'AbC123', quantity: true, anyVariant: true })).to.deep.equal(
      ['signUp.quantity', 'signUp.anyVariant'],
    );
    expect(paths({ target: 'swym', quantity: false })).to.deep.equal([]);
    expect(of({ target: 'endpoint', url: '/s', quantity: true }).settings?.quantity).to.equal(true);
  });

  it('P08 has consent to marketing only with its wording and that wording’s version', () => {
    const marketing = { version: '2026-11', text: { en: 'Send me news.' } };
    expect(of({ target: 'endpoint', url: '/s', marketing }).settings?.marketing).to.deep.equal(marketing);
    for (const bad of [
      { version: '1' },
      { text: { en: 'x' } },
      { version: '', text: { en: 'x' } },
      { version: '1', text: {} },
      true,
    ]) {
      const told = { target: 'endpoint', url: '/s', marketing: bad };
      expect(of(told).settings?.marketing, JSON.stringify(bad)).to.equal(undefined);
      expect(paths(told)).not.to.deep.equal([]);
    }
    // WooCommerce's form takes none; Klaviyo's with a list.
    expect(of({ target: 'woocommerce', marketing }).settings?.marketing).to.equal(undefined);
    const klaviyo = { target: 'klaviyo', companyId: 'AbC123', marketing };
    expect(of(klaviyo).settings?.marketing).to.equal(undefined);
    expect(of({ ...klaviyo, listId: 'Y6nRLr' }).settings?.marketing).to.deep.equal(marketing);
  });

  it('reads nothing that another script has put on Object.prototype', () => {
    const polluted = Object.prototype as { target?: unknown; marketing?: unknown };
    polluted.target = 'page';
    polluted.marketing = { version: '1', text: { en: 'x' } };
    try {
      expect(of({ url: '/s' }).settings).to.deep.include({ target: 'endpoint' });
      expect(of({ url: '/s' }).settings?.marketing).to.equal(undefined);
      expect(of({}).settings).to.equal(undefined);
    } finally {
      delete polluted.target;
      delete polluted.marketing;
    }
  });
});
