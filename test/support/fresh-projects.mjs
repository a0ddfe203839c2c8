// Projects of other people in which the package has just been installed, each as small as its own tools make one.

/** A product that is gone until a day far off, with all that shows it. */
const TAGS = `<product-availability product="walnut-side-table" endpoint="/availability.json">
      <backorder-badge></backorder-badge>
      <preorder-button></preorder-button>
      <eta-notice></eta-notice>
    </product-availability>`;

const page = (inside, head = '') => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Fresh</title><link rel="icon" href="data:,">${head}</head>
  <body>${inside}</body>
</html>
`;

/** The example of a text that goes by a name. */
export function exampleIn(text, name) {
  const found = new RegExp(`<!-- example: ${name} -->\\n+\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(text);
  if (!found) throw new Error(`There is no example ${name}`);
  return found[1];
}

/** Their files, by project and by name. A `vite.config.js` says that it is built. */
export const freshProjects = ({ readme, vue }) => ({
  vue: {
    'index.html': page('<div id="app"></div><script type="module" src="./main.js"></script>'),
    'vite.config.js': `import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } })],
});
`,
    'main.js': `import 'backorder-elements/define';
import { createApp } from 'vue';
import App from './App.vue';

globalThis.myCart = {
  addLines: (product, lines) => {
    document.querySelector('output').textContent =
      product + ': ' + lines.map((it) => it.quantity + ' ' + (it.properties.Availability ?? 'now')).join(', ');
  },
};
createApp(App).mount('#app');
`,
    'App.vue': `<script setup>
import { provideOffers } from 'backorder-elements/vue';
import { ref } from 'vue';
import Product from './Product.vue';

provideOffers({ endpoint: '/availability.json' });
const added = ref('');
const adapter = { add: async ({ product, quantity }) => { added.value = quantity + ' ' + product; } };
</script>

<template>
    ${TAGS.replace('<preorder-button>', '<preorder-button :adapter="adapter">')}
    <output>{{ added }}</output>
    <section><Product /></section>
</template>
`,
    // What the documentation shows for Vue.
    'Product.vue': exampleIn(vue, 'vue-offer'),
  },
  react: {
    'index.html': page('<div id="app"></div><script type="module" src="./main.jsx"></script>'),
    // Vite's own JSX needs no plugin.
    'vite.config.js': `export default { base: './', oxc: { jsx: { runtime: 'automatic' } } };
`,
    'main.jsx': `import 'backorder-elements/define';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [added, setAdded] = useState('');
  const [adapter] = useState({ add: async ({ product, quantity }) => setAdded(quantity + ' ' + product) });
  return (
    <>
    ${TAGS.replace('<preorder-button>', '<preorder-button adapter={adapter}>')}
    <output>{added}</output>
    </>
  );
}

createRoot(document.querySelector('#app')).render(<App />);
`,
  },
  plain: {
    'index.html': page('<output></output><script type="module" src="./main.js"></script>'),
    'vite.config.js': `export default { base: './' };
`,
    // What README.md shows first, with the shop's cart that it speaks of.
    'main.js': `const myCart = {
  add: async (product, quantity) => { document.querySelector('output').textContent = quantity + ' ' + product; },
};
${exampleIn(readme, 'headless')}`,
  },
  bare: {
    'index.html': page(
      `${TAGS}
    <output></output>
    <script type="module">
      import 'backorder-elements/define';

      document.querySelector('preorder-button').adapter = {
        add: async ({ product, quantity }) => { document.querySelector('output').textContent = quantity + ' ' + product; },
      };
    </script>`,
      `
    <script type="importmap">
      { "imports": { "backorder-elements/define": "/node_modules/backorder-elements/cdn/backorder-elements.elements.js" } }
    </script>`,
    ),
  },
});
