import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import { elementPage, part, put, tell, until } from '../support/element-page.js';
import { backorder, told } from '../support/told.js';

type Pixel = readonly [number, number, number];

const picture = new OffscreenCanvas(1, 1).getContext('2d', {
  willReadFrequently: true,
}) as OffscreenCanvasRenderingContext2D;

/** What is seen where these colours lie over each other, the lowest first: by the browser's own painting. */
function painted(layers: readonly string[]): Pixel {
  for (const colour of ['white', ...layers]) {
    picture.fillStyle = 'transparent';
    picture.fillStyle = colour;
    picture.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = picture.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function ratio(one: Pixel, other: Pixel): number {
  const light = (pixel: Pixel): number => {
    const [red = 0, green = 0, blue = 0] = pixel.map((it) => {
      const part = it / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [a, b] = [light(one), light(other)];
  return Math.max(a, b) / Math.min(a, b);
}

const channel = fc.integer({ min: 0, max: 255 });
const solid = fc.tuple(channel, channel, channel).map((it) => `rgb(${it.join(', ')})`);
const alpha = fc.integer({ min: 0, max: 100 });
const percent = fc.integer({ min: 5, max: 95 });
const colour = fc.oneof(
  { weight: 4, arbitrary: solid },
  {
    weight: 2,
    arbitrary: fc
      .tuple(channel, channel, channel, alpha)
      .map(([r, g, b, a]) => `rgb(${r} ${g} ${b} / ${a}%)`),
  },
  fc.tuple(fc.integer({ min: 0, max: 359 }), percent, percent).map(([h, s, l]) => `hsl(${h} ${s}% ${l}%)`),
  fc.tuple(percent, fc.integer({ min: 0, max: 359 })).map(([l, h]) => `oklch(${l}% 0.12 ${h})`),
  fc.tuple(solid, percent, solid).map(([a, p, b]) => `color-mix(in srgb, ${a} ${p}%, ${b})`),
  fc.tuple(solid, percent).map(([a, p]) => `color-mix(in oklab, ${a} ${p}%, transparent)`),
  fc.constantFrom(
    'transparent',
    'currentColor',
    'Canvas',
    'white',
    'black',
    'inherit',
    '#12',
    'no colour',
    'var(--none)',
  ),
);

/** A page whose own words can be read: one colour or two that run into each other, and a text that goes with both. */
const page = fc
  .tuple(solid, solid, fc.boolean(), solid)
  .map(([one, other, runs, text]) => ({ grounds: runs ? [one, other] : [one], text }))
  .map(({ grounds, text }) => {
    const reads = (it: string, list = grounds): boolean =>
      list.every((ground) => ratio(painted([it]), painted([ground])) >= 4.5);
    const words = [text, 'rgb(0, 0, 0)', 'rgb(255, 255, 255)'].find((it) => reads(it));
    if (words) return { grounds, text: words };
    const [first = ''] = grounds;
    return { grounds: [first], text: reads('rgb(0, 0, 0)', [first]) ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)' };
  });

const TOKENS = [
  ...['accent', 'line', 'ground', 'button-ground', 'button-ground-hover', 'button-text', 'popover-ground'],
  ...['popover-text', 'tone-backorder', 'tone-good', 'tone-bad'],
];

const shop = fc.record({
  page,
  tokens: fc.array(fc.option(colour, { freq: 3 }), { minLength: TOKENS.length, maxLength: TOKENS.length }),
});

describe('A23 500 shops’ colours', () => {
  elementPage();

  /** Sets a shop's colours; they count once the elements have looked. */
  async function paint({ page: { grounds, text }, tokens }: (typeof shops)[number]): Promise<void> {
    const { style } = document.documentElement;
    style.cssText = `color: ${text}; background: ${grounds.length > 1 ? `linear-gradient(${grounds.join(', ')})` : grounds[0]}`;
    TOKENS.forEach((name, at) => style.setProperty(`--backorder-${name}`, tokens[at] ?? ''));
    // Their timer is set in a microtask, and so goes before this one.
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** The lowest contrast of a colour with what lies behind it: that of the element, unless told otherwise, and all around it. */
  function lowest(it: Element, named: string, grounds: readonly string[], own = true): number {
    const layers: string[] = [];
    const top = document.documentElement;
    for (let at: Element | null = own ? it : around(it); at && at !== top; at = around(at))
      layers.unshift(getComputedStyle(at).backgroundColor);
    return Math.min(
      ...grounds.map((ground) => ratio(painted([ground, ...layers, named]), painted([ground, ...layers]))),
    );
  }

  const around = (it: Element): Element | null =>
    it.assignedSlot ?? it.parentElement ?? (it.getRootNode() as ShadowRoot).host;

  const shops = fc.sample(shop, { numRuns: 500, seed: 23 });

  after(() => document.documentElement.removeAttribute('style'));

  it('leave every text readable (4.5), every border and focus ring to be seen (3), and a shop its colours where they are', async function long() {
    this.timeout(150_000);
    // White on white: until it has fallen back, what looks after it has not come yet.
    for (const name of ['button-ground', 'button-text'])
      document.documentElement.style.setProperty(`--backorder-${name}`, 'white');
    tell(
      told([backorder('a', { policy: { sell: 'backorder', signUp: 'beside' } }), { id: 'none', onHand: 0 }], {
        signUp: { url: '/sign-ups', privacyUrl: '/privacy' },
      }),
    );
    const stage = put(
      `<div><backorder-badge product="a"></backorder-badge>
      <eta-notice product="a"></eta-notice>
      <preorder-button product="a"></preorder-button><preorder-button product="none"></preorder-button>
      <notify-me-form product="a" compact></notify-me-form><notify-me-form product="none" compact></notify-me-form>
      <notify-me-form product="none"></notify-me-form></div>`,
    );
    const [badge, notice, button, off, choice, line, form] = [...stage.children] as HTMLElement[];
    const get = (host: HTMLElement | undefined, name: string): HTMLElement =>
      part(host as HTMLElement, name) as HTMLElement;
    await until(() => get(choice, 'way') && get(form, 'status') && get(line, 'open') && get(off, 'button'));
    form?.querySelector('button')?.click();
    const texts = {
      badge: get(badge, 'badge'),
      sentence: get(notice, 'promise'),
      popover: get(notice, 'explanation'),
      button: get(button, 'button'),
      'button that is off': get(off, 'button'),
      choice: get(choice, 'way'),
      line: get(line, 'open'),
      status: get(form, 'status'),
      label: form?.querySelector('label') as HTMLElement,
      submit: form?.querySelector('button') as HTMLElement,
      field: form?.querySelector('input') as HTMLElement,
    };
    await until(() => texts.button.style.getPropertyValue('--backorder-button-text'), 'white on white to go');
    const faults: string[] = [];
    let kept = 0;
    let fallen = 0;
    for (const [turn, it] of shops.entries()) {
      await paint(it);
      const { grounds } = it.page;
      const fail = (what: string, found: number): void =>
        void faults.push(`${turn} ${what}: ${found.toFixed(2)} ${JSON.stringify(it)}`);
      for (const [name, element] of Object.entries(texts)) {
        const found = lowest(element, getComputedStyle(element).color, grounds);
        if (found < 4.5 - 0.03) fail(name, found);
      }
      for (const name of ['field', 'submit', 'line'] as const) {
        const found = lowest(texts[name], getComputedStyle(texts[name]).borderTopColor, grounds, false);
        if (found < 3 - 0.03) fail(`border of ${name}`, found);
      }
      const { backgroundColor } = getComputedStyle(texts.popover);
      const behind = [painted(['white', backgroundColor]), painted(['black', backgroundColor])];
      if (String(behind[0]) !== String(behind[1])) fail('popover that is seen through', 0);
      if (it.tokens[3] || it.tokens[5]) {
        if (texts.button.style.getPropertyValue('--backorder-button-text')) fallen += 1;
        else kept += 1;
      }
      if (turn % 10) continue;
      for (const name of ['button', 'line', 'submit', 'field'] as const) {
        texts[name].focus({ focusVisible: true });
        const { outlineColor, outlineStyle, boxShadow } = getComputedStyle(texts[name]);
        const rings = [outlineColor, ...(boxShadow.match(/(?:rgba?|color)\([^)]*\)/g) ?? [])];
        const found = Math.max(...rings.map((ring) => lowest(texts[name], ring, grounds, false)));
        if (outlineStyle === 'none' || found < 3 - 0.03) fail(`focus of ${name}`, found);
      }
    }
    expect(faults.slice(0, 8)).to.deep.equal([]);
    expect(kept).to.be.above(50);
    expect(fallen).to.be.above(50);
  });
});
