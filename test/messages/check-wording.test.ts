import { expect } from '@open-wc/testing';
import type { Messages } from '../../src/messages/catalogue.js';
import { checkWording } from '../../src/messages/check-wording.js';
import { messages as english } from '../../src/messages/en.js';
import { languageFor, LANGUAGES } from '../../src/messages/languages.js';

const codes = (...asked: Parameters<typeof checkWording>): readonly string[] =>
  checkWording(...asked).map(({ code }) => code);

describe('checkWording', () => {
  it('has nothing to say of a text with the right braces, in any order', () => {
    expect(checkWording('badge.backorder', 'On its way')).to.deep.equal([]);
    expect(checkWording('promise.ship.confirmed', 'Leaves us {when}')).to.deep.equal([]);
    expect(checkWording('when.range', '{end} at the latest, {start} at the earliest')).to.deep.equal([]);
    expect(checkWording('when.days', 'within {count} d')).to.deep.equal([]);
  });

  it('says of a name that we never say it, also of names that every object has', () => {
    for (const name of ['badge.back-order', '', '#one', 'constructor', '__proto__', 'toString', 'a#b#c']) {
      expect(codes(name, 'x'), name).to.deep.equal(['unknown-message']);
    }
    expect(checkWording('badge.back-order', 'x')[0]?.text).to.include('badge.back-order');
  });

  it('says which braces get no value, and which there are', () => {
    const [problem, ...others] = checkWording('promise.release', 'From {date}: {when}');
    expect(others).to.deep.equal([]);
    expect(problem?.code).to.equal('unknown-placeholder');
    expect(problem?.text).to.include('{date}').and.to.include('{when}');
    expect(codes('badge.backorder', '{when}')).to.deep.equal(['unknown-placeholder']);
    // What is no placeholder when the message is said, is none here.
    expect(codes('badge.backorder', '{ when } {when {}')).to.deep.equal([]);
  });

  it('says that a text keeps something from the shopper', () => {
    expect(codes('promise.release', 'Available later')).to.deep.equal(['missing-placeholder']);
    expect(codes('split.dated', '{now} now, the rest {when}')).to.deep.equal(['missing-placeholder']);
    expect(codes('promise.release', 'From {WHEN}')).to.deep.equal([
      'unknown-placeholder',
      'missing-placeholder',
    ]);
  });

  it('lets the forms for one and two do without a number, not the others', () => {
    expect(codes('when.days', 'tomorrow', 'one')).to.deep.equal([]);
    expect(codes('when.days#one', 'tomorrow')).to.deep.equal([]);
    expect(codes('when.days#few', 'in some days')).to.deep.equal(['missing-placeholder']);
    expect(codes('when.days', 'in some days')).to.deep.equal(['missing-placeholder']);
  });

  it('says which plural forms there are none of: at all, in a language, in a message', () => {
    expect(codes('when.days', '{count} days', 'some')).to.deep.equal(['unknown-category']);
    expect(codes('when.days#few', '{count} days')).to.deep.equal([]);
    expect(codes('when.days#few', '{count} days', undefined, 'en')).to.deep.equal(['unknown-category']);
    expect(codes('when.days#few', '{count} dny', undefined, 'cs')).to.deep.equal([]);
    expect(codes('when.days#few', '{count}', undefined, 'not a tag')).to.deep.equal([]);
    expect(codes('badge.backorder#one', 'x')).to.deep.equal(['no-count']);
  });

  it('finds nothing wrong with our own texts in any language', async () => {
    for (const tag of LANGUAGES) {
      const { messages } = await languageFor(tag);
      for (const name of Object.keys(english) as (keyof Messages)[]) {
        const message = messages[name] ?? english[name];
        for (const [form, text] of typeof message === 'string' ? [] : Object.entries(message)) {
          expect(checkWording(name, text, form, tag), `${tag} ${name}#${form}`).to.deep.equal([]);
        }
        if (typeof message === 'string') expect(checkWording(name, message), `${tag} ${name}`).to.be.empty;
      }
    }
  });
});
