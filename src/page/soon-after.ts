/** A little later, once for all who have asked till then: some pages never stand still. */
export function soonAfter(act: () => unknown, wait = 150): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, wait);
  };
}
