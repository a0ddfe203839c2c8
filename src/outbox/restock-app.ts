import { known } from '../availability/read.js';
import { SignUpRefusal } from './sign-up-refusal.js';
import { shopIds } from './shop-ids.js';
import type { SendTo, SignUpAnswer } from './sign-up-wish.js';
import { thirdParty } from './third-party.js';
import { withinBudget } from './within-budget.js';

/** What the script of backinstock.org puts into a page, and Appikon's under another name. */
interface RestockApp {
  create(email: string | null, variant: number, product: number, attributes: object): unknown;
}

interface Answer {
  readonly status?: unknown;
  readonly errors?: Readonly<Record<string, unknown>> | null;
}

/** A target that is one of these apps, by the name of its global. */
export function restockApp(name: 'BIS' | 'SI'): SendTo {
  const find = (): RestockApp | undefined => {
    const app = (globalThis as Readonly<Record<string, unknown>>)[name] as Partial<RestockApp> | undefined;
    return typeof app?.create === 'function' ? (app as RestockApp) : undefined;
  };
  return async ({ wish, signal }) =>
    withinBudget<SignUpAnswer>(async (budget) => {
      const { product, variant } = shopIds(wish);
      const app = await thirdParty(find, `${name}.create`, budget);
      const attributes = known({
        accepts_marketing: wish.marketing === undefined ? undefined : true,
        quantity_required: wish.quantity,
        phone_number: wish.phone,
      });
      const answer = await answerTo(app.create(wish.email ?? null, variant, product, { ...attributes }));
      if (answer?.status === 'OK') return 'done';
      const { errors } = answer ?? {};
      if (errors?.email) throw new SignUpRefusal('email');
      if (errors?.phone_number) throw new SignUpRefusal('phone');
      throw new SignUpRefusal(errors?.quantity_required ? 'quantity' : undefined);
    }, signal);
}

/** Their promises are their own: `then` with one function is all that is known of them. */
function answerTo(promise: unknown): Promise<Answer | null | undefined> {
  return new Promise((resolve, reject) => {
    const { then } = promise as { then: (ok: (it: Answer) => void, fail: (it: unknown) => void) => unknown };
    then.call(promise, resolve, () => reject(new Error('sign-up not taken')));
  });
}
