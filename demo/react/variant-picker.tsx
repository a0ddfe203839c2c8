import type { ReactNode } from 'react';
import type { Goods, Variant } from './goods.js';

/** One choice an option. What cannot be had together with the rest can be chosen even so: the shopper is told. */
export function VariantPicker({
  goods,
  variant,
  choose,
}: {
  goods: Goods;
  variant: Variant;
  choose: (variant: Variant) => void;
}): ReactNode {
  const chosen = (at: number, value: string): void => {
    const wanted = variant.options.map((it, other) => (other === at ? value : it));
    const fits = (it: Variant): number =>
      it.options.filter((option, other) => option === wanted[other]).length;
    const found = goods.variants
      .filter((it) => it.options[at] === value)
      .sort((a, b) => fits(b) - fits(a))[0];
    if (found) choose(found);
  };
  return goods.options.map(({ name, values }, at) => (
    <fieldset className="choices" key={name}>
      <legend className="field__label">{name}</legend>
      {values.map(({ value }) => (
        <label className="choice" key={value}>
          <input
            className="choice__input"
            type="radio"
            name={name}
            value={value}
            checked={variant.options[at] === value}
            onChange={() => chosen(at, value)}
          />
          <span className="choice__face">{value}</span>
        </label>
      ))}
    </fieldset>
  ));
}
