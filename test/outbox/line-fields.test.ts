import { expect } from '@open-wc/testing';
import { parseDateWindow, type DateWindow } from '../../src/availability/date-window.js';
import type { Offer } from '../../src/availability/offer.js';
import { removeLineFields, setLineFields } from '../../src/outbox/line-fields.js';
import { lineRecord } from '../../src/outbox/line-record.js';

const NAMES = { text: 'properties[Availability]', record: 'properties[_backorder]' };

function formWith(html = '<input name="id" value="1">'): HTMLFormElement {
  const form = document.createElement('form');
  form.innerHTML = html;
  return form;
}

const sent = (form: HTMLFormElement): readonly (readonly [string, FormDataEntryValue])[] => [
  ...new FormData(form).entries(),
];

describe('setLineFields', () => {
  it('D28 puts the promise where FormData, serialised inputs and names all find it', () => {
    const form = formWith();
    setLineFields(form, NAMES, 'Backorder: Ships on 12 December', '1;backorder');
    expect(sent(form)).to.deep.equal([
      ['id', '1'],
      ['properties[Availability]', 'Backorder: Ships on 12 December'],
      ['properties[_backorder]', '1;backorder'],
    ]);
    expect(form.querySelectorAll('input[type=hidden]')).to.have.length(2);
  });

  it('changes what is there, and writes nothing that is right already', async () => {
    const form = formWith();
    setLineFields(form, NAMES, 'a', 'b');
    const [text] = form.querySelectorAll('input[data-backorder-field]');
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(form, { subtree: true, childList: true, attributes: true, characterData: true });
    setLineFields(form, NAMES, 'a', 'b');
    await Promise.resolve();
    expect(seen.concat(observer.takeRecords())).to.deep.equal([]);
    setLineFields(form, NAMES, 'c', 'b');
    expect(form.querySelector('input[data-backorder-field]')).to.equal(text);
    expect(sent(form)[1]).to.deep.equal(['properties[Availability]', 'c']);
    observer.disconnect();
  });

  it('a field without a name or without a value is not sent', () => {
    const form = formWith('');
    setLineFields(form, { text: '', record: NAMES.record }, 'a', 'b');
    expect(sent(form)).to.deep.equal([[NAMES.record, 'b']]);
    setLineFields(form, NAMES, 'a', '');
    expect(sent(form)).to.deep.equal([[NAMES.text, 'a']]);
  });

  it('takes over the inputs of a copied form', () => {
    const form = formWith();
    setLineFields(form, NAMES, 'a', 'b');
    const copy = form.cloneNode(true) as HTMLFormElement;
    setLineFields(copy, NAMES, 'c', 'd');
    expect(sent(copy).map(([, value]) => value)).to.deep.equal(['1', 'c', 'd']);
    expect(sent(form).map(([, value]) => value)).to.deep.equal(['1', 'a', 'b']);
  });

  it('removeLineFields leaves the form as it was', () => {
    const form = formWith();
    const before = form.innerHTML;
    setLineFields(form, NAMES, 'a', 'b');
    removeLineFields(form);
    expect(form.innerHTML).to.equal(before);
    removeLineFields(form);
    expect(form.innerHTML).to.equal(before);
  });

  it('H03 markup in a promise stays text', () => {
    const form = formWith('');
    const evil = '"><img src=x: onerror=canary()>';
    setLineFields(form, NAMES, evil, evil);
    expect(form.querySelector('img')).to.equal(null);
    expect(sent(form)[0]?.[1]).to.equal(evil);
  });

  it('D26 a form with fields named like its own properties is no hindrance', () => {
    const names = ['id', 'action', 'method', 'name', 'submit', 'target', 'length', 'reset', 'title'];
    const form = formWith(names.map((name) => `<input name="${name}" value="x">`).join(''));
    setLineFields(form, NAMES, 'a', 'b');
    expect(sent(form)).to.have.length(names.length + 2);
  });
});

describe('lineRecord', () => {
  const offer = (more: Partial<Offer>): Offer =>
    ({
      state: 'backorder',
      reason: 'beyond-shelf',
      wanted: 1,
      quantity: { min: 1, step: 1 },
      ...more,
    }) as Offer;
  const window = parseDateWindow('2026-12-01/2026-12-05') as DateWindow;

  it('tells what was promised, versioned, in one line', () => {
    const told = offer({
      split: { now: 0, later: 2, refused: 0 },
      promise: {
        window,
        basis: 'ship',
        confidence: 'estimated',
        event: 'restock',
        asOf: Date.UTC(2026, 10, 22, 9, 0, 59),
      },
    });
    expect(lineRecord(told, 'en')).to.equal(
      '1;backorder;0+2;2026-12-01/2026-12-05;day;ship;estimated;2026-11-22T09:00Z;en',
    );
  });

  it('leaves empty what was not promised', () => {
    expect(lineRecord(offer({ state: 'preorder' }), 'de-CH')).to.equal('1;preorder;;;;;;;de-CH');
    expect(lineRecord(offer({ split: { now: 1, later: 1, refused: 0 } }), 'ar')).to.equal(
      '1;backorder;1+1;;;;;;ar',
    );
  });

  it('has the same nine fields in every case', () => {
    for (const told of [
      offer({}),
      offer({ promise: { window, basis: 'deliver', confidence: 'confirmed', event: 'release' } }),
    ]) {
      expect(lineRecord(told, 'en').split(';')).to.have.length(9);
    }
  });
});
