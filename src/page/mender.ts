/** Something of ours in a page of somebody else's. */
export abstract class Mender {
  #mended = -1000;

  /** Whether something of ours has been taken out. */
  protected abstract get gone(): boolean;

  /** Puts it back. */
  protected abstract again(): void;

  /**
   * A library that morphs the page takes out what the server has not sent: that is put back. Not twice in a second, as a theme may
   * mean it.
   */
  protected mend(): void {
    if (!this.gone) return;
    const now = performance.now();
    if (now < this.#mended + 1000) return;
    this.#mended = now;
    this.again();
  }
}
