// The demo page of the guard: findings follow what is typed, and lead to their place.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDemo, until } from '../support/demo-browser.mjs';

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

/** The rules of all findings, in their order. */
const rules = (page) => page.$$eval('[data-findings] > li p code', (all) => all.map((it) => it.textContent));

describe('the guard’s findings', () => {
  it('shows what the command would find in the example, and follows what is typed', async () => {
    const { page, said, close } = await demo.visit('guard.html');
    try {
      await until(page, 'findings', () => document.querySelectorAll('[data-findings] > li').length > 5);
      const first = await rules(page);
      for (const rule of [
        'no-date',
        'date-passed',
        'vague-words',
        'lost-date',
        'insecure-address',
        'unknown-field',
      ]) {
        assert.ok(first.includes(rule), rule);
      }
      const clean = { version: 1, products: [{ id: '<img src=x onerror=alert(1)>', onHand: 1 }] };
      await page.$eval(
        '#document',
        (field, value) => {
          field.value = value;
          field.dispatchEvent(new window.Event('input', { bubbles: true }));
        },
        JSON.stringify(clean),
      );
      await until(page, 'nothing to mend', () =>
        document.querySelector('[data-summary]').textContent.startsWith('Nothing to mend'),
      );
      assert.deepEqual(await rules(page), []);
      assert.deepEqual(said, []);
    } finally {
      await close();
    }
  });

  it('a region that is left out asks for nothing; a place is marked in the document', async () => {
    const { page, close } = await demo.visit('guard.html');
    try {
      await until(page, 'findings', () => document.querySelector('.guard__place'));
      assert.ok((await rules(page)).includes('no-single-day'));
      await page.click('[name=region][value=google]');
      await until(
        page,
        'no finding of Google’s',
        () =>
          ![...document.querySelectorAll('[data-findings] code')].some(
            (it) => it.textContent === 'no-single-day',
          ),
      );
      const [place, selected] = await page.$$eval('.guard__finding', (all) => {
        const finding = all.find((it) => it.textContent.includes('no-date'));
        finding.querySelector('.guard__place').click();
        const field = document.querySelector('#document');
        return [
          finding.querySelector('.guard__place').textContent,
          field.value.slice(field.selectionStart, field.selectionEnd),
        ];
      });
      assert.equal(place, '15:5');
      assert.equal(selected, '{ "id": "kettle", "onHand": 0 },');
    } finally {
      await close();
    }
  });
});
