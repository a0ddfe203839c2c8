type Press = (event: Event) => void;

/**
 * Presses on shops' own buttons, by one listener for the whole page. It listens in capture on the window: themes listen
 * in capture on the document, and a merchant's limit has to be known before the theme sends anything.
 */
const presses = new Map<Element, readonly Press[]>();

/** Calls `press` on each click on `button` (also by keyboard, and by Enter in its form), until the returned function is called. */
export function onPress(button: Element, press: Press): () => void {
  if (presses.size === 0) addEventListener('click', listen, true);
  presses.set(button, [...(presses.get(button) ?? []), press]);
  return () => {
    const told = presses.get(button);
    if (!told?.includes(press)) return;
    const others = told.filter((it) => it !== press);
    if (others.length) presses.set(button, others);
    else presses.delete(button);
    if (presses.size === 0) removeEventListener('click', listen, true);
  };
}

function listen(event: Event): void {
  for (const target of event.composedPath()) {
    const told = presses.get(target as Element);
    if (told) {
      for (const press of told) press(event);
      return;
    }
  }
}
