/** Red, green, blue and alpha, 0 to 1. */
export type Rgba = readonly [number, number, number, number];

const BLACK: Rgba = [0, 0, 0, 1];
const WHITE: Rgba = [1, 1, 1, 1];
/** About what browsers have for a dark Canvas. */
const DARK: Rgba = [0.1, 0.1, 0.12, 1];

/** Colours in a computed `background-image`, where nothing is nested any more. */
const COLOUR = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)/g;

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** The lowest contrast (WCAG 2) of an element's text with what may be behind it. */
export function textContrast(element: Element): number {
  const text = rgbaOf(getComputedStyle(element).color);
  return Math.min(...backdropsOf(element).map((ground) => contrast(over(text, ground), ground)));
}

/** The contrast of two opaque colours. */
export function contrast(a: Rgba, b: Rgba): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

/** A computed colour as numbers. Those of other spaces are drawn, and read from the picture. */
export function rgbaOf(colour: string): Rgba {
  const [, name, inside = ''] = /^(rgba?|color)\((?:srgb )?([\d\s.,%/e+-]+)\)$/i.exec(colour) ?? [];
  if (name) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (inside.match(/[\d.e+-]+/gi) ?? []).map(Number);
    const most = name === 'color' ? 1 : 255;
    return [red / most, green / most, blue / most, alpha];
  }
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) return BLACK;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

/** What may be behind an element's text: one colour, or several where a gradient or a picture is seen through. */
export function backdropsOf(element: Element): readonly Rgba[] {
  const layers: (readonly Rgba[])[] = [];
  for (let at: Element | null = element; at; at = around(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    const picture = colours(backgroundImage);
    if (picture.length) layers.push(picture);
    if (picture.length && picture.every(([, , , alpha]) => alpha === 1)) break;
    const ground = rgbaOf(backgroundColor);
    layers.push([ground]);
    if (ground[3] === 1) break;
  }
  return layers.reduceRight<readonly Rgba[]>(
    (under, layer) => layer.flatMap((it) => under.map((ground) => over(it, ground))),
    [isDark() ? DARK : WHITE],
  );
}

/** The colours of a gradient; of a picture, which nobody knows, the two extremes. */
function colours(image: string): readonly Rgba[] {
  if (image === 'none') return [];
  return image.includes('url(') ? [BLACK, WHITE] : (image.match(COLOUR) ?? []).map(rgbaOf);
}

/** What an element is drawn in: its slot, its parent, or what its shadow root belongs to. */
function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Whether a page without a background is dark. */
function isDark(): boolean {
  const { colorScheme } = getComputedStyle(document.documentElement);
  return (
    colorScheme.includes('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

function over([red, green, blue, alpha]: Rgba, [r, g, b]: Rgba): Rgba {
  const mix = (top: number, under: number): number => top * alpha + under * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((it) =>
    it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
