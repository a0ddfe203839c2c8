// custom-elements.json: what editors, docs and frameworks read about our tags.
import { readFileSync } from 'node:fs';

/** The analyzer writes source paths; people import the compiled files. */
const distPaths = {
  name: 'dist-paths',
  packageLinkPhase({ customElementsManifest }) {
    const visit = (node) => {
      if (Array.isArray(node)) node.forEach(visit);
      else if (node && typeof node === 'object') {
        for (const [key, value] of Object.entries(node)) {
          if ((key === 'path' || key === 'module') && typeof value === 'string') {
            node[key] = value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');
          } else visit(value);
        }
      }
    };
    visit(customElementsManifest.modules);
  },
};

/**
 * Private members are nobody's business, and `dispatchEvent(new SomeEvent(request))` is listed as an event without a name or
 * under that of its argument: what we dispatch is in the doc blocks.
 */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        const { members, events, attributes } = declaration;
        if (members) {
          declaration.members = members.filter(({ name, privacy }) => !privacy && !name.startsWith('#'));
        }
        // HTML's own, which every editor knows.
        if (attributes) declaration.attributes = attributes.filter(({ name }) => name !== 'lang');
        if (events) declaration.events = events.filter(({ name }) => name?.startsWith('backorder-'));
      }
    }
  },
};

/** Files come in the order in which a busy disk found them; sorted, the same sources give the same manifest. */
const inOrder = ({ ts, globs }) =>
  [...globs]
    .sort()
    .map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2015, true));

export default {
  globs: ['src/elements/**/*.ts', 'src/events/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  overrideModuleCreation: inOrder,
  plugins: [distPaths, publicOnly],
};
