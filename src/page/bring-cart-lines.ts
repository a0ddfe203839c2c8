import type { Platform } from '../platforms/platform.js';

/** Fetches what says a promise beside a cart's line, where the page shows such lines. From then on that watches for itself. */
export function bringCartLines(platform: Platform, insert: boolean, signal: AbortSignal): void {
  if (!document.querySelector(platform.lines.selector)) return;
  import('./cart-lines.js').then(
    (it) => it.watchCartLines(platform, insert, signal),
    () => undefined,
  );
}
