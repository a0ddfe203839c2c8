// Which browser test runs in which engine.

/** `**` any folders, `*` anything but a slash, the rest as it is. */
export const matches = (glob) => {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return (file) => new RegExp(`^${pattern}$`).test(file);
};

/** What we draw and say is tried in every engine; there is no time for all the rest thrice. */
const EVERY = ['test/{elements,messages}/**/*'];

/** Whole pages that one of the other engines works. What is in no list runs in the first. */
const ONCE = {
  firefox: [
    'test/journeys/{back-off,dom-optimisers,dom-sections,network-after,network-config,network-loader,network-status}.test.ts',
  ],
  webkit: ['test/journeys/{cms-editors,dom-buttons,network-sign-up,structured-data}.test.ts'],
};

/** Whether a file is one of these globs, which may have a list in braces. */
const isIn = (globs, file) =>
  globs.some((glob) => {
    const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(glob) ?? [];
    const all = names ? names.split(',').map((name) => before + name + after) : [glob];
    return all.some((it) => matches(it)(file));
  });

/** Whether an engine runs a file; those of an engine that is not asked for go to the first. */
export function runs(browser, file, browsers) {
  if (isIn(EVERY, file)) return true;
  const only = Object.keys(ONCE).find((engine) => isIn(ONCE[engine], file));
  return (browsers.includes(only) ? only : browsers[0]) === browser;
}
