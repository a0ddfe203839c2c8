// What Shopify asks of a theme app extension before it takes it: folders, sizes, schemas, settings, tags and locales, as its pages
// "Configure theme app extensions", "Input settings" and Theme Check's rules for app blocks had them in November 2026.
import { gzipSync } from 'node:zlib';

const PLACES = [
  /^shopify\.extension\.toml$/,
  /^assets\/[^/]+$/,
  /^blocks\/[^/]+\.liquid$/,
  /^snippets\/[^/]+\.liquid$/,
  /^locales\/[a-z]{2}(-[A-Z]{2})?(\.default)?(\.schema)?\.json$/,
];
const [ALL, LIQUID, LOCALE, BLOCKS, CSS, SCRIPT] = [10_000_000, 100_000, 15_000, 30, 100_000, 10_000];
const KEYS =
  'name target tag class settings javascript stylesheet enabled_on disabled_on available_if default'.split(
    ' ',
  );
const TARGETS = ['section', 'head', 'compliance_head', 'body'];
const SIDEBAR = ['header', 'paragraph'];
/** Settings without a default: what they name is a shop's own. */
const RESOURCES =
  'article article_list blog collection collection_list font_picker image_picker link_list metaobject metaobject_list page product product_list video'.split(
    ' ',
  );
const SIMPLE =
  'checkbox color color_background color_palette color_scheme html inline_richtext liquid number radio range richtext select text text_alignment textarea url video_url'.split(
    ' ',
  );
/** Tags that an app block may not use. */
const FORBIDDEN = /{%-?\s*(include|layout|sections?|javascript|stylesheet)\b/g;
const PAGE_OBJECTS = /\bcontent_for_(header|index|layout)\b/g;

const keysOf = (it, path = '') =>
  Object.entries(it).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value, `${path}${key}.`) : [path + key],
  );
const at = (words, key) => key.split('.').reduce((it, name) => it?.[name], words);

function parsed(text, where, say) {
  try {
    return JSON.parse(text);
  } catch (error) {
    say(`${where}: ${error.message}`);
    return undefined;
  }
}

function settingFaults(setting, say) {
  const { type, id, label, default: usual, options, content, min, max, step } = setting;
  if (SIDEBAR.includes(type)) {
    if (!content || id) say(`a ${type} has content and no id`);
    return;
  }
  if (![...RESOURCES, ...SIMPLE].includes(type)) say(`no setting is of type "${type}"`);
  if (!/^[a-z0-9_-]+$/i.test(id ?? '')) say(`"${id}" is no id`);
  if (!label) say(`${id} has no label`);
  if (usual === '') say(`${id}: an empty default is refused`);
  if (RESOURCES.includes(type) && usual !== undefined) say(`${id}: a ${type} has no default`);
  if (!RESOURCES.includes(type) && 'autofill' in setting) say(`${id}: only resources are filled in`);
  if (type === 'checkbox' && usual !== undefined && typeof usual !== 'boolean') say(`${id}: true or false`);
  if (['number', 'range'].includes(type) && usual !== undefined && typeof usual !== 'number') {
    say(`${id}: the default is a number`);
  }
  if (type === 'range') {
    const steps = (max - min) / step;
    if (!(steps >= 3 && steps <= 100) || !Number.isInteger(steps)) say(`${id}: 3 to 100 steps`);
    if (usual === undefined || usual < min || usual > max) say(`${id}: a default within its range`);
  }
  if (['select', 'radio'].includes(type)) {
    if (!options?.length || options.some((it) => !it.label || typeof it.value !== 'string')) {
      say(`${id}: options have value and label`);
    } else if (usual !== undefined && !options.some(({ value }) => value === usual)) {
      say(`${id}: "${usual}" is none of its options`);
    }
  }
}

function blockFaults(schema, files, say) {
  for (const key of Object.keys(schema)) if (!KEYS.includes(key)) say(`no schema has "${key}"`);
  if (!schema.name) say('has no name');
  if (!TARGETS.includes(schema.target)) say(`no target is "${schema.target}"`);
  if (schema.enabled_on && schema.disabled_on) say('is enabled and disabled');
  for (const [key, limit, size] of [
    ['stylesheet', CSS, (it) => it.length],
    ['javascript', SCRIPT, (it) => gzipSync(it).length],
  ]) {
    const name = schema[key];
    if (!name) continue;
    const file = files[`assets/${name}`];
    if (file === undefined) say(`${key} ${name} is not in assets`);
    else if (size(Buffer.from(file)) > limit) say(`${key} ${name} is larger than ${limit} bytes`);
  }
  const ids = (schema.settings ?? []).flatMap(({ id }) => id ?? []);
  if (new Set(ids).size !== ids.length) say('has an id twice');
  for (const it of schema.settings ?? []) settingFaults(it, say);
}

function localeFaults(files, say) {
  for (const suffix of ['.json', '.schema.json']) {
    const names = Object.keys(files).filter(
      (it) =>
        it.startsWith('locales/') &&
        it.endsWith('.json') &&
        it.endsWith('.schema.json') === (suffix !== '.json'),
    );
    const [main, ...more] = names.filter((it) => it.includes('.default.'));
    if (!main || more.length) say(`locales: exactly one default of *${suffix}`);
    const expected = main && keysOf(parsed(files[main], main, say) ?? {}).sort();
    for (const name of names) {
      if (Buffer.byteLength(files[name]) > LOCALE) say(`${name} is larger than 15 kB`);
      const keys = keysOf(parsed(files[name], name, say) ?? {}).sort();
      if (expected && keys.join() !== expected.join()) say(`${name} has other words than ${main}`);
    }
  }
}

/**
 * All that Shopify would refuse, or cut off.
 *
 * @param files texts by path, as they lie in the extension's folder
 */
export function extensionFaults(files) {
  const found = [];
  const say = (it) => found.push(it);
  const paths = Object.keys(files);
  const sizeOf = (some) => some.reduce((sum, it) => sum + Buffer.byteLength(files[it]), 0);
  for (const path of paths) if (!PLACES.some((it) => it.test(path))) say(`${path} has no place`);
  if (!/^type = "theme"$/m.test(files['shopify.extension.toml'] ?? '')) say('its type is not "theme"');
  if (!/^name = "[^"]+"$/m.test(files['shopify.extension.toml'] ?? '')) say('it has no name');
  if (sizeOf(paths) > ALL) say('all files are more than 10 MB');
  const liquid = paths.filter((it) => it.endsWith('.liquid'));
  if (sizeOf(liquid) > LIQUID) say('Liquid is more than 100 kB');
  const blocks = liquid.filter((it) => it.startsWith('blocks/'));
  if (!blocks.length || blocks.length > BLOCKS) say(`${blocks.length} blocks`);
  const [wordsPath] = paths.filter((it) => it.endsWith('.default.schema.json'));
  const words = parsed(files[wordsPath] ?? '{}', wordsPath, say) ?? {};
  for (const path of liquid) {
    const text = files[path].replace(/{%-?\s*comment[^]*?endcomment\s*-?%}/g, '');
    for (const [, tag] of text.matchAll(FORBIDDEN)) say(`${path}: {% ${tag} %} may not be used`);
    for (const [object] of text.matchAll(PAGE_OBJECTS)) say(`${path}: ${object} is the theme's`);
    for (const [, used] of text.matchAll(/render '([\w-]+)'/g)) {
      if (!(`snippets/${used}.liquid` in files)) say(`${path} renders ${used}, which is not there`);
    }
    for (const [, used] of text.matchAll(/'([\w.-]+)' \| asset_url/g)) {
      if (!(`assets/${used}` in files)) say(`${path} needs assets/${used}, which is not there`);
    }
    const schemas = [...text.matchAll(/{%-?\s*schema\s*-?%}([^]*?){%-?\s*endschema\s*-?%}/g)];
    const expected = path.startsWith('blocks/') ? 1 : 0;
    if (schemas.length !== expected) say(`${path}: ${schemas.length} schemas`);
    if (expected === 0 || schemas.length === 0) continue;
    const schema = parsed(schemas[0][1], path, say);
    if (!schema) continue;
    blockFaults(schema, files, (it) => say(`${path}: ${it}`));
    for (const [, key] of JSON.stringify(schema).matchAll(/"t:([^"]+)"/g)) {
      if (typeof at(words, key) !== 'string') say(`${path}: no words for ${key}`);
    }
    const { name = '' } = schema;
    const said = name.startsWith('t:') ? (at(words, name.slice(2)) ?? '') : name;
    if (said.length > 25) say(`${path}: its name is longer than 25 letters`);
  }
  localeFaults(files, say);
  return found;
}
