import {
  createContext,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { bigCommerceCart } from '../headless/bigcommerce-cart.js';
import { CartError, EMPTY_CART, type Cart, type CartContents, type NewLine } from '../headless/cart.js';
import { addWithReceipt, type Receipt } from '../headless/receipt.js';
import { shopifyCart } from '../headless/shopify-cart.js';
import { modifiersOf } from './goods.js';
import type { System } from './page-data.js';

interface ShopCart {
  readonly contents: CartContents;
  /** Whether the shop has told yet what is in it. */
  readonly known: boolean;
  /** The last thing that a shopper has to know. */
  readonly said: { readonly text: string; readonly tone: 'good' | 'warn' | 'bad' } | undefined;
  readonly add: (lines: readonly NewLine[]) => Promise<void>;
  readonly remove: (line: string) => Promise<void>;
}

const Context = createContext<ShopCart | undefined>(undefined);

export function useShopCart(): ShopCart {
  const found = use(Context);
  if (!found) throw new TypeError('useShopCart() needs a <ShopCartProvider> around it.');
  return found;
}

/** Only in a browser is there a cart; a server writes pages for everybody. */
function openCart(system: System): Cart {
  return system === 'shopify'
    ? shopifyCart({ url: '/react/api/2026-07/graphql.json', token: 'public-token-of-the-demo' })
    : bigCommerceCart({ url: '/react/graphql', token: 'token-of-the-demo', modifiers: modifiersOf });
}

/** What a shopper is told of what became of their lines. Nothing is better than it is: the shop has been asked. */
function toldOf(receipts: readonly Receipt[]): ShopCart['said'] {
  const short = receipts.filter(({ code }) => code === 'short');
  if (short.length) {
    const wanted = receipts.reduce((sum, { wanted: { quantity } }) => sum + quantity, 0);
    const added = receipts.reduce((sum, it) => sum + it.added, 0);
    return { text: `The shop could put only ${added} of ${wanted} into your cart.`, tone: 'warn' };
  }
  const lost = receipts.find(({ code }) => code === 'promise-lost');
  if (!lost) return { text: 'In your cart.', tone: 'good' };
  return {
    text: `In your cart, but the order does not say “${lost.wanted.properties['Availability'] ?? ''}”. Please ask us before you pay.`,
    tone: 'bad',
  };
}

export function ShopCartProvider({ system, children }: { system: System; children: ReactNode }): ReactNode {
  const [contents, setContents] = useState<CartContents>(EMPTY_CART);
  const [known, setKnown] = useState(false);
  const [said, say] = useState<ShopCart['said']>(undefined);
  const opened = useRef<Cart>(undefined);
  const cart = useCallback(() => (opened.current ??= openCart(system)), [system]);

  useEffect(() => {
    let here = true;
    // What the server has streamed and is not hydrated yet would be drawn anew by an update that cannot wait.
    const tell = (it: CartContents): void =>
      startTransition(() => {
        if (!here) return;
        setContents(it);
        setKnown(true);
      });
    cart()
      .read()
      .then(tell, () => tell(EMPTY_CART));
    return () => void (here = false);
  }, [cart]);

  const attempt = useCallback(async (change: () => Promise<ShopCart['said']>) => {
    say(undefined);
    try {
      say(await change());
    } catch (error) {
      const text = error instanceof CartError ? error.message : 'Something went wrong. Please try again.';
      say({ text, tone: 'bad' });
    }
  }, []);

  const add = useCallback(
    (lines: readonly NewLine[]) =>
      attempt(async () => {
        const { contents: now, receipts } = await addWithReceipt(cart(), lines);
        setContents(now);
        return toldOf(receipts);
      }),
    [cart, attempt],
  );
  const remove = useCallback(
    (id: string) =>
      attempt(async () => {
        setContents(await cart().update([{ id, quantity: 0 }]));
        return { text: 'Taken out.', tone: 'good' };
      }),
    [cart, attempt],
  );
  const value = useMemo(() => ({ contents, known, said, add, remove }), [contents, known, said, add, remove]);
  return <Context value={value}>{children}</Context>;
}

/** Always there, so that screen readers notice when it begins to speak. */
export function CartSays(): ReactNode {
  const { said } = useShopCart();
  return (
    <div role="status" className="cart-says">
      {said && <p className={`note note--${said.tone}`}>{said.text}</p>}
    </div>
  );
}
