import { expect } from '@open-wc/testing';
import { languageFor, LANGUAGES } from '../../src/messages/languages.js';
import { SIGN_UP_LANGUAGES, withSignUpWords } from '../../src/messages/sign-up-words.js';

const wordsOf = async (tag: string): Promise<Readonly<Record<string, string>>> => {
  const { messages } = await withSignUpWords(await languageFor(tag));
  const own = Object.entries(messages as unknown as Record<string, unknown>).filter(([name]) =>
    /^(?:sign-up|choice)\./.test(name),
  );
  return Object.fromEntries(own) as Record<string, string>;
};

describe('the sign-up’s words', () => {
  it('are there in every language that we have', () => {
    expect([...SIGN_UP_LANGUAGES].sort()).to.deep.equal([...LANGUAGES].sort());
  });

  for (const tag of LANGUAGES) {
    it(`${tag}: all of them, in its own words, without stray blanks, dashes or braces`, async () => {
      const english = await wordsOf('en');
      const words = await wordsOf(tag);
      expect(Object.keys(words)).to.deep.equal(Object.keys(english));
      for (const [name, text] of Object.entries(words)) {
        expect(text, name).to.match(/^\S(?:.*\S)?$/);
        expect(text, name).not.to.match(
          /\s\s|\u2014|\.\.\.|[{}<>]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
        );
        if (tag !== 'en') expect(text, name).not.to.equal(english[name]);
      }
    });
  }

  it('are the merchant’s own where the merchant has some, and marked where nobody has translated them', async () => {
    const language = await languageFor('de');
    const own = { ...language, messages: { ...language.messages, 'choice.legend': 'Ihre Wahl' } };
    expect((await withSignUpWords(own)).messages['choice.legend']).to.equal('Ihre Wahl');
    for (const text of Object.values(await wordsOf('en-XA'))) expect(text).to.match(/^\[.*\]$/);
  });
});
