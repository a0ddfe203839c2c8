/**
 * A library that morphs the page takes out what the server has not sent: that is put back. Not twice in a second, as a theme may
 * mean it.
 *
 * @param isGone whether something of ours has been taken out
 * @param mend puts it back
 * @returns looks whether there is something to mend, and does
 */
export function mender(isGone: () => boolean, mend: () => void): () => void {
  let mended = -1000;
  return () => {
    const now = performance.now();
    if (now < mended + 1000 || !isGone()) return;
    mended = now;
    mend();
  };
}
