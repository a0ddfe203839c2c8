import type { ReadJson } from '../platforms/platform.js';

interface Promised extends Event {
  readonly promise?: unknown;
  readonly product?: unknown;
}

/**
 * Hears events that say what a shopper has chosen before it is known, with a promise of it. Of two from the same place the later
 * counts, whichever answers first; a promise that is rejected, since the shopper chose again, or that never ends does no harm.
 *
 * @param take called with what came
 * @param changed called once the theme has had its turn as well: it may write its form without a sign
 */
export function hearPromises(
  events: Readonly<Record<string, ReadJson>>,
  take: (json: unknown, read: ReadJson, from: Element) => Promise<void>,
  changed: () => void,
  signal: AbortSignal,
): void {
  const turns = new WeakMap<EventTarget, number>();
  const hear = async (event: Promised, read: ReadJson): Promise<void> => {
    const from = event.target instanceof Element ? event.target : document.documentElement;
    const turn = (turns.get(from) ?? 0) + 1;
    turns.set(from, turn);
    try {
      const came: unknown = await event.promise;
      if (signal.aborted || turns.get(from) !== turn) return;
      const parts = typeof came === 'object' && came !== null ? came : {};
      await take({ ...parts, product: event.product }, read, from);
    } catch {
      // The choice before it stands.
    }
    if (turns.get(from) === turn) setTimeout(() => signal.aborted || changed());
  };
  for (const [type, read] of Object.entries(events)) {
    document.addEventListener(type, (event) => void hear(event, read), { signal });
  }
}
