/** Fields that carry a quantity. */
const QUANTITY = '[name*=qty i],[name*=quantity i],[name*=updates i]';

/** Whether a shopper wants more pieces in some field of the page than the shelf may hold. */
export function wantsMore(least: number): boolean {
  return [...document.querySelectorAll<HTMLInputElement>(QUANTITY)].some(
    ({ value }) => Number(value) > least,
  );
}
