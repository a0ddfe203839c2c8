/** Custom properties by which a merchant can take the contrast out of our words. */
const COLOURS = [
  'ground',
  'button-ground',
  'button-ground-hover',
  'button-text',
  'popover-ground',
  'popover-text',
];

const drawn = new Set<HTMLElement>();

/** Has an element that was drawn looked at, where the merchant has set colours of their own; what looks comes only then. */
export function watchColours(host: HTMLElement): void {
  // All of a moment at once: the page's styles are reckoned one time.
  if (!drawn.size) setTimeout(look);
  drawn.add(host);
}

function look(): void {
  const told = [...drawn].filter((it) => {
    const style = getComputedStyle(it);
    return COLOURS.some((name) => style.getPropertyValue(`--backorder-${name}`));
  });
  drawn.clear();
  if (!told.length) return;
  import('./keep-contrast.js').then(
    (it) => it.keepContrast(told),
    () => undefined,
  );
}
