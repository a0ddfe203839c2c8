// What comes into a shop with ours: which packages, on what terms, and what they may do while they are installed. SECURITY.md says the
// same in words; the bill of materials is held to the lock file in artefacts.node.mjs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { installedWith } from './tools/artefacts/sbom.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = read('package-lock.json');
const pkg = read('package.json');

/** All that reaches shoppers, by name. One more is a decision, not a side effect: bytes, holes and terms come with it. */
const FROZEN = [
  '@floating-ui/core',
  '@floating-ui/dom',
  '@floating-ui/utils',
  '@lit-labs/ssr-dom-shim',
  '@lit/reactive-element',
  '@types/trusted-types',
  'lit',
  'lit-element',
  'lit-html',
];

/** Terms under which what we build on may be given on in a shop's files, by SPDX. */
const TERMS = ['MIT', 'BSD-3-Clause'];
/** Also of what whoever runs the endpoint adds: that is not given on. */
const TERMS_OF_ADDED = [...TERMS, 'MIT-0', 'ISC', '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'Unlicense'];

/** What npm would run while it installs a package. */
const RUN_BY_NPM = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];

const nameOf = (path) => path.split('node_modules/').pop();
const brought = installedWith(packages, Object.keys(pkg.dependencies));
const added = installedWith(packages, Object.keys(pkg.peerDependencies));

describe('packages that come with ours', () => {
  it('K12 are these and no others', () => {
    assert.deepEqual(brought.map(nameOf).sort(), FROZEN);
    assert.deepEqual(Object.keys(pkg.dependencies).sort(), ['@floating-ui/dom', 'lit']);
    assert.equal(pkg.bundledDependencies ?? pkg.bundleDependencies, undefined);
    assert.equal(pkg.optionalDependencies, undefined);
  });

  it('K12 another one is found, however deep it stands', () => {
    const more = structuredClone(packages);
    more['node_modules/lit-html'].dependencies = { tiny: '1' };
    more['node_modules/lit-html/node_modules/tiny'] = { version: '1.0.0' };
    const found = installedWith(more, Object.keys(pkg.dependencies)).map(nameOf);
    assert.deepEqual(
      found.filter((it) => !FROZEN.includes(it)),
      ['tiny'],
    );
  });

  it('K12 what a shop may add, for the endpoint or a framework, is not installed unless it asks', () => {
    for (const name of Object.keys(pkg.peerDependencies))
      assert.equal(pkg.peerDependenciesMeta[name]?.optional, true, name);
  });

  it('K12 each is locked by a hash to a file of the registry', () => {
    for (const path of [...brought, ...added]) {
      assert.match(packages[path].integrity ?? '', /^sha512-[\w+/]{86}==$/, path);
      // Without an address it is the registry's; git, files and folders have one.
      assert.match(packages[path].resolved ?? '', /^(?:$|https:\/\/registry\.npmjs\.org\/)/, path);
      assert.ok(!packages[path].link, path);
    }
  });

  it('K13 nothing runs while they are installed, ours and what may be added to it included', () => {
    const scripts = Object.keys(pkg.scripts);
    assert.deepEqual(
      RUN_BY_NPM.filter((it) => scripts.includes(it)),
      [],
    );
    // A file of this name would be taken for one.
    assert.ok(!existsSync('binding.gyp'));
    assert.ok(added.length > 80);
    for (const path of [...brought, ...added]) {
      // The lock file's word, and the package's own.
      assert.ok(!packages[path].hasInstallScript, path);
      if (!existsSync(`${path}/package.json`)) continue;
      const own = Object.keys(read(`${path}/package.json`).scripts ?? {});
      assert.deepEqual(
        own.filter((it) => /^(?:pre|post)?install$/.test(it)),
        [],
        path,
      );
    }
    assert.ok(Object.values(packages).some((it) => it.hasInstallScript));
  });
});

describe('terms', () => {
  it('K21 of what we build on let a shop give it on', () => {
    for (const path of brought) {
      assert.ok(TERMS.includes(packages[path].license), `${path}: ${packages[path].license}`);
    }
    for (const path of added)
      assert.ok(TERMS_OF_ADDED.includes(packages[path].license), `${path}: ${packages[path].license}`);
  });

  it('K21 of all that is built into the script-tag files stand word for word beside them, and each file names that one', () => {
    const shipped = readFileSync('cdn/backorder-elements.licenses.txt', 'utf8');
    const inside = [...shipped.matchAll(/^-{80}\n\n(.+)$/gm)].flatMap(([, names]) => names.split(', '));
    assert.ok(inside.includes('lit-html') && inside.includes('@floating-ui/dom'));
    for (const name of inside) {
      assert.ok(FROZEN.includes(name), name);
      const file = readdirSync(`node_modules/${name}`).find((it) => /^licen[cs]e/i.test(it));
      assert.ok(shipped.includes(readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()), name);
    }
    assert.ok(shipped.includes(readFileSync('LICENSE', 'utf8').trim()));
    for (const name of readdirSync('cdn').filter((it) => it.endsWith('.js'))) {
      const [banner] = /^\/\*![^*]*\*\//.exec(readFileSync(`cdn/${name}`, 'utf8'));
      assert.match(banner, /backorder-elements\.licenses\.txt/, name);
    }
  });

  it('K21 text and bill of materials are in what npm publishes', () => {
    assert.ok(pkg.files.includes('cdn') && pkg.files.includes('dist') && pkg.files.includes('LICENSE'));
    assert.equal(pkg.exports['./sbom.cdx.json'], './dist/sbom.cdx.json');
    assert.ok(existsSync('dist/sbom.cdx.json'));
  });
});

describe('SECURITY.md', () => {
  const text = readFileSync('.github/SECURITY.md', 'utf8');

  it('says how a report is weighed, and within how many days each weight is mended', () => {
    for (const weight of ['Critical', 'High', 'Medium', 'Low']) {
      assert.match(text, new RegExp(`^- \\*\\*${weight}\\*\\*: .{30,}$`, 'm'), weight);
      const within = text
        .split('\n')
        .find((line) => line.startsWith('|') && line.includes(weight.toLowerCase()));
      assert.match(within ?? '', /\d+ days|next minor version/, weight);
    }
    assert.match(text, /an answer by a person +\| \d+ working days/);
    assert.match(text, /^Not a vulnerability: /m);
    assert.match(text, /^## Supported versions$/m);
  });

  it('names the packages that reach shoppers', () => {
    const [line] = /^- Two dependencies reach shoppers.*$/m.exec(text);
    for (const name of Object.keys(pkg.dependencies)) assert.ok(line.includes(`\`${name}\``), name);
  });
});
