// The recipes of .github/CONTRIBUTING.md, followed as they stand there in a copy of the sources: a shop system, a language and an
// element, and then the checks and builds that a contributor would run.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createBuilder, loadConfigFromFile } from 'vite';

/** A test that runs tests would be taken for one of them. */
const env = { ...process.env };
delete env.NODE_TEST_CONTEXT;

const guide = readFileSync('.github/CONTRIBUTING.md', 'utf8');
const blocks = (kind) =>
  [...guide.matchAll(new RegExp(`<!-- ${kind}: (\\S+) -->\\n+\`\`\`ts\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, name, code]) => ({ name, code }),
  );

/** What a line stands below, by the guide's own words, in its file. */
const BELOW = {
  'src/platforms/list.ts': "  prestashop: 'prestashop',\n",
  'src/messages/languages.ts': "  fi: () => import('./fi.js'),\n",
  'src/messages/sign-up-words.ts': "  fi: () => import('./sign-up-fi.js'),\n",
  'src/define.ts': "import './elements/notify-me-form/notify-me-form-define.js';\n",
  'src/page/load-elements.ts':
    "  'notify-me-form': () => import('../elements/notify-me-form/notify-me-form-define.js'),\n",
};

describe('the recipes of CONTRIBUTING.md', () => {
  let copy;
  const at = (path) => join(copy, path);
  const run = (program, ...args) =>
    execFileSync('node', [resolve('node_modules', program), ...args], { cwd: copy, encoding: 'utf8' });
  const write = (path, text) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'backorder-recipes-'));
    const kept = [
      'src',
      'test/config',
      'test/tools',
      'test/structure.node.mjs',
      'tsconfig.json',
      'vite.config.ts',
    ];
    for (const path of [...kept, 'package.json', 'package-lock.json', 'LICENSE'])
      cpSync(path, at(path), { recursive: true });
    mkdirSync(at('demo'));
    symlinkSync(resolve('node_modules'), at('node_modules'), 'junction');

    write('src/platforms/lumen/platform.ts', blocks('example').find(({ name }) => name === 'adapter').code);
    for (const name of ['', 'sign-up-'])
      cpSync(at(`src/messages/${name}da.ts`), at(`src/messages/${name}fo.ts`));
    for (const { name, code } of blocks('file')) write(name, code);
    for (const { name, code } of blocks('line')) {
      const before = readFileSync(at(name), 'utf8');
      assert.ok(before.includes(BELOW[name]), `${name} has the line that the guide names`);
      write(
        name,
        before.replace(BELOW[name], (line) => line + code),
      );
    }
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('each is small, and names the files that there are', () => {
    assert.deepEqual(
      blocks('line')
        .map(({ name }) => name)
        .sort(),
      Object.keys(BELOW).sort(),
    );
    for (const { code } of [...blocks('example'), ...blocks('file')]) assert.ok(code.split('\n').length < 50);
    assert.ok(blocks('example')[0].code.split('\n').length < 20);
  });

  it('the house rules have nothing to say of them', () => {
    const told = spawnSync('node', ['--test', 'test/structure.node.mjs'], {
      cwd: copy,
      encoding: 'utf8',
      env,
    });
    assert.match(told.stdout, /imports only from lower floors/);
    assert.doesNotMatch(told.stdout, /stock-note|lumen|fo\.ts/);
  });

  it('the types hold, also without the DOM', () => {
    const pure = { extends: './tsconfig.pure.json', include: ['platforms/lumen', 'messages/*fo.ts'] };
    write('src/tsconfig.recipes.json', JSON.stringify(pure));
    run('typescript7/bin/tsc', '-p', 'src/tsconfig.recipes.json');
    run('typescript7/bin/tsc', '-p', 'src/tsconfig.build.json');
  });

  it('the language is spoken, for its regions too', async () => {
    const { languageFor, matchLanguage } = await import(pathToFileURL(at('dist/messages/languages.js')).href);
    assert.equal(matchLanguage('fo-FO').language, 'fo');
    assert.equal((await languageFor('fo')).messages['badge.backorder'], 'Restordre');
  });

  it('the element is in custom-elements.json, and the build fails when one of its doc blocks is not there', () => {
    const config = 'test/config/custom-elements-manifest.config.mjs';
    const analyze = () => {
      run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--config', config);
      return spawnSync('node', ['test/tools/artefacts.mjs'], { cwd: copy, encoding: 'utf8' });
    };
    const whole = analyze();
    assert.equal(whole.status, 0, whole.stderr);
    assert.match(
      readFileSync(at('dist/react.d.ts'), 'utf8') + readFileSync(at('dist/tags.d.ts'), 'utf8'),
      /stock-note/,
    );
    const file = 'src/elements/stock-note/stock-note.ts';
    write(file, readFileSync(at(file), 'utf8').replace('@csspart note - The text.', '@csspart note'));
    const lacking = analyze();
    assert.equal(lacking.status, 1);
    assert.match(lacking.stderr, /<stock-note>: the part 'note' has no description/);
  });

  it('the script-tag files have each in a file of its own, that only who needs it fetches', async () => {
    const { config } = await loadConfigFromFile(
      { command: 'build', mode: 'cdn' },
      at('vite.config.ts'),
      copy,
    );
    const modules = config.environments.modules.build.rolldownOptions;
    // The last squeeze takes half a minute, and says nothing of what is in which file.
    modules.plugins = modules.plugins.filter(({ name }) => name !== 'minify-again');
    const loader = config.environments.loader.build.rolldownOptions;
    loader.plugins = [];
    const builder = await createBuilder({ ...config, configFile: false, logLevel: 'error' });
    await builder.buildApp();
    const text = (name) => readFileSync(at(`cdn/backorder-elements.${name}js`), 'utf8');
    for (const name of ['lumen', 'fo', 'sign-up-fo', 'stock-note'])
      assert.ok(existsSync(at(`cdn/backorder-elements.${name}.js`)), name);
    assert.match(text('elements.'), /stock-note/);
    assert.match(text('lumen.'), /buy-box__add/);
    assert.doesNotMatch(text('') + text('page.'), /buy-box__add/);
  });
});
