/** What has to be kept fresh. */
export interface Refreshable {
  /** Asks the sources again. */
  ask(): void;
  /** Decides again with what is known: time has passed. */
  redecide(): void;
}

/**
 * Looks again when a shopper may be looking at something old: the tab comes back, the page is restored by Back or
 * Forward, or the network returns. Only what is older than `ttl` is asked for again, except after a restore from the
 * back-forward cache and after being offline, when nobody knows how old things are.
 *
 * @param ttl milliseconds, read anew each time
 */
export function keepFresh(it: Refreshable, ttl: () => number, now: () => number, signal: AbortSignal): void {
  let askedAt = now();
  const look = (regardless: boolean): void => {
    // A clock that was set right meanwhile may have gone back by years.
    if (regardless || Math.abs(now() - askedAt) >= ttl()) {
      askedAt = now();
      it.ask();
    }
    it.redecide();
  };
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') look(false);
    },
    { signal },
  );
  addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) look(true);
    },
    { signal },
  );
  addEventListener('online', () => look(true), { signal });
}
