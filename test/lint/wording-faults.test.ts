import { expect } from '@open-wc/testing';
import { wordingFaults } from '../../src/lint/wording-faults.js';
import type { Messages } from '../../src/messages/catalogue.js';
import { messages as english } from '../../src/messages/en.js';
import { LANGUAGES, languageFor } from '../../src/messages/languages.js';

const rules = (name: string, text: string, tag = 'en'): readonly string[] =>
  wordingFaults(tag, name, text).map(({ rule }) => rule);

describe('wordingFaults', () => {
  for (const tag of LANGUAGES) {
    it(`finds nothing in the shipped wording of ${tag}: no vague word where something can be ordered, no lost date`, async () => {
      const messages: Partial<Messages> = tag === 'en' ? english : (await languageFor(tag)).messages;
      const found = Object.entries(messages).flatMap(([name, message]) => {
        const forms =
          typeof message === 'string'
            ? [[name, message]]
            : Object.entries(message).map(([form, text]) => [`${name}#${form}`, text]);
        return (forms as [string, string][]).flatMap(([it, text]) => wordingFaults(tag, it, text));
      });
      expect(found).to.eql([]);
    });
  }

  it('a vague word beside the place of a date does no harm', () => {
    expect(rules('promise.ship.confirmed', 'Coming soon: ships {when}')).to.eql([]);
    expect(rules('promise.none', 'Coming soon')).to.eql(['vague-words']);
    expect(rules('split.undated', '{now} now, {later} soon')).to.eql(['vague-words']);
  });

  it('a promise without its date has lost it, in every message that tells one', () => {
    for (const name of [
      'promise.ship.estimated',
      'promise.deliver.confirmed',
      'split.dated',
      'when.day',
      'when.quarter',
    ]) {
      expect(rules(name, 'In the spring {now} {later}')).to.include('lost-date');
    }
    expect(rules('when.days', 'in some days')).to.eql(['lost-date']);
    expect(rules('when.days#one', 'tomorrow')).to.eql([]);
    expect(rules('when.month', 'in {date}')).to.eql([]);
  });

  it('finds names, values and markup that do nothing', () => {
    expect(rules('constructor', 'x')).to.eql(['unknown-message']);
    expect(rules('badge.backorder', 'On order {when}')).to.eql(['unknown-placeholder']);
    expect(rules('badge.backorder', '<b>On order</b>')).to.eql(['markup']);
    expect(rules('badge.backorder', '  ')).to.eql(['empty-wording']);
    expect(rules('limit.most', 'You cannot have that many.')).to.eql(['missing-placeholder']);
  });
});
