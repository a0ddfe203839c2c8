/** The longest wait that a timer takes in full, milliseconds; longer ones it takes for none. */
const LONGEST = 2_147_000_000;

/**
 * One timer for a whole page, set to the nearest of the instants that anybody waits for.
 *
 * @param now milliseconds since 1970
 * @param ring called when the nearest instant has come, or earlier; who waits for a later one sets it again
 * @returns a function that sets an instant
 */
export function wake(now: () => number, ring: () => void): (instant: number | undefined) => void {
  let due = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (instant = Infinity) => {
    if (instant >= due) return;
    due = instant;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        due = Infinity;
        ring();
      },
      Math.min(instant - now(), LONGEST),
    );
  };
}
