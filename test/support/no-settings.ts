import type { LoaderSettings, Settings } from '../../src/page/settings.js';

/** What a settings reader gives, all at once. */
export type Told = Pick<Settings, 'endpoint' | 'product' | 'base' | 'backorderOff'> &
  Readonly<
    Record<'insert' | 'structuredData' | 'signUpOrigins' | 'textField' | 'recordField', string | undefined>
  >;

/** Settings of a script tag that says nothing. */
export const NO_SETTINGS: Told = {
  endpoint: undefined,
  product: undefined,
  insert: undefined,
  structuredData: undefined,
  signUpOrigins: undefined,
  textField: undefined,
  recordField: undefined,
  base: undefined,
  backorderOff: false,
};

/** All that settings tell, for comparing. */
export function allOf({ get, ...settings }: Settings): Told {
  return {
    ...settings,
    insert: get('insert'),
    structuredData: get('structuredData'),
    signUpOrigins: get('signUpOrigins'),
    textField: get('textField'),
    recordField: get('recordField'),
  };
}

/** Settings that tell this and nothing else. */
export function settingsOf(told: Partial<LoaderSettings>): Settings {
  const all: Readonly<Record<string, unknown>> = { ...NO_SETTINGS, ...told };
  return { ...NO_SETTINGS, ...told, get: (name) => all[name] as string | undefined };
}
