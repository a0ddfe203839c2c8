// Keeps the tables of README.md and of the documentation true: what stands between <!-- generated:NAME --> and <!-- /generated --> is written from
// custom-elements.json and from doc comments in src/.
//   --update   write        otherwise: say whether they are up to date
// NAME: a tag (its attributes, events, slots, parts ...), or one of SECTIONS or TYPES below.
import { readFileSync, readdirSync } from 'node:fs';
import { GROUPS, PAGES } from '../../demo/tools/docs-contents.mjs';
import { freshBuild } from './build.mjs';
import { comparisonTable, pagesTable } from './docs-comparison.mjs';
import { eventTable } from './docs-events.mjs';
import { casesTable, corporaTable, sizeLimit, uncoveredTable } from './docs-promises.mjs';
import { settingsTable } from './docs-settings.mjs';
import { typeTable } from './docs-types.mjs';
import { formatted, keep } from './generated.mjs';
import { table } from './markdown.mjs';
import { isMain } from './run.mjs';

/** Tables made of a type's doc comments: of its members, or of the `- \`name\`: meaning` list in its own comment. */
const TYPES = {
  policy: { file: 'src/availability/policy.ts', name: 'Policy', heads: ['Field', 'Meaning'] },
  states: { file: 'src/availability/state.ts', name: 'State', heads: ['State', 'Meaning'] },
  'loader-settings': {
    file: 'src/page/settings.ts',
    name: 'LoaderSettings',
    more: [{ file: 'src/page/lazy-settings.ts', name: 'LazySettings' }],
    heads: ['Attribute', 'Meaning'],
    // Settings are attributes of the script tag.
    label: (name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  },
};

const elementsIn = (manifest) =>
  new Map(
    manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName)
      .map((declaration) => [declaration.tagName, declaration]),
  );

const code = (text) => (text === undefined || text === '' ? '' : `\`${text}\``);

/** All that can be set: attributes with their property, then properties without attribute. */
function membersOf({ attributes = [], members = [] }) {
  const byField = new Map(members.map((member) => [member.name, member]));
  const attributeRows = attributes.map(({ name, fieldName, type, default: initial, description }) => {
    const member = byField.get(fieldName);
    const property = fieldName && fieldName !== name ? `, ${code(fieldName)}` : '';
    const note = member?.reflects ? ' (reflected)' : '';
    return [code(name) + property + note, code(type?.text), code(initial), description];
  });
  const withAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const fields = members.filter(
    ({ kind, name, static: isStatic }) => kind === 'field' && !isStatic && !withAttribute.has(name),
  );
  const fieldRows = fields.map(({ name, type, default: initial, description, readonly }) => [
    `${code(name)} (property${readonly ? ', read only' : ''})`,
    code(type?.text),
    code(initial),
    description,
  ]);
  return [...attributeRows, ...fieldRows];
}

/** The tables of one element. Members without a description are not part of the contract. */
export function elementTables(element) {
  const named = (list = []) => list.map(({ name, description }) => [code(name), description]);
  const parts = [
    table(
      ['Attribute', 'Type', 'Unless told', 'Meaning'],
      membersOf(element).filter((row) => row[3]),
    ),
    table(
      ['Event', 'Type', 'When'],
      (element.events ?? []).map(({ name, type, description }) => [
        code(name),
        code(type?.text),
        description,
      ]),
    ),
    table(
      ['Slot', 'Holds'],
      (element.slots ?? []).map(({ name, description }) => [name ? code(name) : '(unnamed)', description]),
    ),
    table(['Part', 'What it is'], named(element.cssParts)),
    table(
      ['Custom property', 'Unless told', 'Meaning'],
      (element.cssProperties ?? []).map(({ name, default: initial, description }) => [
        code(name),
        code(initial),
        description,
      ]),
    ),
    table(
      ['State', 'When'],
      (element.cssStates ?? []).map(({ name, description }) => [code(`:state(${name})`), description]),
    ),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function sizeTable() {
  const { sums } = JSON.parse(readFileSync('test/sizes.json', 'utf8'));
  const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  return table(
    ['Script-tag files', 'Minified', 'gzip', 'brotli'],
    Object.entries(sums).map(([name, { min, gzip, brotli }]) => [name, kilo(min), kilo(gzip), kilo(brotli)]),
  );
}

/** A group a line, a page a link. */
function contentsList() {
  const titleOf = (page) => {
    const { source, title } = PAGES.find((it) => it.page === page);
    return title ?? /^# (.+)$/m.exec(readFileSync(source, 'utf8'))[1];
  };
  const link = ([page, source = `demo/docs/${page}.md`]) => `[${titleOf(page)}](${source})`;
  return GROUPS.map(([group, list]) => `- **${group}**: ${list.map(link).join(', ')}`).join('\n');
}

/** Sections by name, but for those of a tag or a type. Each is made once, wherever it stands. */
const SECTIONS = {
  events: eventTable,
  sizes: sizeTable,
  contents: contentsList,
  'endpoint-settings': settingsTable,
  cases: casesTable,
  uncovered: uncoveredTable,
  corpora: corporaTable,
  'size-limit': sizeLimit,
  comparison: comparisonTable,
  pages: pagesTable,
};

async function section(name, elements) {
  if (elements.has(name)) return elementTables(elements.get(name));
  if (SECTIONS[name]) return SECTIONS[name](elements);
  if (TYPES[name]) return typeTable(TYPES[name]);
  const known = [...elements.keys(), ...Object.keys(SECTIONS), ...Object.keys(TYPES)].join(', ');
  throw new Error(`There is no generated section '${name}'; there are ${known}.`);
}

const PLACE = /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

/** Where tables may stand. */
const files = () => [
  'README.md',
  ...readdirSync('demo/docs')
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => `demo/docs/${file}`),
];

export async function docs({ update = false } = {}) {
  const elements = elementsIn(JSON.parse(readFileSync('custom-elements.json', 'utf8')));
  const made = new Map();
  let code = 0;
  for (const file of files()) {
    const old = readFileSync(file, 'utf8');
    for (const [, , name] of old.matchAll(PLACE)) {
      if (!made.has(name)) made.set(name, await section(name, elements));
    }
    const text = old.replace(PLACE, (_all, start, name, end) => `${start}\n${made.get(name)}\n\n${end}`);
    code ||= keep(file, await formatted(file, text), { update, command: 'npm run docs' });
  }
  return code;
}

if (isMain(import.meta.url)) {
  process.exitCode = (await freshBuild()) || (await docs({ update: process.argv.includes('--update') }));
}
