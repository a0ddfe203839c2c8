import { expect } from '@open-wc/testing';
import { allowedAddress, webAddress } from '../../src/outbox/allowed-address.js';

describe('allowedAddress', () => {
  const page = 'https://shop.example/products/table?x=1#y';

  it('is any address of the page’s own origin', () => {
    expect(allowedAddress('/sign-ups', page, [])).to.equal('https://shop.example/sign-ups');
    expect(allowedAddress('sign-ups', page, [])).to.equal('https://shop.example/products/sign-ups');
    expect(allowedAddress('https://shop.example/a?b=c', page, [])).to.equal('https://shop.example/a?b=c');
  });

  it('H27 is another origin only when the page has named it', () => {
    const foreign = 'https://mail.example/sign-ups';
    expect(allowedAddress(foreign, page, [])).to.equal(undefined);
    expect(allowedAddress(foreign, page, ['https://mail.example'])).to.equal(foreign);
    for (const other of [
      'mail.example',
      'https://mail.example/',
      '*',
      'http://mail.example',
      'https://mail.example:444',
      '',
    ]) {
      expect(allowedAddress(foreign, page, [other]), other).to.equal(undefined);
    }
  });

  it('H06 is not what only looks like the own origin', () => {
    for (const trick of [
      '//evil.example/x',
      '\\\\evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'https://shop.example.evil.example/',
      'https://shop.example@evil.example/',
      'https://evil.example#https://shop.example',
      'https://[',
      'http://shop.example/',
    ]) {
      expect(allowedAddress(trick, page, []), trick).to.equal(undefined);
    }
  });

  it('is none with a name and password in it', () => {
    expect(allowedAddress('https://me:secret@shop.example/x', page, [])).to.equal(undefined);
  });

  it('N32 is not insecure on a secure page', () => {
    expect(allowedAddress('http://mail.example/', page, ['http://mail.example'])).to.equal(undefined);
    const insecure = 'http://localhost:8000/p';
    expect(allowedAddress('/sign-ups', insecure, [])).to.equal('http://localhost:8000/sign-ups');
  });
});

describe('webAddress', () => {
  it('H04 H05 is never a script or another scheme, however it is spelt', () => {
    for (const evil of [
      'javascript:canary()',
      'JaVaScRiPt:canary()',
      ' javascript:canary()',
      'java\nscript:canary()',
      '\u0001javascript:canary()',
      'javascript\t:canary()',
      'data:text/html,<script>canary()</script>',
      'blob:https://shop.example/x',
      'vbscript:x',
      'intent://x',
      'mailto:a@b.c',
      'file:///etc/passwd',
      'about:blank',
      'ftp://x',
      'ws://x',
    ]) {
      expect(webAddress(evil, 'https://shop.example/'), evil).to.equal(undefined);
    }
  });

  it('is what a browser makes of a web address', () => {
    expect(webAddress('/privacy', 'https://shop.example/a/b')?.href).to.equal('https://shop.example/privacy');
    expect(webAddress('HTTPS://A.example', 'https://shop.example/')?.href).to.equal('https://a.example/');
  });
});
