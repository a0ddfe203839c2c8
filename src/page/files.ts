import { SYSTEMS } from '../platforms/list.js';

/**
 * Fetches some of the script's other files.
 *
 * @param base address of their folder, where they are not beside this one
 * @param again a query that makes the browser ask anew for what did not come
 */
export async function fetchFiles(
  names: readonly string[],
  base: string | undefined,
  again = '',
): Promise<readonly unknown[]> {
  // Beside this file, wherever that is: a relative import in a script starts from the script's own address.
  const folder = base ? new URL(base.replace(/\/?$/, '/'), document.baseURI).href : './';
  return Promise.all(
    names.map(
      async (name) =>
        import(/* @vite-ignore */ `${folder}backorder-elements.${name}.js${again}`) as Promise<unknown>,
    ),
  );
}

/** The files for a page's shop system, if that has any. */
export function systemFiles(): readonly string[] {
  const found = Object.entries(SYSTEMS).find(([, sign]) =>
    sign.startsWith('[') ? document.querySelector(sign) : sign in globalThis,
  );
  return found ? [found[0], 'kit'] : [];
}
