/** Whether two values hold the same: plain data, made by one function in one order of keys. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || (!!a && JSON.stringify(a) === JSON.stringify(b));
}
