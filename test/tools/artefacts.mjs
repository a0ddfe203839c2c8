// Files for editors, frameworks and auditors, written into dist/ from custom-elements.json and the lock file. The last step of the
// build, which fails when something public of a tag has no description.
import { readFileSync, writeFileSync } from 'node:fs';
import { vscodeCss, vscodeHtml, webTypes } from './artefacts/editor-data.mjs';
import { FRAMEWORKS, MODULES, tagTypes } from './artefacts/framework-types.mjs';
import { sbom } from './artefacts/sbom.mjs';
import { undescribed } from './artefacts/tags.mjs';
import { formatted } from './generated.mjs';
import { isMain } from './run.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** All files by name, as they stand in dist/. */
export function artefacts(manifest = read('custom-elements.json')) {
  const { name, version } = read('package.json');
  const json = {
    'vscode.html-custom-data.json': vscodeHtml(manifest),
    'vscode.css-custom-data.json': vscodeCss(manifest),
    'web-types.json': webTypes(manifest, { name, version }),
    'sbom.cdx.json': sbom(read('package-lock.json')),
  };
  const types = { tags: tagTypes(manifest) };
  for (const [framework, write] of Object.entries(FRAMEWORKS)) types[framework] = write(manifest);
  return {
    ...Object.fromEntries(Object.entries(json).map(([file, value]) => [file, JSON.stringify(value)])),
    ...Object.fromEntries(Object.entries(types).map(([file, text]) => [`${file}.d.ts`, text])),
    // Most are types alone, but a bundler that meets the import wants a file.
    ...Object.fromEntries(
      Object.keys(types).map((file) => [`${file}.js`, MODULES[file]?.(manifest) ?? 'export {};\n']),
    ),
  };
}

if (isMain(import.meta.url)) {
  const missing = undescribed(read('custom-elements.json'));
  for (const it of missing) console.error(it);
  for (const [file, text] of Object.entries(artefacts())) {
    writeFileSync(`dist/${file}`, await formatted(`dist/${file}`, text));
  }
  process.exitCode = missing.length ? 1 : 0;
}
