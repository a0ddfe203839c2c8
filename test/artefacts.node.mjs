// What comes with the package besides code: data for editors, types for frameworks, hashes, the bill of materials, and the page for
// assistants. Each is held to what it speaks of.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { artefacts } from './tools/artefacts.mjs';
import { sbom } from './tools/artefacts/sbom.mjs';
import { tagsIn, undescribed } from './tools/artefacts/tags.mjs';
import { formatted } from './tools/generated.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('custom-elements.json');
const tags = tagsIn(manifest);
const names = tags.map(({ tagName }) => tagName).sort();

describe('K18 custom-elements.json', () => {
  it('K18 names every tag that the package registers', () => {
    const defined = readdirSync('src/elements').filter((it) =>
      existsSync(`src/elements/${it}/${it}-define.ts`),
    );
    assert.deepEqual(names, defined.sort());
  });

  it('K18 has the attributes that the classes observe and the events that they have types for', async () => {
    const all = await import('backorder-elements');
    for (const tag of tags) {
      const observed = [...all[tag.name].observedAttributes, 'state'].sort();
      const listed = tag.attributes.map(({ name }) => name).sort();
      // A sign-up is for one piece, and `lang` is HTML's own.
      const unlisted = observed.filter((it) => ![...listed, 'quantity', 'lang'].includes(it));
      assert.deepEqual(unlisted, [], tag.tagName);
      for (const { name, type } of tag.events ?? []) assert.equal(all[type.text].type, name);
    }
  });

  it('K18 has every part, slot, property and event that the sources speak of', () => {
    for (const tag of tags) {
      const folder = `src/elements/${tag.tagName}`;
      const source = readdirSync(folder)
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
        .join('\n');
      const code = source.replace(/\/\*\*[\s\S]*?\*\//g, '');
      const listed = (key) => new Set((tag[key] ?? []).map(({ name }) => name));
      for (const [, part] of code.matchAll(/\bpart="([\w-]+)"/g))
        assert.ok(listed('cssParts').has(part), `${tag.tagName}: ${part}`);
      for (const [, slot] of code.matchAll(/<slot name="([\w-]+)"/g))
        assert.ok(listed('slots').has(slot), `${tag.tagName}: ${slot}`);
      for (const part of listed('cssParts')) assert.match(code, new RegExp(`part(?:=|\\]|')|${part}`));
    }
  });

  it('describes all that is public', () => {
    assert.deepEqual(undescribed(manifest), []);
  });

  it('the build is told what lacks a description', () => {
    const lacking = structuredClone(manifest);
    const [tag] = tagsIn(lacking);
    for (const key of ['attributes', 'slots', 'cssParts', 'cssProperties']) delete tag[key][0].description;
    tag.events = [{ name: 'backorder-new' }];
    tag.members.push({ kind: 'field', name: 'news' }, { kind: 'method', name: 'tell' });
    delete tag.summary;
    assert.equal(undescribed(lacking).length, 8);
    assert.match(undescribed(lacking).join('\n'), /the event 'backorder-new' has no description/);
  });
});

describe('data for editors', () => {
  const html = read('dist/vscode.html-custom-data.json');
  const css = read('dist/vscode.css-custom-data.json');
  const web = read('dist/web-types.json').contributions.html.elements;

  it('is what would be written now', async () => {
    for (const [file, text] of Object.entries(artefacts())) {
      assert.equal(readFileSync(`dist/${file}`, 'utf8'), await formatted(`dist/${file}`, text), file);
    }
  });

  it('names every tag, with its attributes, slots, parts and custom properties', () => {
    assert.deepEqual(html.tags.map(({ name }) => name).sort(), names);
    assert.deepEqual(web.map(({ name }) => name).sort(), names);
    for (const tag of tags) {
      const may = tag.attributes.map(({ name }) => name).filter((name) => name !== 'state');
      const found = (list) => list.find(({ name }) => name === tag.tagName);
      assert.deepEqual(
        found(html.tags).attributes.map(({ name }) => name),
        may,
      );
      assert.deepEqual(
        found(web).attributes.map(({ name }) => name),
        may,
      );
      assert.equal(found(web).js.events.length, tag.events?.length ?? 0);
      for (const { name } of tag.cssProperties ?? [])
        assert.ok(
          css.properties.some((it) => it.name === name),
          name,
        );
    }
  });
});

/** What TypeScript has to say of a file of this text. */
function faultsOf(name, text, more = {}) {
  const file = resolve(`test/${name}`);
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    skipLibCheck: true,
    ...more,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (it, ...rest) =>
    resolve(it) === file ? ts.createSourceFile(it, text, ...rest) : getSourceFile(it, ...rest);
  host.fileExists = (it) => resolve(it) === file || fileExists(it);
  const program = ts.createProgram([file], options, host);
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), { ...host, getNewLine: () => '\n' });
}

/** A page's JSX: all tags, what they take, and what they refuse. */
const jsx = (on, key = '') => `
export const page = (
  <product-availability product="chair" quantity={2} endpoint="/availability.json">
    <backorder-badge product="chair" class${key}="pill" id="badge" lang="de"></backorder-badge>
    <eta-notice for="badge" quantity="3" record={{ onHand: 0, restock: '2026-12' }}></eta-notice>
    <preorder-button form="buy" ${on}backorder-added={(event) => event.request.quantity.toFixed()}></preorder-button>
    <notify-me-form compact ${on}backorder-signed-up={(event) => event.product.length}></notify-me-form>
    {/* @ts-expect-error a quantity is a number */}
    <backorder-badge quantity={{}}></backorder-badge>
    {/* @ts-expect-error the state is the element's to tell */}
    <eta-notice stale={true}></eta-notice>
    {/* @ts-expect-error of another event */}
    <preorder-button ${on}backorder-added={(event: KeyboardEvent) => event.key}></preorder-button>
    {/* @ts-expect-error no tag of ours */}
    <backorder-bagde></backorder-bagde>
  </product-availability>
);`;

describe('types for frameworks', () => {
  it('of JSX in React 19', () => {
    const text = `import 'backorder-elements/react';${jsx('on', 'Name')}`;
    assert.equal(faultsOf('react.tsx', text, { jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'react' }), '');
  });

  it('of JSX in Preact', () => {
    const text = `import 'backorder-elements/preact';${jsx('on')}`;
    assert.equal(faultsOf('preact.tsx', text, { jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'preact' }), '');
  });

  it('of JSX in Solid', () => {
    const text = `import 'backorder-elements/solid';${jsx('on:')}`;
    assert.equal(faultsOf('solid.tsx', text, { jsx: ts.JsxEmit.Preserve, jsxImportSource: 'solid-js' }), '');
  });

  it('of Vue’s templates', () => {
    const text = `import 'backorder-elements/vue';
import type { GlobalComponents } from 'vue';
type Props<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>['$props'];
export const notice: Props<'eta-notice'> = { product: 'chair', quantity: 2, class: 'pill' };
export const button: Props<'preorder-button'> = { form: 'buy', onBackorderAdded: (event) => event.request.quantity.toFixed() };
export const form: Props<'notify-me-form'> = { compact: true, onBackorderSignedUp: (event) => event.product.length };
// @ts-expect-error a quantity is a number
export const badge: Props<'backorder-badge'> = { quantity: {} };
// @ts-expect-error of another event
export const other: Props<'preorder-button'> = { onBackorderAdded: (event: KeyboardEvent) => event.key };`;
    assert.equal(faultsOf('vue.ts', text), '');
  });

  it('of useOffer in Vue: refs, getters and plain values go in, an offer with its words comes out', () => {
    const text = `import { useOffer, type ToldOffer } from 'backorder-elements/vue';
import { ref, type ComputedRef } from 'vue';
const quantity = ref(1);
export const offer: ComputedRef<ToldOffer> = useOffer(ref<string>(), () => 'oak', { quantity, language: 'de' });
export const label: string = offer.value.words.label;
export const lines: readonly { readonly quantity: number }[] = offer.value.lines;
useOffer('chair');
// @ts-expect-error a quantity is a number
useOffer('chair', undefined, { quantity: ref('1') });
// @ts-expect-error no such option
useOffer('chair', undefined, { amount: 1 });
// @ts-expect-error it is told, not set
offer.value.words.label = 'Buy';`;
    assert.equal(faultsOf('use-offer.ts', text), '');
  });

  it('of Angular’s classes: elements by their tags, what they are given, events and slots', () => {
    const text = `import type { EventOf, PropsOf, SlotOf } from 'backorder-elements/angular';
class Product {
  readonly button = document.querySelector('preorder-button');
  record: PropsOf<'eta-notice'>['record'] = { onHand: 0, restock: '2099-12' };
  where: SlotOf<'eta-notice'> = 'in-stock';
  added(event: EventOf<'preorder-button', 'backorder-added'>): number { return event.request.quantity; }
  constructor() {
    if (this.button) this.button.adapter = { add: async ({ promise }) => promise.length };
  }
}
export const page = new Product();
// @ts-expect-error of another tag
export type Other = EventOf<'backorder-badge', 'backorder-added'>;
// @ts-expect-error no slot of this tag
page.where = 'sold-out';
// @ts-expect-error an adapter adds
page.button!.adapter = { put: () => undefined };`;
    assert.equal(faultsOf('angular.ts', text), '');
  });

  it('of Svelte’s markup', () => {
    const text = `import 'backorder-elements/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
export const notice: SvelteHTMLElements['eta-notice'] = { product: 'chair', quantity: 2, class: 'pill' };
export const button: SvelteHTMLElements['preorder-button'] = { form: 'buy', 'onbackorder-added': (event) => event.request.quantity.toFixed() };
export const old: SvelteHTMLElements['notify-me-form'] = { compact: true, 'on:backorder-signed-up': (event) => event.product.length };
// @ts-expect-error a quantity is a number
export const badge: SvelteHTMLElements['backorder-badge'] = { quantity: {} };`;
    assert.equal(faultsOf('svelte.ts', text), '');
  });

  it('of events and elements in plain TypeScript, with their details', () => {
    const text = `import 'backorder-elements/define';
import type { AddedEvent, StateChangeEvent } from 'backorder-elements';
const button = document.createElement('preorder-button');
button.addEventListener('backorder-added', (event) => event.request.offer.promise?.window.end satisfies string | undefined);
document.body.addEventListener('backorder-state-change', (event: StateChangeEvent) => event.offer.state satisfies string);
button.addEventListener('backorder-add-failed', (event) => event.reason);
button.addEventListener('backorder-added', (event: AddedEvent) => event.request);
// @ts-expect-error the detail has no such member
button.addEventListener('backorder-added', (event) => event.nothing);`;
    assert.equal(faultsOf('plain.ts', text), '');
  });
});

describe('hashes of the script-tag files', () => {
  const hashes = read('cdn/backorder-elements.integrity.json');

  it('K09 there is one of every file, and it is the file’s', () => {
    const scripts = readdirSync('cdn').filter((it) => it.endsWith('.js'));
    assert.deepEqual(Object.keys(hashes).sort(), scripts.sort());
    for (const [name, hash] of Object.entries(hashes)) {
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(`cdn/${name}`))
          .digest('base64')}`,
        name,
      );
    }
  });
});

describe('bill of materials', () => {
  const bill = read('dist/sbom.cdx.json');
  const { dependencies } = read('package.json');

  it('K21 is CycloneDX of this version, with a reference for each part and each use', () => {
    const { name, version } = read('package.json');
    assert.deepEqual(
      [bill.bomFormat, bill.specVersion, bill.metadata.component.version],
      ['CycloneDX', '1.6', version],
    );
    const refs = [bill.metadata.component, ...bill.components].map((it) => it['bom-ref']);
    assert.equal(new Set(refs).size, refs.length);
    assert.deepEqual(bill.dependencies.map(({ ref }) => ref).sort(), [...refs].sort());
    for (const { dependsOn } of bill.dependencies)
      for (const it of dependsOn) assert.ok(refs.includes(it), it);
    assert.ok(refs.includes(`pkg:npm/${name}@${version}`));
  });

  it('K21 has all that is installed with the package or built into the script-tag files, and nothing of development', () => {
    const named = bill.components.map(({ name }) => name);
    for (const name of Object.keys(dependencies)) assert.ok(named.includes(name), name);
    const licenses = readFileSync('cdn/backorder-elements.licenses.txt', 'utf8');
    for (const [, list] of licenses.matchAll(/^-{80}\n\n(.+)$/gm)) {
      for (const name of list.split(', ')) assert.ok(named.includes(name), `${name} is built in`);
    }
    const { packages } = read('package-lock.json');
    for (const { name, version, hashes, licenses: terms } of bill.components) {
      const found = packages[`node_modules/${name}`];
      assert.equal(found.version, version);
      assert.ok(!found.dev, name);
      assert.match(hashes[0].content, /^[0-9a-f]{128}$/);
      assert.ok(terms.length);
    }
  });

  it('K21 finds a second copy of a package where Node would', () => {
    const packages = {
      '': { name: 'shop', version: '1.0.0', license: 'MIT', dependencies: { a: '1', b: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { c: '1' } },
      'node_modules/b': { version: '1.0.0', dependencies: { c: '2' } },
      'node_modules/c': { version: '1.0.0' },
      'node_modules/b/node_modules/c': { version: '2.0.0' },
      'node_modules/d': { version: '1.0.0', dev: true },
    };
    const { components, dependencies: uses } = sbom({ packages });
    assert.deepEqual(
      components.map((it) => it['bom-ref']).sort(),
      ['a@1.0.0', 'b@1.0.0', 'c@1.0.0', 'c@2.0.0'].map((it) => `pkg:npm/${it}`),
    );
    assert.deepEqual(uses.find(({ ref }) => ref === 'pkg:npm/b@1.0.0').dependsOn, ['pkg:npm/c@2.0.0']);
  });
});

describe('llms.txt', () => {
  const text = readFileSync('llms.txt', 'utf8');

  it('points at files and headings that are there', () => {
    const anchors = (file) =>
      [...readFileSync(file, 'utf8').matchAll(/^#{1,4} (.+)$/gm)].map(([, title]) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\d\s-]/gu, '')
          .trim()
          .replaceAll(' ', '-'),
      );
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)];
    assert.ok(links.length > 9);
    for (const [, file, anchor] of links) {
      assert.ok(existsSync(file), file);
      if (anchor) assert.ok(anchors(file).includes(anchor), `${file}#${anchor}`);
    }
  });

  it('names every tag and every state', () => {
    for (const name of names) assert.ok(text.includes(`<${name}>`), name);
    const states = readFileSync('src/availability/state.ts', 'utf8').match(/STATES[^=]*= \[([^\]]+)\]/)[1];
    for (const [, state] of states.matchAll(/'([\w-]+)'/g)) assert.ok(text.includes(`\`${state}\``), state);
  });
});
