/** Where an order goes. */
export interface Destination {
  /** Two letters of ISO 3166-1. */
  readonly addressCountry: string;
  readonly addressRegion?: string;
  readonly postalCode?: string;
}

/** The form in which places are compared: `sw1a 1aa` and `SW1A-1AA` are one postcode. */
export function placeKey(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '');
}
