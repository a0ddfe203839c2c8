import { expect } from '@open-wc/testing';
import type { Messages } from '../../src/messages/catalogue.js';
import { withMore } from '../../src/messages/en-more.js';
import { languageFor, LANGUAGES } from '../../src/messages/languages.js';

const tables = await Promise.all(
  LANGUAGES.map(async (tag) => ({ tag, messages: withMore(await languageFor(tag)).messages })),
);
const english = tables.find(({ tag }) => tag === 'en')?.messages as Messages;
const names = Object.keys(english) as (keyof Messages)[];

/** All texts of a message, with the plural category of each. */
function formsOf(message: Messages[keyof Messages]): readonly (readonly [string, string])[] {
  return typeof message === 'string' ? [['other', message]] : Object.entries(message);
}

const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();

describe('messages', () => {
  it('are there in at least three languages, one of them read from right to left', () => {
    expect(LANGUAGES).to.include.members(['en', 'de', 'ar']);
  });

  for (const { tag, messages } of tables) {
    describe(tag, () => {
      it('has every message of the English and no other', () => {
        expect(Object.keys(messages).sort()).to.deep.equal([...names].sort());
      });

      it('has a text for every message and form, without stray blanks', () => {
        for (const name of names) {
          for (const [form, text] of formsOf(messages[name])) {
            expect(text, `${name} ${form}`).to.match(/^\S(?:.*\S)?$/);
          }
        }
      });

      it('has the placeholders of the English in every message', () => {
        for (const name of names) {
          const wanted = [
            ...new Set(formsOf(english[name]).flatMap(([, text]) => placeholdersOf(text))),
          ].sort();
          for (const [form, text] of formsOf(messages[name])) {
            const there = placeholdersOf(text);
            // "In one day" needs no number; every other form says it.
            if (form === 'one' || form === 'two') {
              for (const it of there) expect(wanted, `${name} ${form}`).to.include(it);
            } else expect(there, `${name} ${form}`).to.deep.equal(wanted);
          }
        }
      });

      it('has no braces but those of placeholders, and no markup', () => {
        for (const name of names) {
          for (const [, text] of formsOf(messages[name])) {
            expect(text.replace(/\{\w+\}/g, ''), name).not.to.match(/[{}<>]/);
          }
        }
      });

      it('names only plural forms that the language has, and always the general one', () => {
        const known = new Intl.PluralRules(tag).resolvedOptions().pluralCategories as readonly string[];
        for (const name of names) {
          const forms = formsOf(messages[name]).map(([form]) => form);
          expect(forms, name).to.include('other');
          for (const form of forms) expect(known, name).to.include(form);
        }
      });
    });
  }

  it('A31 the label that is shown stands at the start of what a button is called, in every language', () => {
    for (const { tag, messages } of tables) {
      for (const [name, text] of Object.entries(messages)) {
        if (name.startsWith('button.')) expect(text, `${tag} ${name}`).to.match(/\p{L}{2}/u);
      }
    }
  });
});
