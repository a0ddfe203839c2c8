import { connectEndpoint } from '../store/connect-endpoint.js';

const held = new Map<string, { holders: number; readonly close: () => void }>();

/**
 * Connects the page's store to an endpoint for as long as anybody holds it. Let go and taken up again at once, as frameworks do when
 * they try whether a component cleans up, or when one page follows another, it stays connected.
 *
 * @returns a function that lets go
 */
export function holdEndpoint(address: string): () => void {
  const found = held.get(address);
  const hold = found ?? { holders: 0, close: connectEndpoint(address) };
  if (!found) held.set(address, hold);
  hold.holders += 1;
  let over = false;
  return () => {
    if (over) return;
    over = true;
    hold.holders -= 1;
    queueMicrotask(() => {
      if (hold.holders || held.get(address) !== hold) return;
      held.delete(address);
      hold.close();
    });
  };
}
