import { expect } from '@open-wc/testing';
import { originOf, takesSignUps } from '../../src/page/takes-sign-ups.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, tell } from '../support/element-page.js';
import { told } from '../support/told.js';

describe('takesSignUps', () => {
  elementPage();

  const at = (url: string): void => tell(told([], { signUp: { url } }));

  it('does not where nobody has said where to', () => {
    expect(takesSignUps()).to.equal(false);
    expect(takesSignUps(put('<notify-me-form></notify-me-form>'))).to.equal(false);
  });

  it('does where the document names an address of the page’s own', () => {
    at('/sign-ups');
    expect(takesSignUps()).to.equal(true);
    at(`${location.origin}/x`);
    expect(takesSignUps()).to.equal(true);
  });

  it('H27 does for another origin only when the page has named it', () => {
    at('https://mail.example/x');
    expect(takesSignUps()).to.equal(false);
    shared().config.signUpOrigins = ['https://mail.example'];
    expect(takesSignUps()).to.equal(true);
  });

  it('does where the page takes them itself', () => {
    expect(takesSignUps(put('<notify-me-form target="page"></notify-me-form>'))).to.equal(true);
    expect(takesSignUps(put('<notify-me-form target="other"></notify-me-form>'))).to.equal(false);
  });
});

describe('originOf', () => {
  it('is that of an address, seen from the page; empty for none', () => {
    expect(originOf('/a')).to.equal(location.origin);
    expect(originOf('https://a.example:8443/x')).to.equal('https://a.example:8443');
    for (const odd of [undefined, '', 'https://', 'http://[']) expect(originOf(odd), odd).to.equal('');
  });
});
