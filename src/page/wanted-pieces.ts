/** Fields that carry a quantity. */
export const QUANTITY = '[name*=qty i],[name*=quantity i],[name*=updates i]';

/** Whether a shopper wants more pieces in a field than the shelf may hold. */
export function isMore(field: unknown, least: number): boolean {
  return (
    field instanceof Element && field.matches(QUANTITY) && Number((field as HTMLInputElement).value) > least
  );
}
