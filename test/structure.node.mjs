// The house rules: rooms on floors, imports only downwards, small files, plain names. A failing rule names the file.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

// A room is a folder or a single file of src. It may import from lower floors only, never from a neighbour.
const FLOORS = [
  ['availability', 'messages', 'report.ts', 'native.ts'],
  ['platforms'],
  ['sources', 'outbox', 'lint'],
  ['store', 'events'],
  ['elements'],
  ['page', 'server', 'headless'],
  ['react', 'vue'],
];
const ROOF = [
  'index.ts',
  'define.ts',
  'page.ts',
  'loader.ts',
  'availability.ts',
  'platforms.ts',
  'lint.ts',
  'explain.ts',
  'server.ts',
];
const ALONE = ['loader.ts', 'availability.ts', 'platforms.ts', 'lint.ts', 'explain.ts', 'server.ts'];
// Apart: for Node; import what is pure, and nobody imports them.
const APART = {
  endpoint: ['availability', 'messages'],
  check: ['availability', 'messages', 'platforms', 'lint'],
  command: ['check', 'endpoint'],
};

// Each stays as small as it is: rules and tables need no package, and the loader is all that most pages load.
const PACKAGES = { elements: ['lit', '@floating-ui/dom'], react: ['react'], vue: ['vue'] };

const MOST_LINES = 200;
const TOO_LONG = [];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]));

const roomOf = (file) => file.split('/')[0];
const floorOf = (room) =>
  ROOF.includes(room) ? FLOORS.length : FLOORS.findIndex((rooms) => rooms.includes(room));

/** Everything a file imports: statically, as a type, as `import('...')` or from an `export ... from`. */
function importsOf(file) {
  const source = ts.createSourceFile(file, texts.get(file), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node)
          ? node.argument.literal
          : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
            ? node.arguments[0]
            : undefined;
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const imports = new Map(
  files.map((file) => {
    const all = importsOf(file);
    const own = all
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(dirname(file), name).replace(/\.js$/, '.ts'));
    const packages = all
      .filter((name) => !name.startsWith('.'))
      .map((name) => name.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? name);
    return [file, { own, packages }];
  }),
);

/** Fails with all the lines at once. */
const none = (problems) => assert.equal(problems.join('\n'), '');

function mayImport(from, to) {
  if (from === to) return true;
  if (APART[from]) return APART[from].includes(to);
  if (APART[to]) return false;
  // The pure entries and the loader must not bring along what the other roof files do.
  if (ROOF.includes(from) && ROOF.includes(to)) return !ALONE.includes(from);
  return floorOf(to) < floorOf(from);
}

/** The first circle met when walking imports from `file`, as a path of names. */
function circleFrom(file, done, path = []) {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const next of imports.get(file)?.own ?? []) {
    const circle = circleFrom(next, done, [...path, file]);
    if (circle) return circle;
  }
  done.add(file);
  return undefined;
}

describe('structure of src', () => {
  it('knows every room', () => {
    none(files.map(roomOf).filter((room) => !APART[room] && floorOf(room) < 0));
  });

  it('imports only what exists, with its ending', () => {
    none(
      files.flatMap((file) =>
        imports
          .get(file)
          .own.filter((to) => !texts.has(to))
          .map((to) => `${file} imports ${to}, which is no file of src`),
      ),
    );
  });

  it('imports only from lower floors', () => {
    none(
      files.flatMap((file) =>
        imports
          .get(file)
          .own.filter((to) => !mayImport(roomOf(file), roomOf(to)))
          .map((to) => `${file} imports ${to}: '${roomOf(to)}' is not below '${roomOf(file)}'`),
      ),
    );
  });

  it('imports packages only where they belong', () => {
    none(
      files
        .filter((file) => !APART[roomOf(file)])
        .flatMap((file) =>
          imports
            .get(file)
            .packages.filter((name) => !PACKAGES[roomOf(file)]?.includes(name))
            .map((name) => `${file} imports the package ${name}`),
        ),
    );
  });

  it('loads what a command needs only when it is called', () => {
    const source = ts.createSourceFile(
      'command.ts',
      texts.get('command/command.ts'),
      ts.ScriptTarget.Latest,
      true,
    );
    const statically = source.statements
      .filter((it) => ts.isImportDeclaration(it) && !it.importClause?.isTypeOnly)
      .map((it) => it.moduleSpecifier.text);
    none(statically.filter((name) => name.startsWith('../')));
  });

  it('has no circle of imports', () => {
    const done = new Set();
    none(files.flatMap((file) => circleFrom(file, done)?.join(' -> ') ?? []));
  });

  it('has short files', () => {
    const lines = (file) => texts.get(file).trimEnd().split('\n').length;
    none(
      files
        .filter((file) => lines(file) > MOST_LINES && !TOO_LONG.includes(file))
        .map((file) => `${file}: ${lines(file)} lines, more than ${MOST_LINES}`),
    );
    assert.deepEqual(TOO_LONG, []);
  });

  it('names files after what is in them, in kebab-case', () => {
    const named = files.map((file) => [file, basename(file, '.ts')]);
    none(
      named
        .filter(([, name]) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
        .map(([file]) => `${file}: kebab-case`),
    );
    none(
      named
        .filter(
          ([file, name]) => file.includes('/') && /^(utils?|helpers?|types|index|common|misc)$/.test(name),
        )
        .map(([file, name]) => `${file}: '${name}' says nothing of what is in it`),
    );
  });

  it('runs without Vite', () => {
    const vite = /import\.meta\.(glob|env|hot)\b|from '[^']*\?(inline|raw|url|worker)'/;
    none(
      files
        .filter((file) => vite.test(texts.get(file)))
        .map((file) => `${file}: syntax that only Vite knows`),
    );
  });
});
