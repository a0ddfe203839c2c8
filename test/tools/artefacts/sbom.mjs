// The software bill of materials: what the package brings along and what the script-tag files are made of, from the lock file.
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const hex = (integrity) => Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');

/** Where Node finds a package that is imported from `from`: nearest folder first. */
function pathOf(packages, name, from) {
  const parts = from.split('node_modules/');
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index).join('node_modules/'));
  return folders
    .map((it) => `${it}${it && !it.endsWith('/') ? '/' : ''}node_modules/${name}`)
    .find((it) => packages[it]);
}

/** By path, all that these packages bring along, themselves included, and what each of them uses. */
function graph(packages, names) {
  const found = new Map();
  const visit = (name, from) => {
    const path = pathOf(packages, name, from);
    if (!path)
      throw new Error(`package-lock.json has no ${name}, which '${from || 'the package'}' depends on.`);
    if (found.has(path)) return path;
    found.set(path, []);
    found.set(
      path,
      Object.keys(packages[path].dependencies ?? {}).map((it) => visit(it, path)),
    );
    return path;
  };
  return { found, direct: names.map((it) => visit(it, '')) };
}

/** The paths in a lock file of all that is installed with these packages. */
export const installedWith = (packages, names) => [...graph(packages, names).found.keys()].sort();

/** CycloneDX 1.6, without a time or a number of its own: the same sources give the same file. */
export function sbom({ packages }) {
  const root = packages[''];
  // By way of dependencies: not those of development, or those that a shop may add.
  const { found, direct } = graph(packages, Object.keys(root.dependencies ?? {}));
  const refOf = (path) => purl(path.split('node_modules/').pop(), packages[path].version);
  const own = purl(root.name, root.version);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'library',
        'bom-ref': own,
        name: root.name,
        version: root.version,
        purl: own,
        licenses: [{ license: { id: root.license } }],
      },
    },
    components: [...found.keys()].sort().map((path) => {
      const name = path.split('node_modules/').pop();
      const { version, license, integrity, resolved } = packages[path];
      return {
        type: 'library',
        'bom-ref': refOf(path),
        name,
        version,
        purl: refOf(path),
        scope: 'required',
        ...(license && { licenses: [{ license: { id: license } }] }),
        ...(integrity?.startsWith('sha512-') && { hashes: [{ alg: 'SHA-512', content: hex(integrity) }] }),
        ...(resolved && { externalReferences: [{ type: 'distribution', url: resolved }] }),
      };
    }),
    dependencies: [
      { ref: own, dependsOn: direct.map(refOf).sort() },
      ...[...found].sort().map(([path, uses]) => ({ ref: refOf(path), dependsOn: uses.map(refOf).sort() })),
    ],
  };
}
