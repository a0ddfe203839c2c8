/** A file's exports, as a minifier writes them. */
const EXPORTS = /export\{([^}]*)\}/;

interface Chunk {
  readonly fileName: string;
  code: string;
}

/**
 * Lets a file's exports go by the names that they have inside: `export{x}` and not `export{x as y}`. The other files of the
 * build follow.
 *
 * @param kept names that others import, who are not in this build
 */
export function exportByOwnName(file: Chunk, others: readonly Chunk[], kept: readonly string[]): void {
  const found = EXPORTS.exec(file.code)?.[1];
  if (!found) return;
  const renamed = new Map<string, string>();
  const names = found.split(',').map((it) => {
    const [own = it, name = own] = it.split(' as ');
    if (kept.includes(name)) return it;
    renamed.set(name, own);
    return own;
  });
  file.code = file.code.replace(EXPORTS, () => `export{${names.sort().join()}}`);
  const imports = new RegExp(
    `(import|export)\\{([^}]*)\\}(from"\\./${file.fileName.replaceAll('.', '\\.')}")`,
    'g',
  );
  for (const other of others) {
    other.code = other.code.replace(imports, (_, word: string, list: string, from: string) => {
      const taken = list.split(',').map((it) => {
        const [name = it, local = name] = it.split(' as ');
        const own = renamed.get(name) ?? name;
        return own === local ? own : `${own} as ${local}`;
      });
      return `${word}{${taken.join()}}${from}`;
    });
  }
}
