/** Digits after the point of a currency: 2 for euros, none for yen. Undefined for what is no currency. */
export function digitsOf(currency: string): number | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits;
}

/** An amount in the currency's smallest unit as a plain decimal, `1299.00`, for spreadsheets. */
export function decimalOf(amount: number, currency: string): string {
  const digits = digitsOf(currency) ?? 0;
  return (amount / 10 ** digits).toFixed(digits);
}

/** The same for people: `€1,299`. Whole units are enough for what is an estimate. */
export function moneyText(amount: number, currency: string): string {
  const units = amount / 10 ** (digitsOf(currency) ?? 0);
  const options = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat('en', options).format(units);
}
