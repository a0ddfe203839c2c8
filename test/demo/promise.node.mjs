// The promise playground: what is changed in its form is what its words follow.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDemo, until } from '../support/demo-browser.mjs';

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

const promise = (page) => page.$eval('[data-promise]', (it) => it.textContent);
const set = (page, name, value) =>
  page.$eval(
    `[name=${name}]`,
    (field, wanted) => {
      field.value = wanted;
      field.dispatchEvent(new window.Event('input', { bubbles: true }));
    },
    value,
  );

describe('the promise playground', () => {
  it('follows quantity, destination, language, clock and what cannot be read, without a word on the console', async () => {
    const { page, said, close } = await demo.visit('promise.html');
    const says = (words) =>
      until(page, words, (it) => document.querySelector('[data-result]').textContent.includes(it), words);
    await says('2 now, 3 between January 2027');
    // Two of them come with what is left of the first shipment.
    assert.match(await page.$eval('[data-parts]', (it) => it.textContent), /2between December 3/u);
    // The year of what comes in another one; what scrolls sideways on a phone can be reached by keyboard and has a name.
    assert.match(await page.$eval('[data-windows]', (it) => it.textContent), /Jan 1 – Feb 28, 2027/u);
    assert.deepEqual(
      await page.$$eval('.table-scroll', (all) => all.map((it) => [it.tabIndex, it.ariaLabel])),
      [
        [0, 'When the pieces come'],
        [0, 'The sum'],
      ],
    );
    assert.equal(await page.$eval('option[value=ja]', (it) => it.lang), 'ja');
    await set(page, 'wanted', '3');
    await says('2 now, 1 between December 3');
    await set(page, 'destination', '');
    await says('2 now, 1 on December 2');
    await set(page, 'language', 'de');
    await says('2 sofort, 1 am 2. Dezember');
    await set(page, 'clock', '2027-06-01T10:00');
    await says('noch offenen Termin');
    await set(page, 'holidays', 'Christmas');
    await until(page, 'what was not read', () =>
      document.querySelector('[data-sum]').textContent.includes('not read'),
    );
    assert.match(await promise(page), /noch offenen Termin/u);
    assert.deepEqual(said, []);
    await close();
  });
});
