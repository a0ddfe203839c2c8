// What the gallery looks like, in words and numbers that a font does not change: of each visible part where it begins, how far it
// is from the one before, its padding, border, corners, size and weight of its type, and its colours, those of grounds and
// borders as they were painted. Heights, widths of words and numbers of lines are not in it.

/** The cells of a row. In the light and the dark one of English the painted colours are looked at. */
const VIEWS = ['light', 'dark', 'light, Arabic', 'dark, Arabic'];

/** Runs in the page. By row and cell, the parts as `{ name, text, point… }`; and what lies over something else. */
function measure(views) {
  const pencil = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const hex = (colour) => {
    if (!known.has(colour)) {
      pencil.clearRect(0, 0, 1, 1);
      pencil.fillStyle = colour;
      pencil.fillRect(0, 0, 1, 1);
      const data = [...pencil.getImageData(0, 0, 1, 1).data];
      known.set(colour, `#${data.map((it) => it.toString(16).padStart(2, '0')).join('')}`);
    }
    return known.get(colour);
  };
  const round = (number) => Math.round(number * 2) / 2;

  /** Everything that is drawn in an element, in the order of drawing, through slots. */
  const flat = (node) => {
    const children =
      node.localName === 'slot' && node.assignedElements().length
        ? node.assignedElements()
        : (node.shadowRoot ?? node).children;
    return [...children].flatMap((it) => [it, ...flat(it)]);
  };
  const isSeen = (it) => {
    if (it.localName === 'slot' || !it.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = it.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(it).clipPath === 'none';
  };
  const flatParent = (it) => it.assignedSlot ?? it.parentElement ?? it.getRootNode().host;
  const isWithin = (it, other) => {
    for (let at = it; at; at = flatParent(at)) if (at === other) return true;
    return false;
  };

  /** Lines of a paragraph overlap a little where the font is higher than the line. */
  const isOver = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;

  const describe = (host, stage) => {
    const rtl = getComputedStyle(stage).direction === 'rtl';
    const seen = [host, ...flat(host)].filter(isSeen);
    const styles = new Map(seen.map((it) => [it, getComputedStyle(it)]));
    const boxes = new Map(seen.map((it) => [it, it.getBoundingClientRect()]));
    /** What lies over the page is by itself: where it lies is a matter of how long the words before its button are. */
    const layer = (it) =>
      seen.find((one) => styles.get(one).position === 'fixed' && isWithin(it, one)) ?? host;
    /** As wide as its words, it or what it is in. */
    const isFlexible = (it) => {
      const parent = it === host ? null : flatParent(it);
      return !!parent && (/flex/.test(getComputedStyle(parent).display) || isFlexible(parent));
    };
    const isInline = (it) => styles.get(it).display.startsWith('inline');
    /** Words in a line have a box for each line. */
    const areas = (it) => (isInline(it) ? [...it.getClientRects()] : [boxes.get(it)]);
    const used = new Map();
    const parts = [];
    const faults = [];
    for (const [at, it] of seen.entries()) {
      const style = styles.get(it);
      const box = boxes.get(it);
      const kind = it === host ? 'element' : it.hasAttribute('data-backorder-form') ? 'form' : it.localName;
      const plain = it.getAttribute('part') ?? kind;
      // Wrappers without looks of their own.
      if (plain === 'div') continue;
      used.set(plain, (used.get(plain) ?? 0) + 1);
      const name = used.get(plain) > 1 ? `${plain} ${used.get(plain)}` : plain;
      const words = [];
      const frame = boxes.get(layer(it));
      const start = rtl ? frame.right - box.right : box.left - frame.left;
      const end = rtl ? box.left - frame.left : frame.right - box.right;
      const isItem = isFlexible(it);
      const before = seen
        .slice(0, at)
        .findLast(
          (one) =>
            !isInline(one) && !isWithin(it, one) && one.localName !== 'div' && layer(one) === layer(it),
        );
      const other = before && boxes.get(before);
      const isBeside = !!other && box.top < other.bottom - 2 && other.top < box.bottom - 2;
      if (!isInline(it) && it !== host) {
        // Whether a button stands beside its field is a matter of how wide its words are.
        if (!isItem || !it.previousElementSibling) words.push(`from ${round(start)}`);
        if (!isItem) words.push(`to ${round(end)}`);
      }
      if (other && !isInline(it)) {
        const beside = rtl ? other.left - box.right : box.left - other.right;
        words.push(`gap ${round(isBeside ? beside : box.top - other.bottom)}`);
      }
      const sides = ['Top', 'Right', 'Bottom', 'Left'];
      const logical = rtl ? ['Top', 'Left', 'Bottom', 'Right'] : sides;
      const px = (pattern) => logical.map((side) => round(parseFloat(style[pattern.replace('*', side)])));
      const padding = px('padding*');
      if (padding.some(Boolean)) words.push(`padding ${padding.join(' ')}`);
      const borders = px('border*Width');
      if (borders.some(Boolean)) {
        const colours = logical.map((side) => hex(style[`border${side}Color`]));
        const one = new Set(colours.filter((_, side) => borders[side]));
        words.push(`border ${borders.join(' ')} ${one.size > 1 ? colours.join(' ') : [...one][0]}`);
      }
      const corner = parseFloat(style.borderTopLeftRadius);
      if (corner)
        words.push(
          `corner ${style.borderTopLeftRadius.endsWith('%') ? 'round' : round(Math.min(corner, 99))}`,
        );
      if (style.boxShadow !== 'none') words.push(`shadow ${style.boxShadow.replace(/\s*,\s*/g, ',')}`);
      if (style.textDecorationLine !== 'none') words.push(style.textDecorationLine);
      const says = [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (says || it.localName === 'input') {
        words.push(`type ${round(parseFloat(style.fontSize))} ${style.fontWeight} ${hex(style.color)}`);
      }
      const left = parseFloat(style.paddingLeft);
      const line = Math.max(...borders);
      const isBlank = !says && !it.children.length && !it.shadowRoot && it.localName !== 'input';
      // In the padding and not in the middle, where the words are.
      const ground = isBlank
        ? [box.left + box.width / 2, box.top + box.height / 2]
        : left >= 3 && [box.left + parseFloat(style.borderLeftWidth) + left / 2, box.top + box.height / 2];
      const side = parseFloat(style.borderTopWidth);
      const edge = side >= 1 && [box.left + box.width / 2, Math.round(box.top) + Math.floor(side / 2)];
      const point = (place) =>
        place && [place[0] + window.scrollX, place[1] + window.scrollY].map(Math.floor);
      parts.push({
        name,
        words: words.join(', '),
        ground: point(ground),
        edge: line > 0 && point(edge),
        ink: says && getComputedStyle(it).color && hex(style.color),
        inside: seen.slice(0, at).flatMap((one, index) => (isWithin(it, one) ? [index] : [])).length,
      });
      for (const one of seen.slice(at + 1)) {
        if (isWithin(one, it) || one.localName === 'div' || layer(one) !== layer(it)) continue;
        if (areas(it).some((mine) => areas(one).some((theirs) => isOver(mine, theirs)))) {
          faults.push(`${name} lies over ${one.getAttribute('part') ?? one.localName}`);
        }
      }
      const room = stage.getBoundingClientRect();
      if (layer(it) !== host) continue;
      if (box.left < room.left - 1 || box.right > room.right + 1) faults.push(`${name} is beyond its cell`);
    }
    return { parts, faults };
  };

  return [...document.querySelectorAll('.gallery__row')].map((row) => {
    const cells = [...row.querySelectorAll('.gallery__stage')].slice(0, views);
    const [tag] = row.getAttribute('aria-label').split(':');
    return {
      row: row.id,
      cells: cells.map((stage) => {
        const room = stage.getBoundingClientRect();
        return {
          ...describe((stage.shadowRoot ?? stage).querySelector(tag), stage),
          stage: [Math.floor(room.left + window.scrollX + 5), Math.floor(room.top + window.scrollY + 5)],
        };
      }),
    };
  });
}

/** Runs in the page. The colours of a PNG at these places. */
async function colours(png, places) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const { data, width } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return places.map(([x, y]) => {
    const from = (y * width + x) * 4;
    return `#${[...data.subarray(from, from + 4)].map((it) => it.toString(16).padStart(2, '0')).join('')}`;
  });
}

const channels = (hex) => [1, 3, 5, 7].map((at) => parseInt(hex.slice(at, at + 2), 16));

function contrast(one, other) {
  const light = (hex) => {
    const [r, g, b] = channels(hex).map((it) =>
      it <= 10.3 ? it / 3294.6 : ((it / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [light(one), light(other)];
  return Math.max(a, b) / Math.min(a, b);
}

/**
 * Describes a page of the gallery: `looks` by row, view and part; `faults` is what is ugly in any theme: what lies over
 * something else, what is beyond its cell, and words that cannot be read on what was painted behind them.
 *
 * @param painted whether painted colours are looked at; they need the rows to be less than 16,384 pixels high
 */
export async function picture(page, { painted = true } = {}) {
  const measured = await page.evaluate(measure, VIEWS.length);
  const looks = {};
  const faults = [];
  if (painted) await paint(page, measured);
  for (const { row, cells } of measured) {
    for (const [at, { parts, faults: found, stage }] of cells.entries()) {
      const view = VIEWS[at];
      const grounds = [stage];
      for (const it of parts) {
        grounds.length = Math.min(grounds.length, it.inside + 1);
        while (grounds.length <= it.inside) grounds.push(grounds.at(-1));
        if (painted && at < 2) {
          const seen = ['ground', 'edge'].flatMap((key) => (it[key] ? [`${key} ${it[key]}`] : []));
          if (seen.length) it.painted = seen.join(', ');
          const under = it.ground || grounds.at(-1);
          grounds.push(under);
          const found = it.ink && contrast(it.ink, under);
          if (found && found < 4.5)
            faults.push(`${row}, ${view}: ${it.name} has a contrast of ${found.toFixed(2)}`);
        }
        const here = ((looks[row] ??= {})[view] ??= {});
        here[it.name] = it.words;
        if (it.painted) here[`${it.name}, painted`] = it.painted;
      }
      for (const it of found) faults.push(`${row}, ${view}: ${it}`);
    }
  }
  return { looks, faults };
}

/** Puts in place of points the colours that are seen there. */
async function paint(page, measured) {
  const all = measured.flatMap(({ cells }) => cells.slice(0, 2));
  const holders = all.flatMap((cell) => [
    [cell, 'stage'],
    ...cell.parts.flatMap((it) => ['ground', 'edge'].flatMap((key) => (it[key] ? [[it, key]] : []))),
  ]);
  const points = holders.map(([it, key]) => it[key]);
  const [x, y] = [0, 1].map((axis) => Math.max(0, Math.min(...points.map((it) => it[axis])) - 4));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...points.map((it) => it[axis])) + 4);
  const clip = { x, y, width: right - x, height: bottom - y };
  const png = await page.screenshot({ clip, captureBeyondViewport: true, encoding: 'base64' });
  const found = await page.evaluate(
    colours,
    png,
    points.map(([left, top]) => [left - x, top - y]),
  );
  holders.forEach(([it, key], at) => (it[key] = found[at]));
}

/** Whether two descriptions of a part mean the same: half a pixel more or less, or a shade, is the browser's. */
function isAlike(one, other) {
  const [a, b] = [one, other].map((it) => it.split(/[\s,()]+/));
  return a.length === b.length && a.every((word, at) => word === b[at] || isNear(word, b[at]));
}

function isNear(one, other) {
  if (/^#/.test(one) && /^#/.test(other)) {
    const theirs = channels(other);
    return channels(one).every((it, at) => Math.abs(it - theirs[at]) <= 6);
  }
  const number = /^-?[\d.]+(?:px)?$/;
  return number.test(one) && number.test(other) && Math.abs(parseFloat(one) - parseFloat(other)) <= 0.6;
}

/** What has changed, a line for each part. */
export function differences(was, is) {
  const lines = [];
  const keys = (one, other) => [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])];
  for (const row of keys(was, is)) {
    for (const view of keys(was[row], is[row])) {
      const [before, now] = [was[row]?.[view], is[row]?.[view]];
      for (const part of keys(before, now)) {
        const [one, other] = [before?.[part], now?.[part]];
        if (one !== undefined && other !== undefined && isAlike(one, other)) continue;
        lines.push(`${row}, ${view}, ${part}: ${one ?? 'was not there'} -> ${other ?? 'is gone'}`);
      }
    }
  }
  return lines;
}

/** Views whose painted colours nobody looks at. */
const isUnpainted = (view) => view !== 'light' && view !== 'dark';

/** The looks of a theme's rows for a file: rows alike stand together, and of each view but the first only what is other. */
export function compact(looks) {
  const alike = new Map();
  for (const [row, { light, ...views }] of Object.entries(looks)) {
    const sheet = { light };
    for (const [view, parts] of Object.entries(views)) {
      const others = Object.entries(parts).filter(([part, words]) => light[part] !== words);
      for (const part of Object.keys(light)) {
        if (!(part in parts) && !(isUnpainted(view) && part.endsWith(', painted'))) others.push([part, null]);
      }
      if (others.length) sheet[view] = Object.fromEntries(others);
    }
    const key = JSON.stringify(sheet);
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return Object.fromEntries([...alike].map(([key, rows]) => [rows.join(' | '), JSON.parse(key)]));
}

/** The looks again, of such a file. */
export function expand(compacted) {
  const looks = {};
  for (const [rows, { light, ...others }] of Object.entries(compacted)) {
    const views = { light, ...(others.open && { open: {} }) };
    for (const view of [...VIEWS.slice(1), 'narrow', ...('open' in views ? ['open'] : [])]) {
      const base = Object.entries(light).filter(
        ([part]) => !isUnpainted(view) || !part.endsWith(', painted'),
      );
      const parts = { ...Object.fromEntries(base), ...others[view] };
      views[view] = Object.fromEntries(Object.entries(parts).filter(([, words]) => words !== null));
    }
    for (const row of rows.split(' | ')) looks[row] = views;
  }
  return looks;
}
