/** Milliseconds since 1970, UTC. Handed in, so that tests own the time. */
export type Clock = () => number;

/**
 * A clock that never runs backwards: a server's clock may be set back, and what has expired must not come to life again.
 * For as long as the machine's clock is behind what it once said, time stands still.
 */
export function steadyClock(source: Clock = Date.now): Clock {
  let latest = 0;
  return () => (latest = Math.max(latest, source()));
}
