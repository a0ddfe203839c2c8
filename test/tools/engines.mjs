// Which browser test runs in which engine, and what an engine cannot do.

/** `**` any folders, `*` anything but a slash, the rest as it is. */
export const matches = (glob) => {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return (file) => new RegExp(`^${pattern}$`).test(file);
};

/** Everything runs in every engine but these, which run in the first: each with the reason. */
export const ONCE = {
  'test/{availability,lint,platforms,server,headless}/**/*': 'rules and readers: they see no page',
  'test/{readme,report}.test.ts': 'the same',
  'test/vue/**/*': 'what Vue draws is tried in every engine without it',
  'test/journeys/hostile-*': 'a thousand pages: as dear as all other journeys together',
  'test/storefronts/conformance-*':
    'all theme families, one by one: as dear as all other pages of theirs together',
};

/** What one of the other engines does not run, because it cannot, or because there is time for one of the two only. */
export const WITHOUT = {
  firefox: {
    'test/journeys/dom-*': 'time: these are for WebKit, beside the first',
  },
  webkit: {
    'test/journeys/network-*': 'time: these are for Firefox, beside the first',
    'test/storefronts/{shopify,shopify-plans}.test.ts':
      'WebKitGTK crashes in their midst, now at one of these pages and now at another',
  },
};

/**
 * Tests that skip themselves in an engine: any other that does has failed. `test` is how the title begins.
 */
export const SKIPPED = [
  {
    file: 'test/access/behaviour.test.ts',
    test: 'A24 what gets the focus can be seen',
    engines: ['webkit'],
    why: 'driven from outside, it does not scroll to what a script gives the focus',
  },
  {
    file: 'test/access/behaviour.test.ts',
    test: 'A28 in forced colours',
    engines: ['firefox', 'webkit'],
    why: 'CSS media features can be emulated in Chromium only',
  },
  {
    file: 'test/elements/eta-notice/eta-notice.test.ts',
    test: 'A25 fits a window of 320 px',
    engines: ['webkit'],
    why: 'its driver sets the window, which is never that narrow, and not the viewport',
  },
  {
    file: 'test/journeys/dom-buttons.test.ts',
    test: 'D21 twenty',
    engines: ['firefox', 'webkit'],
    why: 'garbage is collected on command in Chromium only',
  },
  {
    file: 'test/journeys/policy-rows.test.ts',
    test: 'K08 H32 Trusted Types',
    engines: ['firefox', 'webkit'],
    why: 'older versions have no Trusted Types',
  },
];

/** Tests that do less, or something else, in an engine, and do not skip themselves. */
export const LESS = {
  'test/access/audit.test.ts':
    'four languages, one a script, and no forced colours, elsewhere than in Chromium',
  'test/access/room.test.ts': 'elsewhere than in Chromium the blank at the end of a line has a box as well',
  'test/elements/hostile-corpus.test.ts': 'one string of four, elsewhere than in Chromium',
  'test/elements/eta-notice/eta-notice.test.ts':
    'WebKit does not focus a button that is pressed with the mouse',
  'test/elements/notify-me-form/sign-up.test.ts': 'the driver of WebKit has no key that stays down',
  'test/journeys/shopper.test.ts': 'the driver of WebKit has no key that stays down',
  'test/support/sign-up-server.ts': 'Firefox sends what outlives its page past service workers',
};

/** Whether a file is one of a glob, which may have a list in braces. */
const isIn = (glob, file) => {
  const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(glob) ?? [];
  const all = names ? names.split(',').map((name) => before + name + after) : [glob];
  return all.some((it) => matches(it)(file));
};

/** Whether an engine runs a file. */
export function runs(browser, file, browsers) {
  const not = [...Object.keys(ONCE), ...Object.keys(WITHOUT[browser] ?? {})];
  return browser === browsers[0] || !not.some((glob) => isIn(glob, file));
}

/** Whether a test may skip itself in an engine. */
export const maySkip = (engine, file, title) =>
  SKIPPED.some((it) => it.file === file && it.engines.includes(engine) && title.startsWith(it.test));
