import { MultiMap } from '../../store/multi-map.js';

/**
 * Presses on shops' own buttons, by one listener for the whole page. It listens in capture on the window: themes listen
 * in capture on the document, and a merchant's limit has to be known before the theme sends anything.
 */
const presses = new MultiMap<Element, EventListenerObject>();

/** Tells of each click on `button` (also by keyboard, and by Enter in its form), until {@link offPress}. */
export function onPress(button: Element, told: EventListenerObject): void {
  if (presses.size === 0) addEventListener('click', listen, true);
  presses.add(button, told);
}

export function offPress(button: Element, told: EventListenerObject): void {
  presses.remove(button, told);
  if (presses.size === 0) removeEventListener('click', listen, true);
}

function listen(event: Event): void {
  for (const target of event.composedPath()) {
    const all = presses.get(target as Element);
    if (all) {
      for (const it of all) it.handleEvent(event);
      return;
    }
  }
}
