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

/** Characters as a reader counts them. */
const lengthOf = (text: string): number => [...new Intl.Segmenter('en').segment(text)].length;

/** The plural forms that whole numbers take in a language, from the least one that a message can have. */
function reached(tag: string, name: string): ReadonlySet<string> {
  const rules = new Intl.PluralRules(tag);
  const least = /-range$|^split\.together$/.test(name) ? 2 : 1;
  return new Set(Array.from({ length: 1000 }, (_, index) => rules.select(least + index)));
}

/** Words that are the same in English: names of things that came with their English word. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  id: ['badge.preorder'],
  nl: ['badge.preorder', 'when.month'],
};

/** Where there is a date, or the lack of one is said, none of these may stand in for it. */
const VAGUE =
  /\b(?:soon|shortly|bientôt|prochainement|demnächst|bald|próximamente|pronto|prossimamente|presto|em breve|brevemente|binnenkort|snart|wkrótce|brzy|čoskoro|kmalu|uskoro|netrukus|peagi|pian|hamarosan|în curând|yakında|segera)\b|قريب|скоро|незабаром|σύντομα|בקרוב|जल्द|近日|まもなく|곧|即将|即將|เร็วๆ|sắp/iu;

describe('messages', () => {
  it('are there in 37 languages, two of them read from right to left', () => {
    const wanted =
      'ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nb nl pl pt-BR pt-PT ro ru sk sl sv th tr uk vi zh-Hans zh-Hant';
    expect([...LANGUAGES].sort()).to.deep.equal(wanted.split(' ').sort());
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
            expect(text, `${name} ${form}`).not.to.match(
              /\s\s|\u2014|\.\.\.|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
            );
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
              for (const it of wanted.filter((brace) => brace !== 'count'))
                expect(there, name).to.include(it);
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

      it('T13 has the plural forms of the language where words follow the count, and no others', () => {
        const known = new Intl.PluralRules(tag).resolvedOptions().pluralCategories as readonly string[];
        for (const name of names) {
          const forms = formsOf(messages[name]).map(([form]) => form);
          expect(forms, name).to.include('other');
          for (const form of forms) expect(known, name).to.include(form);
          if (forms.length === 1) continue;
          for (const form of reached(tag, name)) {
            expect(forms, `${name} for ${form}`).to.include(form);
          }
        }
      });

      it('a form for one that is also that of 21 or 101 says the number', () => {
        const rules = new Intl.PluralRules(tag);
        for (const form of ['zero', 'one', 'two']) {
          const counts = Array.from({ length: 200 }, (_, index) => index + 1);
          if (counts.filter((count) => rules.select(count) === form).length < 2) continue;
          for (const name of names) {
            for (const [its, text] of formsOf(messages[name])) {
              if (its === form && formsOf(english[name]).some(([, it]) => it.includes('{count}'))) {
                expect(text, name).to.include('{count}');
              }
            }
          }
        }
      });

      it('fits where it stands: labels of buttons in 24 characters, badges in 18', () => {
        for (const name of names) {
          const most = name.startsWith('button.') ? 24 : name.startsWith('badge.') ? 18 : Infinity;
          for (const [, text] of formsOf(messages[name])) expect(lengthOf(text), text).to.be.at.most(most);
        }
      });

      it('says how sure a date is', () => {
        for (const basis of ['ship', 'deliver'] as const) {
          const { [`promise.${basis}.confirmed`]: sure, [`promise.${basis}.estimated`]: unsure } =
            messages as unknown as Record<string, string>;
          expect(sure).not.to.equal(unsure);
        }
        expect(messages['explain.estimated']).not.to.equal(messages['explain.confirmed']);
        expect(messages['promise.none']).not.to.equal(messages['promise.withheld']);
      });

      it('is never vague about what can be bought', () => {
        const buyable = /backorder|preorder|promise\.|when\.|split|cart\.|in-stock|limit/;
        for (const name of names.filter((it) => buyable.test(it))) {
          for (const [, text] of formsOf(messages[name])) expect(text, name).not.to.match(VAGUE);
        }
      });

      if (tag !== 'en') {
        it('is not English', () => {
          for (const name of names) {
            // A message of nothing but placeholders is alike in many languages.
            const same = formsOf(messages[name]).filter(
              ([, text]) =>
                formsOf(english[name]).some(([, it]) => it === text) &&
                /\p{L}/u.test(text.replace(/\{\w+\}/g, '')),
            );
            if (!SAME[tag]?.includes(name)) expect(same, name).to.deep.equal([]);
          }
        });
      }
    });
  }

  it('A31 the label that is shown stands at the start of what a button is called, in every language', () => {
    for (const { tag, messages } of tables) {
      for (const [name, text] of Object.entries(messages)) {
        if (name.startsWith('button.')) expect(text, `${tag} ${name}`).to.match(/\p{L}[\p{L}\p{M}]/u);
      }
    }
  });
});
