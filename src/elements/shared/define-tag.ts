import { report } from '../../report.js';
import { deprecatedNames } from './deprecated-names.js';
import { keepNames } from './keep-names.js';

/** A class of ours: it knows its version, so that two copies on one page can tell each other apart. */
export interface Versioned extends CustomElementConstructor {
  readonly version: string;
}

/**
 * Registers a tag. A tag that the same version has taken already is no matter: scripts run twice. Another version or another
 * library keeps it, with one warning, and everything else goes on.
 */
export function defineTag(tag: string, element: Versioned, registry?: CustomElementRegistry): void {
  // Importing an entry on a server does nothing.
  const tags = registry ?? globalThis.customElements;
  if (!tags) return;
  const taken = tags.get(tag) as Partial<Versioned> | undefined;
  if (!taken) {
    if (deprecatedNames) keepNames(tag, element, deprecatedNames, tags);
    tags.define(tag, element);
  } else if (taken !== element && taken.version !== element.version) {
    report(
      'tag-taken',
      `<${tag}> is registered already, by ${taken.version ? `version ${taken.version}` : 'another library'}; ` +
        `this version ${element.version} leaves it alone. Load one of the two, or register ours under another name.`,
      // Of another version of ours all tags are taken; that is one piece of news.
      taken.version ?? tag,
    );
  }
}
