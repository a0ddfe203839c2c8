// The table of all languages: read, filtered and operated as by somebody who looks after one of them. And the gallery in a
// language that nobody speaks, where whatever has no brackets was never given out to be translated.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDemo, until } from '../support/demo-browser.mjs';

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

/** Visits a page, waits until its script is through, does something there, and closes it whatever comes of it. */
async function at(path, mark, act, options) {
  const { page, said, close } = await demo.visit(path, options);
  try {
    await until(page, `${path} is filled`, (it) => document.documentElement.dataset[it], mark);
    await act(page);
    assert.deepEqual(said, []);
  } finally {
    await close();
  }
}

/** What is seen of the table: heads, rows with the texts of their cells, and what the line above it says. */
const look = (page) =>
  page.evaluate(() => {
    const visible = (it) => it.checkVisibility();
    const rows = [...document.querySelectorAll('[data-language-table] tbody tr')].filter(visible);
    return {
      heads: [...document.querySelectorAll('[data-language-table] thead th')]
        .filter(visible)
        .map((it) => it.innerText),
      rows: rows.map((row) => [...row.cells].filter(visible).map((it) => it.innerText)),
      count: document.querySelector('[data-language-count]').textContent,
      address: location.search,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });

describe('the table of languages', { concurrency: 2 }, () => {
  it('says every message in every language, with nothing left in braces', () =>
    at('languages.html', 'languages', async (page) => {
      const { heads, rows, count } = await look(page);
      assert.equal(heads.length, 39);
      assert.ok(rows.length > 60);
      for (const row of rows) {
        assert.equal(row.length, heads.length);
        for (const text of row) assert.match(text, /[\p{L}\p{N}]/u);
        assert.doesNotMatch(row.join(' '), /[{}]|undefined|NaN/);
      }
      assert.match(count, /^(\d+) of \1 messages in 37 languages\.$/);
    }));

  it('is filtered by the keyboard alone, and the view can be sent to somebody', () =>
    at('languages.html', 'languages', async (page) => {
      await page.focus('#language');
      await page.keyboard.type('pol');
      await until(page, 'Polish is chosen', () => document.querySelector('#language').value === 'pl');
      await page.keyboard.press('Tab');
      await page.keyboard.type('WHEN.D');
      const { heads, rows, address, count } = await look(page);
      assert.deepEqual(
        heads
          .slice(1)
          .map((it) => it.split(' ')[0])
          .sort(),
        ['English', 'polski'],
      );
      assert.deepEqual(
        rows.map(([name]) => name),
        ['when.day', 'when.days', 'when.days-range'],
      );
      assert.match(rows[1].join(' '), /za 1 dzień\s+za 2 dni/);
      assert.equal(address, '?language=pl&message=WHEN.D');
      assert.match(count, /^3 of \d+ messages in polski \(Polish\)\.$/);
    }));

  it('finds a message by words of the language', () =>
    at('languages.html?language=de&message=Demnächst', 'languages', async (page) => {
      const { rows } = await look(page);
      assert.deepEqual(
        rows.map(([name]) => name),
        ['badge.coming-soon', 'button.coming-soon'],
      );
    }));

  it('stands right in languages that are read from the right', () =>
    at('languages.html?language=he', 'languages', async (page) => {
      const edges = await page.evaluate(() => {
        const cell = [...document.querySelectorAll('td[lang=he]')].find((it) => it.checkVisibility());
        const range = document.createRange();
        range.selectNodeContents(cell.firstChild);
        return { text: range.getBoundingClientRect().right, cell: cell.getBoundingClientRect().right };
      });
      assert.ok(edges.cell - edges.text < 20, `${edges.cell - edges.text} px from the right`);
    }));

  for (const width of [390, 1280]) {
    it(`keeps its heads in sight and fits ${width} px`, () =>
      at(
        'languages.html',
        'languages',
        async (page) => {
          const { overflow, heads } = await look(page);
          assert.equal(overflow, 0);
          assert.equal(heads.length, width === 390 ? 2 : 39);
          const moved = await page.evaluate(() => {
            const place = document.querySelector('[data-language-table]');
            place.scrollTo(1000, 700);
            const top = (it) => it.getBoundingClientRect().top - place.getBoundingClientRect().top;
            const row = [...place.querySelectorAll('tbody th')].find((it) => top(it) > 100);
            return {
              scrolled: place.scrollTop,
              head: top(place.querySelector('thead th')),
              name: row.getBoundingClientRect().left - place.getBoundingClientRect().left,
            };
          });
          assert.equal(moved.scrolled, 700);
          assert.ok(Math.abs(moved.head) < 3 && Math.abs(moved.name) < 3, JSON.stringify(moved));
        },
        { width },
      ));
  }

  it('is a link away from the list of situations', () =>
    demo.visit('situations.html').then(async ({ page, close }) => {
      assert.ok(await page.$('main a[href="/languages.html"]'));
      await close();
    }));
});

/** Runs in the page: what our elements say, each text with the element it is of. What stands in brackets is taken out. */
function unbracketed() {
  const TAGS = 'backorder-badge, eta-notice, preorder-button, notify-me-form';
  const strip = (text) => {
    for (let before = ''; before !== text;) {
      before = text;
      text = text.replace(/\[[^[\]]*\]/g, '');
    }
    return text;
  };
  const found = [];
  const walk = (node, owner) => {
    // What the page's author put inside is theirs, but for our form.
    const theirs =
      node instanceof Element && node.parentElement === owner && !node.matches('[data-backorder-form]');
    if (theirs || node instanceof HTMLStyleElement) return;
    if (node instanceof Text && /\p{L}/u.test(strip(node.data)))
      found.push(`${owner.localName}: ${node.data}`);
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const value = node instanceof Element ? node.getAttribute(name) : '';
      if (value && /\p{L}/u.test(strip(value))) found.push(`${owner.localName} ${name}: ${value}`);
    }
    for (const child of node.childNodes) walk(child, owner);
  };
  let texts = 0;
  for (const owner of document.querySelectorAll(`[lang=en-XA] :is(${TAGS})`)) {
    for (const child of owner.shadowRoot?.childNodes ?? []) walk(child, owner);
    for (const child of owner.childNodes) walk(child, owner);
    texts += 1;
  }
  return { found, texts };
}

/** Runs in the page: opens each explanation after the other, as a shopper can have only one open, and gives what it says. */
async function openAll() {
  const said = [];
  for (const { shadowRoot } of document.querySelectorAll('[lang=en-XA] eta-notice')) {
    const button = shadowRoot?.querySelector('[part=explain]');
    if (!button) continue;
    button.click();
    const shown = () => shadowRoot.querySelector('[part=explanation]:popover-open')?.innerText.trim();
    while (!shown()) await new Promise(requestAnimationFrame);
    said.push(shown());
  }
  return said;
}

describe('the gallery in en-XA', () => {
  for (const width of [320, 1280]) {
    it(`T20 shows no text of ours that was not translated, and cuts none off, at ${width} px`, () =>
      at(
        'gallery.html?beside=en-XA',
        'gallery',
        async (page) => {
          const explained = await page.evaluate(openAll);
          assert.ok(explained.length > 20);
          assert.deepEqual(
            explained.flatMap((text) => (/^(?:\[.*\][.\s]*)+$/su.test(text) ? [] : [text])),
            [],
          );
          const { found, texts } = await page.evaluate(unbracketed);
          assert.ok(texts > 60, `${texts} elements`);
          assert.deepEqual(found, []);
          const cut = await page.evaluate(() =>
            [...document.querySelectorAll('[lang=en-XA] *')].flatMap((owner) =>
              [owner, ...(owner.shadowRoot?.querySelectorAll('*') ?? [])]
                .filter((it) => it.checkVisibility() && getComputedStyle(it).overflowX !== 'visible')
                // What is there for those who hear the page has no room on purpose.
                .filter((it) => getComputedStyle(it).clipPath === 'none')
                .filter(
                  (it) => it.scrollWidth > it.clientWidth + 1 && !it.matches('input, [data-backorder-live]'),
                )
                .map((it) => `${owner.localName} ${it.localName}.${it.className} ${it.part?.value ?? ''}`),
            ),
          );
          assert.deepEqual(cut, []);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(overflow, 0);
        },
        { width },
      ));
  }
});
