import { executeServerCommand } from '@web/test-runner-commands';

/** Presses keys together, such as `press('Shift', 'Tab')`, in every engine. */
export const press = (...keys: string[]): Promise<boolean> => executeServerCommand('bo-press', { keys });

/**
 * Emulates CSS media features, such as `media({ 'forced-colors': 'active' })`. Only Chromium can: elsewhere the answer
 * is false, and the test skips itself. `media({})` ends it.
 */
export const media = (features: Record<string, string>): Promise<boolean> =>
  executeServerCommand('bo-media', features);

/** Collects garbage in the page and its frames. Only Chromium can: elsewhere the answer is false. */
export const collect = (): Promise<boolean> => executeServerCommand('bo-collect');
