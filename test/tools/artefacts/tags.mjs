// What custom-elements.json says of our tags, as the other artefacts need it, and what it fails to say.

/** Our tags, in the order of the manifest. */
export const tagsIn = (manifest) =>
  manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

const KINDS = {
  attributes: 'attribute',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'custom property',
};

/** Public things of our tags that nobody has described, one sentence each. */
export function undescribed(manifest) {
  return tagsIn(manifest).flatMap((tag) => {
    const of = (what, list = []) =>
      list
        .filter(({ description }) => !description?.trim())
        .map(
          ({ name }) =>
            `<${tag.tagName}>: the ${what} '${name}' has no description in the doc block of its class.`,
        );
    const members = (tag.members ?? []).filter((it) => !it.static);
    return [
      ...(tag.summary ? [] : [`<${tag.tagName}> has no summary.`]),
      ...Object.entries(KINDS).flatMap(([key, what]) => of(what, tag[key])),
      ...of(
        'property',
        members.filter(({ kind }) => kind === 'field'),
      ),
      ...of(
        'method',
        members.filter(({ kind }) => kind === 'method'),
      ),
    ];
  });
}

/** What a page may write: an element sets its state itself. */
export const attributesOf = (tag) => (tag.attributes ?? []).filter(({ name }) => name !== 'state');

/** Public fields; those that a page may set without `readonly`. */
export const fieldsOf = (tag) => (tag.members ?? []).filter((it) => it.kind === 'field' && !it.static);

/** Values of `'a' | 'b'`, else nothing. */
export const valuesOf = (type = '') => [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value);
