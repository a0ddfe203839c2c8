// Test files with all that they import in one file each, for a run of many: a page asks for one file and not for two hundred,
// which is a quarter of what such a page costs Firefox and WebKit.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = '.cache/bundled-tests';

/** They look at which files their page has fetched. */
const LOOKS_AT_FILES = /performance\s*\.getEntriesByType/;

/** Bundles test files but those for which that would make a difference. Gives the folder in which they are. */
export async function bundleTests(files) {
  rmSync(FOLDER, { recursive: true, force: true });
  await build({
    entryPoints: files.filter((file) => !LOOKS_AT_FILES.test(readFileSync(file, 'utf8'))),
    outbase: '.',
    outdir: FOLDER,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // As the runner finds packages: see its configuration.
    conditions: ['browser', 'development'],
    // What a package says of its side effects is for those who ship it.
    ignoreAnnotations: true,
    sourcemap: 'linked',
    sourcesContent: false,
    // What the runner itself serves.
    external: ['/__web-dev-server__*'],
    logLevel: 'error',
  });
  return FOLDER;
}

/** Serves them at the addresses of their sources, by which the runner and `import.meta.url` know them. */
export const bundledTests = (folder) => (context, next) => {
  const { path } = context;
  const file = folder && join(folder, path.replace(/\.test\.ts$/, '.test.js'));
  if (!file || !/^\/test\/[^.]*\.test\.(?:ts|js\.map)$/.test(path) || !existsSync(file)) return next();
  context.type = path.endsWith('.map') ? 'json' : 'js';
  context.body = readFileSync(file);
  return undefined;
};
