import { expect } from '@open-wc/testing';
import type { Plural } from '../../src/messages/catalogue.js';
import { messages as english } from '../../src/messages/en.js';
import { languageFor, LANGUAGES } from '../../src/messages/languages.js';
import { messages, pseudo } from '../../src/messages/pseudo.js';
import { say } from '../../src/messages/say.js';

describe('pseudo', () => {
  it('T20 puts a text into brackets, with accents on every letter, and keeps its placeholders', () => {
    const text = pseudo('Ships {when}, Order by {time}');
    expect(text).to.match(/^\[.*\]$/u);
    expect(text).to.include('{when}').and.to.include('{time}');
    expect(text.replace(/\{\w+\}/g, '')).not.to.match(/[a-z]/i);
    expect(text).to.include('Šĥîþš');
  });

  it('T20 makes it at least two fifths longer', () => {
    for (const message of Object.values(english as unknown as Record<string, string | Plural>)) {
      for (const text of typeof message === 'string' ? [message] : Object.values<string>(message)) {
        expect(pseudo(text).length, text).to.be.at.least(text.replace(/\{\w+\}/g, '').length * 1.4);
      }
    }
  });

  it('T20 is spoken where a page asks for en-XA, with dates and plurals of English', async () => {
    const language = await languageFor('en-XA');
    expect(language.tag).to.equal('en-XA');
    expect(say(language, 'badge.backorder')).to.equal(messages['badge.backorder']);
    expect(say(language, 'when.days', { count: 1 })).not.to.equal(say(language, 'when.days', { count: 2 }));
  });

  it('is none of the languages that we say we have', () => {
    expect(LANGUAGES).not.to.include('en-XA');
  });
});
