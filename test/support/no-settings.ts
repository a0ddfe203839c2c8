import type { LoaderSettings } from '../../src/page/settings.js';

/** Settings of a script tag that says nothing. */
export const NO_SETTINGS: LoaderSettings = {
  endpoint: undefined,
  product: undefined,
  insert: undefined,
  structuredData: undefined,
  signUpOrigins: [],
  textField: undefined,
  recordField: undefined,
  base: undefined,
  backorderOff: false,
};
