// What editors read of our tags: VS Code's custom data for HTML and CSS, and JetBrains' web-types.
import { attributesOf, fieldsOf, tagsIn, valuesOf } from './tags.mjs';

const list = (title, all = [], written = ({ name }) => `\`${name || '(unnamed)'}\``) =>
  all.length ? `\n\n**${title}**\n${all.map((it) => `- ${written(it)}: ${it.description}`).join('\n')}` : '';

const markdown = (value) => ({ kind: 'markdown', value });

export function vscodeHtml(manifest) {
  return {
    version: 1.1,
    tags: tagsIn(manifest).map((tag) => ({
      name: tag.tagName,
      description: markdown(
        `${tag.summary}${list('Slots', tag.slots)}${list('Events', tag.events)}${list('Parts', tag.cssParts)}`,
      ),
      attributes: attributesOf(tag).map(({ name, description, type }) => ({
        name,
        description: markdown(description),
        ...(type?.text === 'boolean' && { valueSet: 'v' }),
        ...(valuesOf(type?.text).length && { values: valuesOf(type.text).map((value) => ({ name: value })) }),
      })),
    })),
  };
}

/** A custom property that several tags have is listed once, with what each says of it. */
export function vscodeCss(manifest) {
  const found = new Map();
  for (const tag of tagsIn(manifest)) {
    for (const { name, description, default: initial } of tag.cssProperties ?? []) {
      const said = `\`<${tag.tagName}>\`: ${description}${initial ? ` Unless told: \`${initial}\`.` : ''}`;
      found.set(name, [...(found.get(name) ?? []), said]);
    }
  }
  const parts = [
    ...new Set(tagsIn(manifest).flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name))),
  ];
  return {
    version: 1.1,
    properties: [...found].map(([name, said]) => ({ name, description: markdown(said.join('\n\n')) })),
    pseudoElements: parts.map((name) => ({
      name: `::part(${name})`,
      description: markdown('A part of our elements.'),
    })),
  };
}

export function webTypes(manifest, { name, version }) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: tagsIn(manifest).map((tag) => ({
          name: tag.tagName,
          description: tag.summary,
          attributes: attributesOf(tag).map(({ name: attribute, description, type }) => ({
            name: attribute,
            description,
            value: type?.text === 'boolean' ? { kind: 'no-value' } : { type: type?.text ?? 'string' },
          })),
          slots: (tag.slots ?? []).map((it) => ({ name: it.name, description: it.description })),
          js: {
            events: (tag.events ?? []).map((it) => ({ name: it.name, description: it.description })),
            properties: fieldsOf(tag).map((it) => ({
              name: it.name,
              description: it.description,
              type: it.type?.text,
              ...(it.readonly && { 'read-only': true }),
            })),
          },
          css: {
            parts: (tag.cssParts ?? []).map((it) => ({ name: it.name, description: it.description })),
            properties: (tag.cssProperties ?? []).map((it) => ({
              name: it.name,
              description: it.description,
              ...(it.default && { 'default-value': it.default }),
            })),
          },
        })),
      },
    },
  };
}
