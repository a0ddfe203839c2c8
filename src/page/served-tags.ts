import { shared } from '../store/shared-store.js';
import { wake } from '../store/wake.js';

const SERVED = 'backorder-badge[data-backorder-as-of],eta-notice[data-backorder-as-of]';

/** On a tag that the script has drawn in. */
const DRAWN = 'data-backorder-plain';

/** A tag that a server has drawn, as it was found. */
interface Served {
  readonly element: HTMLElement;
  readonly nodes: readonly ChildNode[];
  readonly width: string;
  readonly height: string;
  /** From when on the server's words do not hold any more; NaN where nobody knows. */
  readonly until: number;
}

/**
 * Keeps what a server has drawn while the script takes it over: nodes with the same words stay, and the room that they took is
 * left free when there is nothing to say any more. Words whose time has passed go, also where no source tells better ones.
 */
export function keepInStep(signal: AbortSignal): void {
  const { clock } = shared().store;
  // All are measured before the first is changed: the page is laid out once.
  const tags = [...document.querySelectorAll<HTMLElement>(SERVED)].map((element): Served => {
    const { width, height } = getComputedStyle(element);
    const until = Date.parse(element.dataset.backorderUntil ?? '');
    return { element, nodes: [...element.childNodes], width, height, until };
  });
  const look = (): void => {
    for (const tag of tags) {
      settle(tag, clock.now());
      if (tag.until > clock.now()) wakeAt(tag.until);
    }
  };
  const wakeAt = wake(() => clock.now(), look);
  for (const tag of tags) {
    const observer = new MutationObserver(() => settle(tag, clock.now()));
    observer.observe(tag.element, { childList: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      for (const name of ['visibility', 'min-width', 'min-height']) tag.element.style.removeProperty(name);
    });
  }
  look();
}

function settle({ element, nodes, width, height, until }: Served, now: number): void {
  const { style } = element;
  const inside = [...element.childNodes];
  const drawn = element.hasAttribute(DRAWN);
  for (const it of drawn ? inside : []) {
    const same = nodes.find((old) => old.isEqualNode(it));
    if (same && same !== it) it.replaceWith(same);
  }
  const [first] = inside;
  const gone = !drawn && !element.shadowRoot && (!first || (nodes.includes(first) && until <= now));
  // By property, since a content security policy may forbid style attributes.
  style.visibility = gone ? 'hidden' : '';
  if (drawn || gone) style.minHeight = height;
  style.minWidth = gone ? width : '';
}
