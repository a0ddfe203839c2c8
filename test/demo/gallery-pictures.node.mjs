// What every element looks like in every state, in each theme of the gallery, against what it looked like before. The pictures are
// descriptions (test/support/gallery-picture.mjs), so that other fonts make no difference. After a change of looks that is meant,
// look at the gallery in each theme; then renew them, and read the diff:
//
//   node test/demo/gallery-pictures.node.mjs --update
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { goTo, openDemo, until } from '../support/demo-browser.mjs';
import { compact, differences, expand, picture } from '../support/gallery-picture.mjs';

const FILE = new URL('gallery-pictures.json', import.meta.url);
const UPDATE = process.argv.includes('--update');
const THEMES = ['nordlund', 'plain', 'dark', 'dense', 'luxury', 'loud'];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 900 };

/** What moves, and what that explains. Nothing of ours does: these are a theme's own buttons, that they can be pressed. */
const MOVES = {
  nordlund: ['preorder-button: button.button button--full'],
  luxury: ['notify-me-form: button.', 'preorder-button: button.button button--full'],
};

let demo;
let page;
let said;
before(async () => {
  demo = await openDemo();
  ({ page, said } = await demo.visit());
});
after(() => demo.close());

async function show(theme) {
  await page.setViewport(WIDE);
  const query = theme === 'nordlund' ? '' : `?theme=${theme}`;
  await goTo(page, new URL(`gallery.html${query}`, demo.base).href);
  await until(page, 'the gallery', () => document.documentElement.dataset.gallery === 'ready');
}

const EXPLAINED = 'eta-notice-a-day-confirmed';

const explain = (row) => {
  const stage = document.getElementById(row).querySelector('.gallery__stage');
  const notice = (stage.shadowRoot ?? stage).querySelector('eta-notice');
  notice.shadowRoot.querySelector('[part=explain]').click();
};

const isExplained = (row) => {
  const stage = document.getElementById(row).querySelector('.gallery__stage');
  const notice = (stage.shadowRoot ?? stage).querySelector('eta-notice');
  return !!notice.shadowRoot.querySelector('[part=explanation]:popover-open p');
};

/** What moves, or would when its looks change, in all stages: by tag, and each thing once. */
const moving = () => {
  const found = new Set();
  const inside = (root) =>
    [...root.querySelectorAll('*')].flatMap((it) => [it, ...(it.shadowRoot ? inside(it.shadowRoot) : [])]);
  for (const row of document.querySelectorAll('.gallery__row')) {
    const [tag] = row.getAttribute('aria-label').split(':');
    for (const stage of row.querySelectorAll('.gallery__stage')) {
      const host = (stage.shadowRoot ?? stage).querySelector(tag);
      for (const it of [host, ...inside(host), ...(host.shadowRoot ? inside(host.shadowRoot) : [])]) {
        for (const pseudo of [null, '::before', '::after']) {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(it, pseudo);
          const longest = (times) => Math.max(...times.split(',').map(parseFloat));
          // A hundredth of a millisecond is a theme's way to say none.
          const moves = longest(transitionDuration) > 0.001;
          if (moves || (animationName !== 'none' && longest(animationDuration) > 0.001)) {
            found.add(`${tag}: ${it.localName}.${it.className}${pseudo ?? ''}`);
          }
        }
      }
    }
  }
  return [...found].sort();
};

/** Changes looks in all stages and elements for as long as `look` takes. */
async function withStyle(css, look) {
  const style = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const roots = (root) =>
      [...root.querySelectorAll('*')].flatMap((it) =>
        it.shadowRoot ? [it.shadowRoot, ...roots(it.shadowRoot)] : [],
      );
    window.putBack = [document, ...roots(document)].map((root) => {
      const before = [...root.adoptedStyleSheets];
      root.adoptedStyleSheets = [...before, sheet];
      return () => (root.adoptedStyleSheets = before);
    });
  };
  await page.evaluate(style, css);
  try {
    return await look();
  } finally {
    await page.evaluate(() => window.putBack.forEach((undo) => undo()));
  }
}

describe('the gallery', () => {
  const kept = UPDATE ? {} : JSON.parse(readFileSync(FILE, 'utf8'));
  const now = {};

  for (const theme of THEMES) {
    it(`looks as it did, nothing lies over anything, all words can be read: ${theme}, wide and narrow`, async () => {
      await show(theme);
      const wide = await picture(page);
      await page.setViewport(NARROW);
      const narrow = await picture(page, { painted: false });
      const faults = [...wide.faults, ...narrow.faults.map((fault) => `narrow: ${fault}`)];
      assert.deepEqual(faults, []);
      const beyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      assert.equal(await page.evaluate(beyond), 0, 'pixels beyond the window');
      await page.evaluate(explain, EXPLAINED);
      await until(page, 'the explanation', isExplained, EXPLAINED);
      const open = (await picture(page, { painted: false })).looks[EXPLAINED].light;
      // Whether the focus' ring is round the button as well depends on what was pressed last.
      wide.looks[EXPLAINED].open = { ...open, explain: wide.looks[EXPLAINED].light.explain };
      for (const [row, views] of Object.entries(wide.looks)) views.narrow = narrow.looks[row].light;
      now[theme] = compact(wide.looks);
      if (UPDATE) return;
      assert.ok(Object.keys(wide.looks).length > 40);
      assert.deepEqual(differences(expand(kept[theme]), wide.looks), []);
    });

    it(`A27 moves nothing of ours, and of the theme's nothing for those who asked for less: ${theme}`, async () => {
      assert.deepEqual(await page.evaluate(moving), MOVES[theme] ?? []);
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      try {
        assert.deepEqual(await page.evaluate(moving), []);
        const running = () => document.getAnimations().length;
        assert.equal(await page.evaluate(running), 0);
      } finally {
        await page.emulateMediaFeatures([]);
      }
    });
  }

  it('says which theme it shows, changes it by keyboard, and keeps the row that is looked at', async () => {
    await show('loud');
    const current = () => document.querySelector('[data-theme-link][aria-current]').textContent;
    assert.equal(await page.evaluate(current), 'Loud');
    const row = 'preorder-button-sold-out';
    await page.evaluate((id) => {
      document.getElementById(id).scrollIntoView({ behavior: 'instant' });
      document.querySelector('[data-theme-link=dense]').focus({ preventScroll: true });
    }, row);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await until(page, 'the gallery', () => document.documentElement.dataset.gallery === 'ready');
    assert.equal(await page.evaluate(current), 'Dense');
    assert.match(page.url(), /\?theme=dense#preorder-button-sold-out$/);
    const top = await page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, row);
    assert.ok(top >= 0 && top < 200, `${top}`);
    await show('no-such-theme');
    assert.equal(await page.evaluate(current), 'Nordlund');
    assert.deepEqual(said, []);
  });

  if (UPDATE) after(() => writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`));
});

describe('a picture', { skip: UPDATE }, () => {
  const rows = ['backorder-badge-backorder', 'notify-me-form-no-address', 'eta-notice-a-day-confirmed'];
  let first;
  before(async () => {
    await show('plain');
    await page.evaluate((kept) => {
      for (const row of document.querySelectorAll('.gallery__row')) if (!kept.includes(row.id)) row.remove();
    }, rows);
    first = await picture(page);
  });
  const after = (css) => withStyle(css, () => picture(page));
  const changed = async (css) => differences(first.looks, (await after(css)).looks);

  for (const [what, css, line] of [
    [
      'a padding',
      '[part=badge] { padding-inline: 1em }',
      /^backorder-badge-backorder, light, badge: padding/,
    ],
    [
      'a distance',
      '[part=note] { margin-block-start: 1em }',
      /^notify-me-form-no-address, dark, note: from 0/,
    ],
    [
      'a border',
      'input { border-width: 2px !important }',
      /no-address, light, Arabic, input: .*border 2 2 2 2/,
    ],
    ['a corner', '[part=badge] { border-radius: 0 }', /badge: .*corner 99/],
    ['a size', '[part=explain] { font-size: 1.2em }', /explain: .*type 14 400.* -> .*type 19 400/],
    ['a weight', '[part=heading] { font-weight: 400 }', /heading: .*type 16 600.* -> .*type 16 400/],
    ['the colour of words', '[part=note] { color: #00f }', /note: .*#0000ffff/],
    [
      'a colour of a mark',
      '[part=dot] { background: red }',
      /light, dot, painted: ground #d98a00ff -> ground #ff0000ff/,
    ],
    [
      'a ground that only the eye sees',
      '[part=badge] { background-image: linear-gradient(#dfd, #dfd) }',
      /^backorder-badge-backorder, light, badge, painted: ground #ffffffff, .* -> ground #ddffddff/,
    ],
    ['a part that is missing', '[part=dot] { display: none }', /dot: from 11, .* -> is gone/],
    ['a part that came', '[part=status] { min-height: 9px }', /status: was not there -> /],
  ]) {
    it(`shows ${what}`, async () => {
      const lines = await changed(css);
      assert.ok(
        lines.some((it) => line.test(it)),
        `${lines.join('\n')}\n${line}`,
      );
    });
  }

  it('shows what lies over something else, what is beyond its cell and what cannot be read', async () => {
    for (const [css, fault] of [
      [
        '[part=note] { margin-block-start: -20px }',
        'notify-me-form-no-address, light: button lies over note',
      ],
      [
        '[part=badge] { margin-inline-start: 200px; white-space: nowrap; max-inline-size: none }',
        'badge is beyond its cell',
      ],
      ['[part=note] { color: #999 }', 'notify-me-form-no-address, light: note has a contrast of 2.85'],
    ]) {
      const { faults } = await after(css);
      assert.ok(
        faults.some((it) => it.includes(fault)),
        `${faults.join('\n')}\n${fault}`,
      );
    }
  });

  it('is the same in another font', async () => {
    await show('plain');
    const all = await picture(page);
    for (const font of ['DejaVu Sans Mono, Courier New, monospace', 'DejaVu Serif, Times New Roman, serif']) {
      const { looks, faults } = await after(`* { font-family: ${font} !important }`);
      assert.deepEqual(differences(all.looks, looks), [], font);
      assert.deepEqual(faults, []);
    }
  });
});
