// Plugins that make the script-tag files; vite.config.ts uses them.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { normalizePath, type Plugin } from 'vite';
import { asVariables } from './arrow-functions.js';
import { exportByOwnName } from './export-names.js';
import { withPlainMembers } from './plain-members.js';

export const LICENSES = 'backorder-elements.licenses.txt';

/** Takes the white space out of html`` and css`` in our own files. */
export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  enforce: 'pre',
  async transform(code, id) {
    if (id.includes('node_modules') || !/\b(?:html|css|svg)\s*`/.test(code)) return null;
    return (await minifyHTMLLiterals(code, { fileName: id })) ?? null;
  },
});

/** Functions here are plain and short: getters of ours have no effects, and nobody constructs our arrow functions. */
const COMPRESS = { passes: 3, ecma: 2020, unsafe_arrows: true, pure_getters: true } as const;

const minified = async (code: string, module: boolean): Promise<string> =>
  (await minify(code, { module, ecma: 2020, compress: COMPRESS, format: { comments: /^!/ } })).code ?? code;

/** Nearly all in them is used at once: browsers that know the comment make it ready while it comes, off the page's own thread. */
const USED_AT_ONCE = /\.(?:page|kit)\.js$/;
const EAGER = '//# allFunctionsCalledOnLoad';

/** A second pass over what the bundler has minified: some per cent less to send, for a build that nobody waits for. */
export const minifyAgain = (): Plugin => ({
  name: 'minify-again',
  async generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((it) => it.type === 'chunk');
    for (const chunk of chunks) {
      const module = chunk.fileName !== 'backorder-elements.js';
      const short = await minified(asVariables(await minified(chunk.code, module)), module);
      const code = USED_AT_ONCE.test(chunk.fileName) ? withPlainMembers(short) : short;
      // A script that is glued on in front may lack its own semicolon.
      chunk.code = code.replace(/^(\/\*![^]*?\*\/\n)(?=\()/, '$1;');
      if (USED_AT_ONCE.test(chunk.fileName)) chunk.code = chunk.code.replace(/\*\/\n/, `$&${EAGER}\n`);
    }
    const page = chunks.find(({ fileName }) => fileName === 'backorder-elements.page.js');
    // The loader, which asks by these names, is a build of its own.
    if (page) exportByOwnName(page, chunks, ['start', 'comeBack']);
  },
});

/** The packages inside must be named with their licence; one text file does that for all built files. */
export const licenses = (root: string): Plugin => ({
  name: 'licenses',
  generateBundle(_options, bundle) {
    const byText = new Map<string, Set<string>>();
    for (const chunk of Object.values(bundle)) {
      for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
        const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
        const file = folder && ['LICENSE', 'LICENSE.md'].map((f) => join(folder, f)).find(existsSync);
        if (folder && !file) this.error(`${name} is inside the script-tag files but has no LICENSE file.`);
        if (!name || !file) continue;
        const text = readFileSync(file, 'utf8').trim();
        byText.set(text, (byText.get(text) ?? new Set()).add(name));
      }
    }
    const own = `Backorder Elements\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}\n`;
    const others = [...byText].map(([text, names]) => `${[...names].sort().join(', ')}\n\n${text}\n`);
    this.emitFile({
      type: 'asset',
      fileName: LICENSES,
      source: [own, ...others.sort()].join(`\n${'-'.repeat(80)}\n\n`),
    });
  },
});

/**
 * Adapters whose pages need the whole kit from the start have it come with them: asked for by the kit itself, it would come one
 * exchange later.
 */
export const wholeKit = (adapters: readonly string[]): Plugin => ({
  name: 'whole-kit',
  generateBundle(_options, bundle) {
    for (const adapter of adapters) {
      const chunk = bundle[`backorder-elements.${adapter}.js`];
      if (chunk?.type !== 'chunk') this.error(`There is no file for ${adapter}.`);
      chunk.code = chunk.code.replace(/^\/\*![^]*?\*\/\n/, '$&import"./backorder-elements.kit-more.js";');
    }
  },
});

/**
 * backorder-elements.elements.js registers every tag of src/define.ts. As an entry of its own it would cut the lazy files
 * of page.ts into more and smaller ones; it only has to import those.
 */
export const allElements = (root: string, banner: string): Plugin => ({
  name: 'all-elements',
  generateBundle(_options, bundle) {
    const define = readFileSync(join(root, 'src/define.ts'), 'utf8');
    const modules = [...define.matchAll(/^import '\.\/(.*)\.js';$/gm)].map(([, path]) =>
      normalizePath(join(root, `src/${path}.ts`)),
    );
    const chunks = Object.values(bundle).filter((it) => it.type === 'chunk');
    const files = modules.map((module) => {
      const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(module));
      return chunk ? chunk.fileName : this.error(`${module} is in no file that page.ts loads.`);
    });
    const imports = [...new Set(files)].map((file) => `import"./${file}";`).join('');
    this.emitFile({
      type: 'asset',
      fileName: 'backorder-elements.elements.js',
      source: `${banner}\n${imports}\n`,
    });
  },
});

export const INTEGRITY = 'backorder-elements.integrity.json';

/**
 * The hash of each script-tag file, as `integrity` attributes and import maps take it: those who load the files from another
 * origin can have the browser refuse any others.
 */
export function writeIntegrity(folder: string): void {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const hashes = scripts.sort().map((name) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(folder, name)))
      .digest('base64');
    return [name, `sha384-${hash}`];
  });
  writeFileSync(join(folder, INTEGRITY), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}
