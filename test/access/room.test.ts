import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import { elementPage } from '../support/element-page.js';
import { everyState, speakAll } from '../support/every-state.js';
import { unstubFetch } from '../support/fetch-stub.js';

/** What a reader may set (1.4.12). In every tree, as a browser's own style sheet is. */
const SPACING = new CSSStyleSheet();
SPACING.replaceSync(
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
);

/** Window, pixels to a pixel, size of text, spacing. */
const ROOMS = {
  '320 px': { width: 320, zoom: 1, text: '100%' },
  'A25 400 % zoom': { width: 320, zoom: 4, text: '100%' },
  'A26 text at 200 %': { width: 640, zoom: 1, text: '200%' },
  'A26 spaced text at 320 px': { width: 320, zoom: 1, text: '100%', spaced: true },
} as const;

/** In no language are words longer than in the one made up for that; Arabic, whose page is read from the right. */
const SPOKEN = ['en-XA', 'ar'];

const trees = (root: ParentNode): (Element | ShadowRoot)[] =>
  [...root.querySelectorAll('*')].flatMap((it) =>
    it.shadowRoot ? [it.shadowRoot, ...trees(it.shadowRoot)] : [],
  );

const name = (it: Element): string => {
  const host = (it.getRootNode() as ShadowRoot).host ?? it.closest('notify-me-form') ?? it;
  return `${host.outerHTML.slice(0, 90)} ${it.localName} ${it.getAttribute('part') ?? ''} "${it.textContent?.trim().slice(0, 30)}"`;
};

/** What is there to be read or pressed, with the boxes of its own text or its own. */
function boxes(section: Element): { readonly it: Element; readonly box: DOMRect; readonly text: boolean }[] {
  const all = [section, ...trees(section)].flatMap((root) => [...root.querySelectorAll('*')]);
  return all.flatMap((it) => {
    if (!it.checkVisibility() || it.matches('option, [popover]') || it.closest('[popover]')) return [];
    const words = [...it.childNodes].filter((node) => node instanceof Text && node.data.trim());
    const range = document.createRange();
    const lines = words.flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((box) => ({ it, box, text: true }));
    });
    return it.matches('input, button')
      ? [...lines, { it, box: it.getBoundingClientRect(), text: false }]
      : lines;
  });
}

function faultsOf(section: Element, width: number): readonly string[] {
  const faults: string[] = [];
  const found = boxes(section).filter(({ it }) => it.part.value !== 'heading' || it.clientWidth > 1);
  for (const { it, box, text } of found) {
    // Elsewhere than in Chromium the blank at the end of a line has a box as well.
    const blank =
      text && !('userAgentData' in navigator) ? parseFloat(getComputedStyle(it).fontSize) * 0.4 : 0.5;
    if (box.left < -blank || box.right > width + blank)
      faults.push(`outside ${box.left}-${box.right}: ${name(it)}`);
  }
  for (const [at, one] of found.entries()) {
    for (const other of found.slice(at + 1)) {
      if (one.it.contains(other.it) || other.it.contains(one.it) || one.text !== other.text) continue;
      const x = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const y = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Letters of lines that follow each other may have boxes that touch.
      if (x > 1 && y > one.box.height * 0.3)
        faults.push(`over each other: ${name(one.it)} and ${name(other.it)}`);
    }
  }
  for (const it of [section, ...trees(section)].flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>('*'),
  ])) {
    const hidden =
      !it.checkVisibility() ||
      it.matches('[popover], [part=heading]') ||
      getComputedStyle(it).overflow === 'visible';
    if (hidden || it.matches('input')) continue;
    if (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
      faults.push(`cut off: ${name(it)}`);
  }
  return faults;
}

describe('every state of every element has room', () => {
  elementPage();
  afterEach(unstubFetch);
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 }).catch(() => undefined);
  });

  it('A25 A26 at 320 px, at 400 % zoom, with text at 200 % and spaced: nothing is cut off, over another or outside, from left and from right', async () => {
    const ground = await everyState();
    const faults: string[] = [];
    for (const language of SPOKEN) {
      await speakAll(ground, language);
      for (const [room, { width, zoom, text, ...more }] of Object.entries(ROOMS)) {
        // Where the window cannot be set, the place is as narrow as that.
        await setViewport({ width, height: 800, deviceScaleFactor: zoom }).catch(() => undefined);
        document.documentElement.style.fontSize = text;
        document.body.style.margin = '0';
        ground.style.width = `${width}px`;
        const roots = [document, ...trees(document)].filter((it) => 'adoptedStyleSheets' in it);
        for (const root of roots) {
          const others = root.adoptedStyleSheets.filter((it) => it !== SPACING);
          root.adoptedStyleSheets = 'spaced' in more ? [...others, SPACING] : others;
        }
        for (const section of ground.querySelectorAll('section'))
          for (const it of faultsOf(section, width)) faults.push(`${language}, ${room}: ${it}`);
        if (document.documentElement.clientWidth === width && document.documentElement.scrollWidth > width)
          faults.push(`${room} scrolls`);
      }
    }
    expect(faults.slice(0, 12)).to.deep.equal([]);
  });
});
