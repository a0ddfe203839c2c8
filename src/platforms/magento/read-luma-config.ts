import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD } from '../../availability/record.js';
import { at, entriesOf, idOf, isObject, objectsIn, optionsOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { refusal } from '../stock-record.js';

interface Choice {
  readonly attribute: string;
  readonly code?: unknown;
  readonly option: string;
  readonly label?: unknown;
}

/**
 * The children of a configurable product, out of the JSON that Magento's pages carry: Luma's `spConfig` or `jsonConfig` (in
 * `text/x-magento-init` as a whole, too), or the argument of Hyva's `initConfigurableOptions`.
 *
 * A child that is missing under `salable` is not sold. One that is there can be ordered, which covers backorders: nothing is
 * said of the shelf. Without a `salable` map nothing is known.
 */
export function readMagentoConfig(json: unknown): readonly ProductReading[] {
  const configs = objectsIn(
    json,
    (it) =>
      isObject(at(it, 'attributes')) &&
      ['productId', 'index', 'salable'].some((key) => Object.hasOwn(it, key)),
  );
  return Object.freeze(
    configs.map((config) => {
      const choices = choicesOf(config);
      const salable = salableOf(config);
      const variants = [...choices].map(
        ([id, chosen]) =>
          known({
            id,
            sku: idOf(at(config, 'sku', id)) ?? idOf(at(config, 'skus', id)),
            options: optionsOf(chosen, (it) => {
              const { code, label } = it as Choice;
              return [code, label];
            }),
            record: !salable
              ? UNKNOWN_RECORD
              : chosen.every(({ attribute, option }) => salable.has(keyOf(attribute, option, id)))
                ? known({ orderable: true })
                : refusal(),
          }) as VariantReading,
      );
      return known({
        id: idOf(at(config, 'productId')),
        record: UNKNOWN_RECORD,
        variants: Object.freeze(variants),
      }) as ProductReading;
    }),
  );
}

/** What has to be chosen to get each child. */
function choicesOf(config: unknown): ReadonlyMap<string, readonly Choice[]> {
  const found = new Map<string, Choice[]>();
  for (const attribute of entriesOf(at(config, 'attributes'))) {
    for (const option of entriesOf(at(attribute, 'options'))) {
      const [ofAttribute, ofOption] = [idOf(at(attribute, 'id')), idOf(at(option, 'id'))];
      if (ofAttribute === undefined || ofOption === undefined) continue;
      const choice = {
        attribute: ofAttribute,
        code: at(attribute, 'code'),
        option: ofOption,
        label: at(option, 'label'),
      };
      for (const child of entriesOf(at(option, 'products'))) {
        const id = idOf(child);
        if (id !== undefined) add(found, id, choice);
      }
    }
  }
  // Shops that hide what is sold out list it in the index alone.
  const index = at(config, 'index');
  for (const [id, chosen] of isObject(index) ? Object.entries(index) : []) {
    if (found.has(id) || !isObject(chosen)) continue;
    for (const attribute of Object.keys(chosen)) {
      const option = idOf(chosen[attribute]);
      if (option !== undefined) add(found, id, { attribute, option });
    }
  }
  return found;
}

function add(found: Map<string, Choice[]>, id: string, choice: Choice): void {
  const same = found.get(id);
  if (same) same.push(choice);
  else found.set(id, [choice]);
}

function salableOf(config: unknown): ReadonlySet<string> | undefined {
  const salable = at(config, 'salable');
  // PHP prints an empty map as a list; with no map at all nobody said what can be sold.
  if (!isObject(salable) && !Array.isArray(salable)) return undefined;
  const keys = new Set<string>();
  for (const [attribute, options] of Object.entries(salable as object) as [string, unknown][]) {
    if (!isObject(options)) continue;
    for (const [option, products] of Object.entries(options)) {
      for (const id of entriesOf(products)) keys.add(keyOf(attribute, option, idOf(id)));
    }
  }
  return keys;
}

const keyOf = (...parts: readonly (string | undefined)[]): string => parts.join('|');
