/** Longer than any page takes to go. */
const LONGEST = 10_000;

/**
 * Sends a form as a browser does, which leaves the page: for answers that only a person can give, or that no script may read.
 *
 * @returns nothing, ever: the page goes; rejects when it has not
 */
export async function leaveByForm(form: HTMLFormElement): Promise<never> {
  // A field may be called "submit".
  HTMLFormElement.prototype.submit.call(form);
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('the page has not gone')), LONGEST);
  });
}
