import { toldOf } from '../availability/document.js';
import type { Problem } from '../availability/problem.js';
import { known } from '../availability/read.js';
import { signUpSettings, type SignUpSettings, type SignUpTarget } from '../availability/sign-up-settings.js';
import { allowedAddress } from '../outbox/allowed-address.js';
import { pageForm } from '../outbox/page-form.js';
import { report } from '../report.js';
import { shared } from './shared-store.js';

/** Other companies: whoever sends a shopper's address there says so. */
const COMPANIES: readonly SignUpTarget[] = ['klaviyo', 'back-in-stock', 'appikon', 'swym'];

const KLAVIYO = 'https://a.klaviyo.com';

const read = new WeakMap<object, SignUpSettings | 'none'>();

/**
 * Where sign-ups of an element go, with all that is asked there; nothing where no form may be shown. A target is looked at
 * closely only here, because few pages name one.
 *
 * @param host an element that says by `target` that its page takes them, or a form inside it
 */
export function openTarget(
  host?: Element & { readonly target?: string | undefined },
): SignUpSettings | undefined {
  const own = host?.target ?? host?.getAttribute('target');
  const settings = told();
  if (own === 'page') return known({ ...(settings ?? plain('page')), target: own }) as SignUpSettings;
  if (own === 'form') return withForm(plain('form'), host);
  return settings?.target === 'form' ? withForm(settings, host) : settings;
}

function plain(target: SignUpTarget): SignUpSettings {
  return known({ target, channels: ['email'], quantity: false, anyVariant: false }) as SignUpSettings;
}

function withForm(settings: SignUpSettings, host?: Element): SignUpSettings | undefined {
  return pageForm(host) && settings;
}

function told(): SignUpSettings | undefined {
  const { signUp } = shared().store;
  if (!signUp) return undefined;
  let found = read.get(signUp);
  if (!found) {
    const { settings, problems } = signUpSettings(toldOf.get(signUp) ?? signUp);
    // Of the addresses the developer has heard when the document was read.
    tellOf(problems.filter(({ path }) => !/[uU]rl$/.test(path) || signUp.url === undefined));
    read.set(signUp, (found = settings ?? 'none'));
  }
  if (found === 'none') return undefined;
  // All others are in the page, or the shop itself.
  const url = found.target === 'klaviyo' ? KLAVIYO : found.target === 'endpoint' ? (found.url ?? '') : '';
  const allowed = allowedAddress(url, location.href, shared().config.signUpOrigins);
  if (allowed === undefined) {
    report(
      'foreign-sign-up',
      `the availability document wants sign-ups sent to ${JSON.stringify(url.slice(0, 120))}, which this page has not named; no form is shown. ` +
        'Name its origin in data-sign-up-origins of the script tag if that is right.',
    );
    return undefined;
  }
  return withNotice(found, allowed);
}

function tellOf(problems: readonly Problem[]): void {
  if (!problems.length) return;
  import('./report-problems.js').then(
    (it) => it.reportProblems(problems, 'document', true),
    () => undefined,
  );
}

/** Without a privacy notice an address goes to nobody but the shop itself, and the developer hears of it. */
function withNotice(settings: SignUpSettings, url: string): SignUpSettings | undefined {
  const refused = !settings.privacyUrl && COMPANIES.includes(settings.target);
  // Of an address alone only the lint says so: its pages were silent before.
  if (!settings.privacyUrl && !settings.bare && settings.target !== 'page') {
    report(
      'no-privacy-notice',
      `expected privacyUrl in signUp of the availability document, got none; the form is shown ${refused ? 'nowhere: the address would go to another company' : 'without a link to it'}. ` +
        'Name the address of your privacy notice.',
    );
  }
  return refused ? undefined : (known({ ...settings, url }) as SignUpSettings);
}
