import type { Control, Picker } from './snapshot.js';

declare global {
  /** Set by {@link installPicker}, in the page that is looked at. */
  var backorderPicker: Picker;
}

/**
 * Gives a page the functions by which another variant is chosen, as a shopper does. Runs in the page, after the probe, and uses nothing
 * from outside itself.
 *
 * @param others names of fields that choose nothing
 */
export function installPicker(others: readonly string[]): void {
  const pickers = (): HTMLElement[] => {
    const found = globalThis.backorderCheck
      .root()
      .querySelectorAll<HTMLElement>('select, input[type=radio], [role=radio]');
    return [...found].filter((it) => !others.includes((it as HTMLInputElement).name));
  };
  const nameOf = (it: HTMLElement): string =>
    (it as HTMLInputElement).name || it.closest('[role=radiogroup]')?.getAttribute('aria-label') || '';
  const markOf = (it: HTMLElement): string => it.getAttribute('data-value') ?? it.textContent.trim();

  const controls = (): readonly Control[] =>
    pickers().flatMap((it): Control[] => {
      const name = nameOf(it);
      if (it instanceof HTMLSelectElement) {
        const values = [...it.options].filter((option) => option.value && !option.disabled);
        return values
          .filter(({ value }) => value !== it.value)
          .map(({ value }) => ({ kind: 'select', name, value, now: it.value }));
      }
      const same = pickers().filter((other) => other.localName === it.localName && nameOf(other) === name);
      if (it instanceof HTMLInputElement) {
        const now = (same as HTMLInputElement[]).find(({ checked }) => checked)?.value;
        return it.checked || now === undefined ? [] : [{ kind: 'field', name, value: it.value, now }];
      }
      const chosen = same.find((other) => other.ariaChecked === 'true');
      return it === chosen || !chosen ? [] : [{ kind: 'mark', name, value: markOf(it), now: markOf(chosen) }];
    });

  const choose = ({ kind, name }: Control, value: string): void => {
    const same = pickers().filter((it) => nameOf(it) === name);
    if (kind === 'select') {
      const select = same.find((it) => it instanceof HTMLSelectElement);
      if (!select) return;
      select.value = value;
      for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
    } else if (kind === 'field') {
      same.find((it) => it instanceof HTMLInputElement && it.value === value)?.click();
    } else same.find((it) => markOf(it) === value)?.click();
  };

  globalThis.backorderPicker = { controls, choose };
}
