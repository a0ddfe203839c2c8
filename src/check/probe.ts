import type { Choice, Probe, Settings, Snapshot } from './snapshot.js';
import type { System } from './systems.js';

declare global {
  /** Set by {@link installProbe}, in the page that is looked at. */
  var backorderCheck: Probe;
}

/**
 * Gives a page the functions by which it is looked at. Runs in the page before anything else there, and therefore uses nothing
 * from outside itself.
 *
 * @param inline text that takes the place of the availability document in the page
 */
export function installProbe(systems: readonly System[], inline?: string): void {
  const TAG = 'script[src*="backorder-elements"], script[data-endpoint]';
  const INLINE = 'script[type="application/json"][data-backorder-availability]';

  const system = (): System => {
    const found = systems.find(
      ({ sign }) => sign && (sign.startsWith('[') ? document.querySelector(sign) : sign in globalThis),
    );
    return found ?? (systems.at(-1) as System);
  };

  const jsonSettings = (): { readonly json: Record<string, unknown>; readonly broken: boolean } => {
    const tag = document.querySelector('script[type="application/json"][data-backorder-settings]');
    try {
      const json: unknown = JSON.parse(tag?.textContent ?? '{}');
      const sound = typeof json === 'object' && json !== null;
      return { json: sound ? (json as Record<string, unknown>) : {}, broken: !sound };
    } catch {
      return { json: {}, broken: true };
    }
  };

  const settings = (): Settings => {
    const { json, broken } = jsonSettings();
    const tags = [...document.querySelectorAll<HTMLScriptElement>(TAG)];
    const get = (name: string): string | undefined => {
      const value = json[name];
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      return tags.find(({ dataset }) => name in dataset)?.dataset[name];
    };
    const endpoint = get('endpoint');
    const [textField, recordField, product] = [get('textField'), get('recordField'), get('product')];
    const text = document.querySelector(INLINE)?.textContent;
    return {
      off: get('backorderOff') !== undefined || json.backorderOff === true,
      broken,
      ...(endpoint && { endpoint: new URL(endpoint, document.baseURI).href }),
      ...(product && { product }),
      ...(textField !== undefined && { textField }),
      ...(recordField !== undefined && { recordField }),
      ...(text && { inline: text }),
    };
  };

  const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

  const fieldsOf = (form: HTMLFormElement): HTMLInputElement[] =>
    ([...form.elements] as HTMLInputElement[]).filter(
      ({ type, checked }) => checked || !/^(?:radio|checkbox)$/.test(type),
    );

  const fieldOf = (form: HTMLFormElement, names: readonly string[]): HTMLInputElement | undefined =>
    names.map((name) => fieldsOf(form).find((it) => it.name === name)).find(Boolean);

  const buttonOf = (form: HTMLFormElement, { button, express }: System): HTMLButtonElement | undefined => {
    const controls = ([...form.elements] as HTMLButtonElement[]).filter((it) =>
      /^(?:submit|button)$/.test(it.type),
    );
    for (const selector of button.split(', ')) {
      const found = controls.find((it) => it.matches(selector) && !it.matches(express));
      if (found) return found;
    }
    return undefined;
  };

  const units = (): { form: HTMLFormElement; button: HTMLButtonElement | undefined }[] => {
    const own = system();
    const forms = [...document.querySelectorAll<HTMLFormElement>(own.form)];
    return forms.map((form) => ({ form, button: buttonOf(form, own) }));
  };

  /** The form that a shopper of this product uses: the first whose button is in sight. */
  const main = (): { form?: HTMLFormElement; button?: HTMLButtonElement | undefined; root: Element } => {
    const all = units();
    const found =
      all.find(({ button }) => button && isSeen(button)) ?? all.find(({ button }) => button) ?? all[0];
    const root = found?.form.closest(system().root) ?? found?.form ?? document.body;
    return { ...found, root };
  };

  const referenceOf = (form: HTMLFormElement): string | undefined => {
    const { productAttributes, product, variant, reference } = system();
    const attributes = productAttributes.map((it) => form.closest(`[${it}]`)?.getAttribute(it));
    const around = reference && form.closest(reference.selector)?.getAttribute(reference.attribute);
    return (
      attributes.find(Boolean) ||
      form.closest('product-availability')?.getAttribute('product') ||
      fieldOf(form, product)?.value ||
      (around && reference && new RegExp(reference.pattern).exec(around)?.[1]) ||
      fieldOf(form, variant)?.value ||
      settings().product ||
      undefined
    );
  };

  /** What only the JSON of the form's runtime tells: an option's name around, its value on what is chosen. */
  const toldIn = (element: Element, attribute: string, prefix: string): Record<string, string> => {
    const told = (of?: Element | null): { name?: unknown; option?: { value?: unknown } | null } => {
      try {
        return (JSON.parse(of?.getAttribute(attribute) ?? '') ?? {}) as object;
      } catch {
        return {};
      }
    };
    const name = told(element).name ?? told(element.parentElement?.closest(`[${attribute}]`)).name;
    const value = (element as HTMLSelectElement).value ?? told(element).option?.value;
    if (typeof name !== 'string') return {};
    return { [prefix + name.toLowerCase().replace(prefix, '')]: typeof value === 'string' ? value : '' };
  };

  const chosenIn = (form: HTMLFormElement): Choice => {
    const { variant, product, quantity, choices } = system();
    const id = fieldOf(form, variant)?.value.replace(/^0$/, '');
    const options: Record<string, string> = {};
    const others = [...variant, ...product, ...quantity];
    for (const field of fieldsOf(form)) {
      if (!/^(?:radio|checkbox|select-one)$/.test(field.type) || others.includes(field.name)) continue;
      options[field.name] = field.value;
    }
    for (const element of choices ? form.querySelectorAll(choices.selector) : []) {
      const name = choices && element.closest(`[${choices.name}]`)?.getAttribute(choices.name);
      if (name && choices) options[name] = element.getAttribute(choices.value) ?? '';
      else if (choices?.context)
        Object.assign(options, toldIn(element, choices.context.attribute, choices.context.prefix));
    }
    return { ...(id && { id }), options };
  };

  const wordsOf = (button: HTMLButtonElement): string =>
    (button.localName === 'input' ? button.value : button.innerText).replace(/\s+/g, ' ').trim();

  const stateOf = (element: Element): string =>
    element.closest('[data-backorder-state]')?.getAttribute('data-backorder-state') ?? '';

  const snapshot = (): Snapshot => {
    const { form, button, root } = main();
    const { x, y, width, height } = (button ?? document.body).getBoundingClientRect();
    const notice = [...document.querySelectorAll<HTMLElement>('eta-notice')].find(isSeen);
    const drawn = [...(notice?.shadowRoot?.children ?? [])] as HTMLElement[];
    const inside = drawn.map((it) => it.innerText).join(' ') || (notice?.innerText ?? '');
    const reference = form && referenceOf(form);
    const quantity = form && fieldOf(form, system().quantity)?.name;
    return {
      forms: units().length,
      button: !!button,
      words: button ? wordsOf(button) : '',
      off:
        !!button &&
        (button.disabled || button.ariaDisabled === 'true' || button.classList.contains('disabled')),
      box: { x: x + scrollX, y: y + scrollY, width, height },
      choice: form ? chosenIn(form) : { options: {} },
      fields: (form ? fieldsOf(form) : [])
        .filter((it) => it.hasAttribute('data-backorder-field'))
        .map((it) => it.name),
      state: button ? stateOf(button) : '',
      notice: inside.replace(/\s+/g, ' ').trim(),
      express: root.querySelectorAll(system().express).length,
      backorders: units().filter((it) => it.button && isSeen(it.button) && stateOf(it.button) === 'backorder')
        .length,
      language: document.documentElement.lang,
      ...(reference && { reference }),
      ...(quantity && { quantity }),
    };
  };

  globalThis.backorderCheck = {
    script: () => ({
      src: document.querySelector<HTMLScriptElement>(TAG)?.src ?? '',
      ran: Symbol.for('backorder-elements.loader.1') in globalThis,
    }),
    settings,
    system: () => system().name,
    snapshot,
    root: () => main().root,
    press: () => main().button?.click(),
  };

  if (inline === undefined) return;
  const replace = (): void => {
    const tag = document.querySelector(INLINE);
    if (tag && tag.textContent !== inline) tag.textContent = inline;
  };
  new MutationObserver(replace).observe(document, { childList: true, subtree: true });
}
