// What BigCommerce's Page Builder asks of a widget template: the `widgetSchema` of its Content API (2026), names that a Handlebars template can
// read, and a template that paper-handlebars can compile.
import Handlebars from 'handlebars';

const TYPES =
  'alignment boolean boxModel code color imageManager input number productId productImage range regexInput select text toggle'.split(
    ' ',
  );
/** What Page Builder's own Handlebars has besides the language's built-in helpers, and we may use. */
const HELPERS = ['if', 'unless', 'each', 'with'];

function settingFaults(setting, among, say) {
  const { type, id, label, default: usual, typeMeta = {}, conditional } = setting;
  if (!TYPES.includes(type)) say(`no setting is of type "${type}"`);
  if (!/^[a-zA-Z][a-zA-Z0-9_]*$/.test(id ?? '')) say(`"${id}" cannot be read by a template`);
  if (!label) say(`${id} has no label`);
  if (usual === undefined) say(`${id} has no default`);
  if (type === 'boolean' && typeof usual !== 'boolean') say(`${id}: the default is true or false`);
  if (type === 'color' && usual !== '' && !/^#[\da-f]{3,8}$|^rgba?\(/i.test(usual)) say(`${id}: no colour`);
  if (['select', 'toggle'].includes(type)) {
    const options = typeMeta.selectOptions ?? [];
    if (!options.length || options.some((it) => !it.label || it.value === undefined)) {
      say(`${id}: options have label and value`);
    } else if (!options.some(({ value }) => value === usual)) say(`${id}: "${usual}" is none of its options`);
  }
  if (['range', 'number'].includes(type)) {
    const { minValue, maxValue } = typeMeta.rangeValues ?? {};
    if (type === 'range' && !(minValue < maxValue)) say(`${id}: a range has its ends`);
  }
  if (conditional) {
    const other = among.find((it) => it.id === conditional.key);
    if (!other) say(`${id} depends on ${conditional.key}, which is not there`);
    if (conditional.operator !== 'IN') say(`${id}: only IN is an operator`);
    if (!Array.isArray(conditional.value)) say(`${id}: values are a list`);
  }
}

function schemaFaults(schema, say) {
  const settings = schema.flatMap((it) =>
    it.type === 'hidden' ? (it.settings ?? []) : (it.sections ?? []).flatMap((one) => one.settings ?? []),
  );
  for (const { type, label, sections, settings: own } of schema) {
    if (!['tab', 'array', 'hidden'].includes(type)) say(`no part of a schema is "${type}"`);
    else if (type === 'hidden' ? !own?.length : !label || !sections?.length) say(`a ${type} is empty`);
    for (const it of sections ?? []) if (!it.label || !it.settings?.length) say('a section is empty');
  }
  const ids = settings.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) say('an id is there twice');
  for (const it of settings) settingFaults(it, settings, say);
  return ids;
}

/** All names that a template reads, and the helpers that it calls. */
function namesIn(template) {
  const names = new Set();
  const helpers = new Set();
  let raw = false;
  class Names extends Handlebars.Visitor {
    PathExpression({ original, data }) {
      if (!data) names.add(original.split('.')[0]);
    }
    MustacheStatement(node) {
      raw ||= !node.escaped;
      if (node.params.length) helpers.add(node.path.original);
      else this.accept(node.path);
      this.acceptArray(node.params);
    }
    BlockStatement(node) {
      helpers.add(node.path.original);
      this.acceptArray(node.params);
      this.accept(node.program);
      if (node.inverse) this.accept(node.inverse);
    }
    PartialStatement({ name }) {
      helpers.add(`> ${name.original}`);
    }
  }
  new Names().accept(Handlebars.parse(template));
  return { names, helpers, raw };
}

/** All that Page Builder would refuse, or show wrongly. */
export function widgetFaults({ schema, config, template }) {
  const found = [];
  const say = (it) => found.push(it);
  let ids = [];
  if (Array.isArray(schema) && schema.length) ids = schemaFaults(schema, say);
  else say('the schema is a list of tabs');
  for (const id of ids) if (!(id in config)) say(`the configuration lacks ${id}`);
  for (const id of Object.keys(config)) if (!ids.includes(id)) say(`the configuration has ${id}`);
  try {
    const { names, helpers, raw } = namesIn(template);
    for (const it of names)
      if (it !== '_' && !ids.includes(it)) say(`the template reads ${it}, which is no setting`);
    for (const it of ids) if (!names.has(it)) say(`the template does not read ${it}`);
    for (const it of helpers) if (!HELPERS.includes(it)) say(`the template calls ${it}`);
    if (raw) say('the template prints something as it is');
  } catch (error) {
    say(`the template: ${error.message}`);
  }
  if (/\b(onclick|onload|onerror)\s*=|<script/i.test(template)) say('the template brings script');
  return found;
}
