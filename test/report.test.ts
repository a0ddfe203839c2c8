import { expect } from '@open-wc/testing';
import { report } from '../src/report.js';
import { quietConsole, takeWarnings } from './support/quiet.js';

describe('report', () => {
  quietConsole();

  it('warns with our name, the code and where it is explained', () => {
    report('bad-thing', 'expected this, got that.');
    expect(takeWarnings()).to.deep.equal([
      '[backorder-elements] bad-thing: expected this, got that. (README.md#problems, bad-thing)',
    ]);
  });

  it('warns once of one thing, and again of another', () => {
    for (let times = 0; times < 3; times += 1) {
      report('bad-thing', 'x', 'a');
      report('bad-thing', 'x', 'b');
      report('other-thing', 'x', 'a');
    }
    expect(takeWarnings()).to.have.length(3);
  });

  it('falls silent on a page where everything is wrong', () => {
    for (let index = 0; index < 1000; index += 1) report('bad-thing', 'x', String(index));
    expect(takeWarnings().length).to.be.within(10, 30);
  });

  it('H01 takes any text', () => {
    report('bad-thing', '<img src=x: onerror=canary()> %s %c %o \0 \ud800', '__proto__');
    expect(takeWarnings()[0]).to.include('%s %c %o');
  });
});
