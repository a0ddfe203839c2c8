import { computePosition, flip, offset, shift } from '@floating-ui/dom';

/** Places an open popover by its button, inside the window. A chunk of its own: it is fetched with the first popover opened. */
export async function placePopover(button: HTMLElement, popover: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(button, popover, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [offset(8), flip(), shift({ padding: 8 })],
  });
  popover.style.left = `${x}px`;
  popover.style.top = `${y}px`;
}
