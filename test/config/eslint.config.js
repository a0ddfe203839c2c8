import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const names = (list) => Object.fromEntries(list.split(' ').map((name) => [name, 'readonly']));
const node = names(
  'Buffer process console fetch setTimeout clearTimeout URL URLSearchParams Request Response Headers AbortController AbortSignal setInterval clearInterval performance structuredClone TextEncoder TextDecoder crypto',
);

// Text of a shop, a merchant or a shopper never becomes markup or code, and the page's own network is not patched.
const restrictedSyntax = [
  ['ExportDefaultDeclaration', 'Name what you export.'],
  ['TSEnumDeclaration', 'Use a union of strings.'],
  ['MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]', 'No markup from text.'],
  [
    'MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    'No markup from text.',
  ],
  ["MemberExpression[object.name='document'][property.name=/^(write|writeln)$/]", 'No markup from text.'],
  ['TemplateElement[value.raw=/\\.(innerHTML|outerHTML|srcdoc)\\s*=/]', 'No markup from text.'],
  ["AssignmentExpression[left.property.name='fetch']", 'fetch is never patched.'],
  [
    "MemberExpression[object.object.name='XMLHttpRequest'][object.property.name='prototype']",
    'XHR is never patched.',
  ],
].map(([selector, message]) => ({ selector, message }));

export default defineConfig(
  { ignores: ['dist', 'cdn', 'demo-dist', 'coverage', 'node_modules', '.cache'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'demo/**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit['flat/recommended'],
      wc['flat/recommended'],
      litA11y.configs.recommended,
    ],
    languageOptions: { parserOptions: { projectService: true } },
    settings: { wc: { elementBaseClasses: ['LitElement', 'OfferElement'] } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['lit/directives/unsafe-*'], message: 'No markup from text.' }] },
      ],
    },
  },
  { files: ['src/report.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai's assertions are typed as promises by the accessibility plugin, though only that one is.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // Tests hand on functions, and odd numbers, on purpose.
      '@typescript-eslint/unbound-method': 'off',
      'no-loss-of-precision': 'off',
    },
  },
  { files: ['vite.config.ts', 'test/config/*.ts'], extends: [tseslint.configs.recommended] },
  { files: ['test/**/*.{js,mjs}', 'demo/**/*.mjs'], languageOptions: { globals: node } },
  {
    // Run in the page, or have functions that do.
    files: [
      'demo/{builder,endpoint-api,endpoint-down,gallery,guard,languages,outbox,promise,stock-room,targets,targets-answers}.mjs',
      'demo/docs/*.mjs',
      'demo/msw/*.mjs',
      'test/demo/*.mjs',
      'test/packed.node.mjs',
      'test/vue/*.mjs',
      'test/cms/*.node.mjs',
      'test/endpoint/*-pages.node.mjs',
      'test/support/demo-browser.mjs',
      'test/support/gallery-picture.mjs',
      'test/tools/screenshots.mjs',
    ],
    languageOptions: {
      globals: names(
        'document window addEventListener location navigator history matchMedia getComputedStyle requestAnimationFrame MutationObserver PerformanceObserver FormData CSSStyleSheet ResizeObserver Element HTMLStyleElement Text DOMParser OffscreenCanvas createImageBitmap',
      ),
    },
  },
  {
    // The demo shop's own scripts: classic ones, as themes have them, which share their names.
    files: ['demo/**/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-undef': 'off', 'no-unused-vars': ['error', { vars: 'local' }] },
  },
);
