import { rgbaOf, textContrast } from './contrast.js';
import { onThemeChange } from './theme-change.js';

/** The least contrast of text, of whatever size (WCAG 2.2, 1.4.3). */
export const LEAST = 4.5;

/** Parts whose text or ground a merchant's colours reach. */
const PARTS = '[part=badge],[part=button],[part=status],[part=way],[part=open],[part=explanation]';

const HOVER = '--backorder-button-ground-hover';

/** What a part has where a merchant's colours cannot be read: our own. */
const OURS: Readonly<Record<string, string>> = {
  '--_ground': 'transparent',
  '--backorder-button-ground': 'initial',
  [HOVER]: 'initial',
  '--backorder-button-text': 'initial',
  '--backorder-popover-ground': 'initial',
  '--backorder-popover-text': 'initial',
};

const PLAIN = 'backorder-badge[data-backorder-plain]';

const kept = new Set<HTMLElement>();

/**
 * Sees to it that what these elements say can be read in a merchant's colours: a part where it cannot, over what is behind it,
 * falls back to ours. Looks again when the page's theme or scheme changes.
 */
export function keepContrast(hosts: Iterable<HTMLElement>): void {
  if (!kept.size) {
    onThemeChange(() => {
      for (const host of kept) if (!host.isConnected) kept.delete(host);
      keepContrast(kept);
    });
  }
  for (const host of hosts) {
    kept.add(host);
    for (const part of host.shadowRoot?.querySelectorAll<HTMLElement>(PARTS) ?? []) keepPart(part);
  }
}

/** Whether the colours are the reader's own. */
function areForced(): boolean {
  return matchMedia('(forced-colors: active)').matches;
}

function keepPart(part: HTMLElement): void {
  giveBack(part);
  if (areForced()) return;
  const before = legibility(part);
  if (before >= LEAST) return;
  for (const [name, value] of Object.entries(OURS)) part.style.setProperty(name, value);
  // A page whose own text cannot be read: no reason to take the merchant's ground away as well.
  if (legibility(part) <= before) giveBack(part);
}

function giveBack({ style }: HTMLElement): void {
  for (const name of Object.keys(OURS)) style.removeProperty(name);
}

/** The contrast of a part, at rest and pointed at. What lies over the page's own words has to hide them. */
function legibility(part: HTMLElement): number {
  const kind = part.getAttribute('part');
  const computed = getComputedStyle(part);
  if (kind === 'explanation' && rgbaOf(computed.backgroundColor)[3] < 1) return 0;
  const rest = textContrast(part);
  if (kind !== 'button' || !computed.getPropertyValue(HOVER)) return rest;
  part.style.backgroundColor = `var(${HOVER})`;
  const hover = textContrast(part);
  part.style.backgroundColor = '';
  return Math.min(rest, hover);
}

/**
 * The same for badges that are drawn plain, in the page itself: where one of them cannot be read, all lose the merchant's ground.
 * By a sheet: styles of their own would be left in the tags.
 */
export function keepPlainContrast(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${PLAIN}{--backorder-ground:initial!important}`);
  const others = (): CSSStyleSheet[] => document.adoptedStyleSheets.filter((it) => it !== sheet);
  const look = (): void => {
    document.adoptedStyleSheets = others();
    if (areForced()) return;
    const badges = [...document.querySelectorAll(PLAIN)].map((it) => [it, textContrast(it)] as const);
    const faint = badges.filter(([, before]) => before < LEAST);
    if (!faint.length) return;
    document.adoptedStyleSheets = [...others(), sheet];
    if (!faint.some(([it, before]) => textContrast(it) > before)) document.adoptedStyleSheets = others();
  };
  const drawn = new MutationObserver(look);
  drawn.observe(document.documentElement, { attributeFilter: ['data-backorder-plain'], subtree: true });
  onThemeChange(look);
  look();
}
