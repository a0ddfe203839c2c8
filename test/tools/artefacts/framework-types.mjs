// Types of our tags for JSX, Vue and Svelte, written from custom-elements.json. Each framework's file brings its own rules for
// events along; what they share is in tags.d.ts.
import { attributesOf, fieldsOf, tagsIn, valuesOf } from './tags.mjs';

const doc = (text, indent) => `${indent}/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n`;

/** Types that stand in an attribute: numbers may be written as text. */
function attributeType({ type }) {
  const text = (type?.text ?? 'string').replace(/ \| undefined$/, '');
  if (text === 'number') return 'number | `${number}`';
  if (text === 'boolean' || valuesOf(text).length) return text;
  return 'string';
}

/** What a page may set takes the form of the document; what it reads is parsed. */
const SET_AS = { AvailabilityRecord: 'RecordV1', Policy: 'PolicyV1' };
const propertyType = ({ type }) =>
  (type?.text ?? 'unknown').replace(/\b(AvailabilityRecord|Policy)\b/g, (it) => SET_AS[it]);

function propsOf(tag) {
  const attributes = attributesOf(tag).map((it) => ({ ...it, text: attributeType(it) }));
  const names = new Set(attributes.map(({ name }) => name));
  const fields = fieldsOf(tag)
    .filter(({ name, readonly }) => !readonly && !names.has(name))
    .map((it) => ({ ...it, text: propertyType(it) }));
  return [...attributes, ...fields];
}

export function tagTypes(manifest) {
  const tags = tagsIn(manifest);
  const named = new Set(tags.map(({ name }) => name));
  const blocks = tags.map((tag) => {
    const props = propsOf(tag)
      .map(
        ({ name, description, text }) =>
          `${doc(description, '    ')}    ${JSON.stringify(name)}?: ${text} | undefined;`,
      )
      .join('\n');
    const events = (tag.events ?? [])
      .map(
        ({ name, description, type }) =>
          `${doc(description, '    ')}    ${JSON.stringify(name)}: ${type.text};`,
      )
      .join('\n');
    const slots = (tag.slots ?? []).map(({ name }) => `'${name === '-' ? '' : name}'`).join(' | ') || 'never';
    for (const { type } of tag.events ?? []) named.add(type.text);
    for (const { text } of propsOf(tag)) for (const [it] of text.matchAll(/\b[A-Z]\w+\b/g)) named.add(it);
    return `export interface ${tag.name}Tag {
  element: ${tag.name};
  /** Attributes, and properties that a script sets. */
  props: {
${props}
  };
  events: {
${events}
  };
  /** Values of the attribute \`slot\` of what stands in it; empty for what needs none. */
  slots: ${slots};
}
`;
  });
  return `import type { ${[...named].sort().join(', ')} } from './index.js';

${blocks.join('\n')}
/** Our tags by name. */
export interface BackorderTags {
${tags.map((tag) => `${doc(tag.summary, '  ')}  '${tag.tagName}': ${tag.name}Tag;`).join('\n')}
}

/** Handlers of a tag's events, each under a prefix and the event's own name: \`onbackorder-added\`. */
export type Handlers<Name extends keyof BackorderTags, Prefix extends string> = {
  [Event in keyof BackorderTags[Name]['events'] & string as \`\${Prefix}\${Event}\`]?:
    | ((event: BackorderTags[Name]['events'][Event]) => void)
    | undefined;
};
`;
}

/** An interface with a member for each tag. */
const members = (manifest, type) =>
  tagsIn(manifest)
    .map(({ tagName, summary }) => `${doc(summary, '      ')}      '${tagName}': ${type}<'${tagName}'>;`)
    .join('\n');

const SHARED = `import type { BackorderTags, Handlers } from './tags.js';
`;

export const FRAMEWORKS = {
  // React 19 takes a listener from on + the event's own name, and sets properties that the element has.
  react: (manifest) => `import type {
  DetailedHTMLProps,
  ForwardRefExoticComponent,
  HTMLAttributes,
  ReactNode,
  RefAttributes,
} from 'react';
${SHARED}
export { OfferProvider, useOffer } from './react/use-offer.js';
export type { OfferOptions, OfferSettings } from './react/use-offer.js';
export type { Served } from './headless/served-offers.js';
export type { OfferLine, OfferWords, ToldOffer } from './headless/told-offer.js';

type Camel<Text extends string> = Text extends \`\${infer Head}-\${infer Tail}\`
  ? \`\${Capitalize<Head>}\${Camel<Tail>}\`
  : Capitalize<Text>;

/** What a wrapper takes: properties of the tag, its events as \`onBackorderAdded\`, children for its slots. */
export type WrapperProps<Name extends keyof BackorderTags> = Omit<
  HTMLAttributes<BackorderTags[Name]['element']>,
  keyof BackorderTags[Name]['props']
> &
  BackorderTags[Name]['props'] & {
    children?: ReactNode;
  } & {
    [Event in keyof BackorderTags[Name]['events'] & string as \`on\${Camel<Event>}\`]?:
      | ((event: BackorderTags[Name]['events'][Event]) => void)
      | undefined;
  };

type Wrapper<Name extends keyof BackorderTags> = ForwardRefExoticComponent<
  WrapperProps<Name> & RefAttributes<BackorderTags[Name]['element']>
>;

${tagsIn(manifest)
  .map(
    ({ name, tagName, summary }) =>
      `${doc(`For React 18: ${summary}`, '')}export declare const ${name}: Wrapper<'${tagName}'>;`,
  )
  .join('\n')}

type Tag<Name extends keyof BackorderTags> = Omit<
  DetailedHTMLProps<HTMLAttributes<BackorderTags[Name]['element']>, BackorderTags[Name]['element']>,
  keyof BackorderTags[Name]['props']
> &
  BackorderTags[Name]['props'] &
  Handlers<Name, 'on'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${members(manifest, 'Tag')}
    }
  }
}
`,
  preact: (manifest) => `import type { HTMLAttributes } from 'preact';
${SHARED}
type Tag<Name extends keyof BackorderTags> = Omit<
  HTMLAttributes<BackorderTags[Name]['element']>,
  keyof BackorderTags[Name]['props']
> &
  BackorderTags[Name]['props'] &
  Handlers<Name, 'on'>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${members(manifest, 'Tag')}
    }
  }
}
`,
  // Solid has listeners of custom events under on:NAME, and properties under prop:NAME.
  solid: (manifest) => `import type { JSX } from 'solid-js';
${SHARED}
type Tag<Name extends keyof BackorderTags> = Omit<
  JSX.HTMLAttributes<BackorderTags[Name]['element']>,
  keyof BackorderTags[Name]['props']
> &
  BackorderTags[Name]['props'] & {
    [Prop in keyof BackorderTags[Name]['props'] & string as \`prop:\${Prop}\`]?: BackorderTags[Name]['props'][Prop];
  } & Handlers<Name, 'on:'>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${members(manifest, 'Tag')}
    }
  }
}
`,
  vue: (manifest) => `import type { HTMLAttributes } from 'vue';
${SHARED}export { provideOffers, useOffer } from './vue/use-offer.js';
export type { OfferOptions, OfferSettings } from './vue/use-offer.js';
export type { OfferLine, OfferWords, ToldOffer } from './headless/told-offer.js';
export type { Served } from './headless/served-offers.js';

/** \`backorder-added\` is listened to as \`@backorder-added\`, which is the prop \`onBackorderAdded\`. */
type Camel<Text extends string> = Text extends \`\${infer Head}-\${infer Tail}\`
  ? \`\${Capitalize<Head>}\${Camel<Tail>}\`
  : Capitalize<Text>;

type Tag<Name extends keyof BackorderTags> = new () => {
  $props: Omit<HTMLAttributes, keyof BackorderTags[Name]['props']> &
    BackorderTags[Name]['props'] & {
      [Event in keyof BackorderTags[Name]['events'] & string as \`on\${Camel<Event>}\`]?: (
        event: BackorderTags[Name]['events'][Event],
      ) => void;
    };
};

declare module 'vue' {
  interface GlobalComponents {
${members(manifest, 'Tag').replace(/^ {2}/gm, '')}
  }
}
`,
  // A template of CUSTOM_ELEMENTS_SCHEMA takes any tag: the types are for the class beside it.
  angular: (manifest) => `import type { BackorderTags } from './tags.js';

/** What a tag is given: \`[record]="record"\`. */
export type PropsOf<Name extends keyof BackorderTags> = BackorderTags[Name]['props'];

/** What a handler gets: \`(backorder-added)="added($event)"\`. */
export type EventOf<
  Name extends keyof BackorderTags,
  Event extends keyof BackorderTags[Name]['events'],
> = BackorderTags[Name]['events'][Event];

/** Where in a tag something may stand: \`<span slot="in-stock">\`. */
export type SlotOf<Name extends keyof BackorderTags> = BackorderTags[Name]['slots'];

declare global {
  interface HTMLElementTagNameMap {
${tagsIn(manifest)
  .map(({ tagName }) => `    '${tagName}': BackorderTags['${tagName}']['element'];`)
  .join('\n')}
  }
}
`,
  svelte: (manifest) => `import type { HTMLAttributes } from 'svelte/elements';
${SHARED}
type Tag<Name extends keyof BackorderTags> = Omit<
  HTMLAttributes<BackorderTags[Name]['element']>,
  keyof BackorderTags[Name]['props']
> &
  BackorderTags[Name]['props'] &
  Handlers<Name, 'on'> &
  Handlers<Name, 'on:'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${members(manifest, 'Tag').replace(/^ {2}/gm, '')}
  }
}
`,
};

const camel = (name) => name.replace(/(?:^|-)(\w)/g, (_all, letter) => letter.toUpperCase());

/** What of a framework's file is more than types. */
export const MODULES = {
  vue: () => `export { provideOffers, useOffer } from './vue/use-offer.js';
`,
  // A wrapper for each tag: React 18 sets no properties of custom elements, and hears none of their events.
  react: (manifest) => `'use client';
import { wrapTag } from './react/wrap-tag.js';
export { OfferProvider, useOffer } from './react/use-offer.js';

${tagsIn(manifest)
  .map((tag) => {
    const attributes = attributesOf(tag);
    const named = new Set(attributes.map(({ name }) => name));
    const wrapped = {
      tag: tag.tagName,
      properties: propsOf(tag)
        .map(({ name }) => name)
        .filter((name) => !named.has(name)),
      flags: attributes.filter((it) => attributeType(it) === 'boolean').map(({ name }) => name),
      events: Object.fromEntries((tag.events ?? []).map(({ name }) => [`on${camel(name)}`, name])),
    };
    return `export const ${tag.name} = /* @__PURE__ */ wrapTag(${JSON.stringify(wrapped)});`;
  })
  .join('\n')}
`,
};
