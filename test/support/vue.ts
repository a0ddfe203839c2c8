// Vue as a bundler's development build has it, with its warnings, and with what compiles templates.
import type * as Vue from 'vue';

const NODE = { env: { NODE_ENV: 'development' } };
const FLAGS = {
  __VUE_OPTIONS_API__: true,
  __VUE_PROD_DEVTOOLS__: false,
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: true,
};

let loaded: Promise<typeof Vue> | undefined;

/** Files for bundlers ask for what Node has, and this page is none. */
export function loadVue(): Promise<typeof Vue> {
  Object.assign(globalThis, { process: NODE, ...FLAGS });
  // @ts-expect-error the file has no types of its own; they are those of the package
  return (loaded ??= import('vue/dist/vue.esm-bundler.js') as Promise<typeof Vue>);
}

/** An app on a page of its own, for as long as a test takes. */
export interface Mounted {
  readonly app: Vue.App;
  readonly place: HTMLElement;
  find<T extends Element = HTMLElement>(selector: string): T;
}

const mounted: Mounted[] = [];

/** Mounts a component; our tags are taken for what they are, as a project's own settings say. */
export async function mountVue(component: Vue.Component): Promise<Mounted> {
  const { createApp } = await loadVue();
  const place = document.createElement('main');
  document.body.append(place);
  const app = createApp(component);
  app.config.compilerOptions.isCustomElement = (tag) => tag.includes('-');
  app.mount(place);
  const found: Mounted = {
    app,
    place,
    find: <T extends Element>(selector: string) => {
      const element = place.querySelector<T>(selector);
      if (!element) throw new Error(`no ${selector} in ${place.innerHTML}`);
      return element;
    },
  };
  mounted.push(found);
  return found;
}

/** Takes all apps away. */
export function unmountAll(): void {
  for (const { app, place } of mounted.splice(0)) {
    app.unmount();
    place.remove();
  }
}
