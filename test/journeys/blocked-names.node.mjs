// Names by which lists of content blockers hide elements and stop requests: none of ours is of them (case N24). The patterns are of
// the kinds that such lists have for all sites, written down from what they are known to stop.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Words that hide an element when its class, its id or one of its attributes is, begins or ends with one of them. */
const HIDDEN =
  /(?:^|[-_])(?:ads?|adv|advert\w*|adsense|adslot|adunit|adbox|banners?|sponsor\w*|promo\w*|affiliate\w*|popups?|pop-ups?|popunder|interstitial|overlay|lightbox|modal|newsletter\w*|subscribe\w*|subscription|optin|opt-in|notification\w*|notify|notifyjs|alerts?|toast|snackbar|cookies?|consent|gdpr|ccpa|paywall|adblock\w*|social|share\w*|follow\w*|tracking|tracker|analytics|pixel|beacon|telemetry|countdown|urgency|upsell|cross-sell|exit-intent|feedback|survey|chat|push-?prompt|webpush)(?:$|[-_])/i;

/** What stops a request, by its path. */
const STOPPED = [
  /[/._-](?:ads?|adserver|adframe|adview|adx|advert\w*|banners?|sponsors?|affiliates?|promos?)[/._-]/i,
  /[/._-](?:analytics|tracking|tracker|track|pixel|beacon|telemetry|metrics|stats|collect|log-?event|events?-?log|fingerprint\w*|session-?replay|heatmap)[/._?-]/i,
  /[/._-](?:popups?|pop-?under|interstitial|newsletters?|exit-?intent|push-?(?:notification|prompt)\w*|web-?push|onesignal|cookie-?\w*|consent|gdpr|adblock\w*)[/._?-]/i,
  /[/._-](?:notification|alerts?|toastr?|notify(?!-me-form))[/._-]/i,
  /[/._-](?:social|share|sharing|follow)[/._-](?:buttons?|bar|widget)/i,
  /[/.](?:gif|php|aspx?)\?/i,
];

/** Tags that the package has promised; a list hides by class, id and attribute, and a file that is stopped costs its part alone (N06). */
const PROMISED = ['notify-me-form'];

const read = (name) => readFileSync(name, 'utf8');
const files = readdirSync('cdn').filter((name) => /\.(?:js|json|txt)$/.test(name));
const code = files.filter((name) => name.endsWith('.js')).map((name) => read(`cdn/${name}`));

/** All matches of the first group. */
const all = (pattern) => [
  ...new Set(code.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name))),
];

const words = (list) => [...new Set(list.flatMap((it) => it.trim().split(/\s+/)))].filter(Boolean);

const classes = words([
  ...all(/\bclass=\\?["']([\w -]+)/g),
  ...all(/\bclassName\s*=\s*["'`]([\w -]+)/g),
  ...all(/classList\.(?:add|toggle)\(["'`]([\w-]+)/g),
]);
const ids = words([...all(/\bid=\\?["']([\w-]+)/g), ...all(/\.id\s*=\s*["'`]([\w-]+)/g)]);
const attributes = all(/\b(data-backorder[\w-]*)/g);
const parts = words(all(/\bpart=\\?["']([\w -]+)/g));
const properties = all(/(--backorder[\w-]*)/g);
const hosts = all(/https?:\/\/([\w.-]+\.[a-z]{2,})/g);
const paths = words(all(/["'`](\/[a-z][\w./-]+)["'`]/g));

const hidden = (names) => names.filter((name) => HIDDEN.test(name) && !PROMISED.includes(name));
const stopped = (paths_) => paths_.filter((path) => STOPPED.some((pattern) => pattern.test(`/${path}`)));

describe('N24 names that blockers know', () => {
  it('N24 control: what they are known to stop is found', () => {
    const bad =
      'uk-notify ant-notification alert popup ad-slot banner_top newsletter-form cookie-notice exit-intent toast';
    assert.deepEqual(hidden(bad.split(' ')), bad.split(' '));
    const asked = [
      'x/ads/1.js',
      'a/notify.min.js',
      'app.analytics.js',
      'js/push-notification.js',
      'x.popup.js',
      'b/pixel.gif?x',
    ];
    assert.deepEqual(stopped(asked), asked);
    assert.deepEqual(hidden(['badge', 'address', 'loading', 'backorder-badge', 'shadow', 'adjust']), []);
    assert.deepEqual(stopped(['backorder-elements.add-control.js', 'cdn/backorder-elements.address.js']), []);
  });

  it('N24 finds names to look at', () => {
    assert.ok(files.length > 50, `${files.length} files`);
    assert.ok(attributes.length > 8, attributes.join());
    assert.ok(parts.length > 8, parts.join());
    assert.ok(properties.length > 5, properties.join());
  });

  it('N24 no file of ours is asked for by such a name', () => {
    assert.deepEqual(stopped(files), []);
    assert.deepEqual(stopped(files.map((name) => `assets/backorder-elements-0.1.0/${name}`)), []);
  });

  it('N24 nothing that we put into a page has such a class, id, attribute or part', () => {
    assert.deepEqual(hidden(classes), []);
    assert.deepEqual(hidden(ids), []);
    assert.deepEqual(hidden(attributes.map((it) => it.replace('data-', ''))), []);
    assert.deepEqual(hidden(parts), []);
    assert.deepEqual(hidden(properties), []);
  });

  it('N24 K14 no host or path in our files is of their kind', () => {
    assert.deepEqual(stopped(hosts), []);
    assert.deepEqual(stopped(paths), []);
  });

  it('N24 the paths of the endpoint and of what it is documented with are not either', () => {
    const routes = readdirSync('src/endpoint', { recursive: true, encoding: 'utf8' })
      .filter((name) => /routes\.ts$/.test(name))
      .flatMap((name) => [...read(`src/endpoint/${name}`).matchAll(/["'`](\/[\w/{}:.-]+)["'`]/g)])
      .map(([, path]) => path);
    assert.ok(routes.length > 5, routes.join());
    // What a shopper's page asks for; the rest is asked for by the merchant's own servers.
    const asked = routes.filter((path) => /availab|sign-?ups?|confirm|leave|reserv/i.test(path));
    assert.ok(asked.length > 1, routes.join());
    assert.deepEqual(stopped(asked), []);
  });
});
