import { known } from '../availability/read.js';
import { webAddress } from './allowed-address.js';
import { shopIds } from './shop-ids.js';
import type { SendTo } from './sign-up-wish.js';
import { thirdParty } from './third-party.js';
import { withinBudget } from './within-budget.js';

/** What Swym's script puts into a page. */
interface Swym {
  sendWatchlist(
    value: string,
    medium: 'email',
    product: object,
    ok: () => void,
    fail: () => void,
    addToMailingList: 0 | 1,
  ): unknown;
}

/** Swym's type of event for "tell me". */
const TELL_ME = 8;

/** Swym, by the call of its script. */
export const swymTarget: SendTo = async ({ wish, signal }) =>
  withinBudget(async (budget) => {
    const ids = shopIds(wish);
    const swym = await thirdParty(findSwym, 'swat.sendWatchlist', budget);
    const product = known({
      epi: ids.variant,
      empi: ids.product,
      du: canonical(),
      iu: metaOf('og:image'),
      pr: Number(metaOf('og:price:amount') ?? metaOf('product:price:amount')) || undefined,
      et: TELL_ME,
    });
    return new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error('sign-up not taken'));
      const agreed = wish.marketing === undefined ? 0 : 1;
      swym.sendWatchlist(wish.email ?? '', 'email', { ...product }, () => resolve('done'), fail, agreed);
    });
  }, signal);

/** It was `_swat` first, and is `swat` in today's documentation. */
function findSwym(): Swym | undefined {
  const { swat, _swat } = globalThis as { swat?: Partial<Swym>; _swat?: Partial<Swym> };
  return [swat, _swat].find((it) => typeof it?.sendWatchlist === 'function') as Swym | undefined;
}

/** The product's own address, as the page tells it; else that of the page without query and hash. */
function canonical(): string {
  const told = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const found = told ? webAddress(told, document.baseURI) : undefined;
  const { origin, pathname } = found?.origin === location.origin ? found : location;
  return origin + pathname;
}

function metaOf(property: string): string | undefined {
  return document.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? undefined;
}
