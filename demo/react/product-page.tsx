import { useOffer } from 'backorder-elements/react';
import { Suspense, use, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Link, useParams } from 'react-router';
import { euro, goodsOf, nearTo, type Goods } from './goods.js';
import { Cards } from './listing.js';
import { CartSays, useShopCart } from './shop-cart.js';
import { VariantPicker } from './variant-picker.js';

/** The shop's own button, words and form, drawn from the offer. */
function BuyForm({ goods }: { goods: Goods }): ReactNode {
  const [variant, choose] = useState(goods.variants[0]);
  const [quantity, setQuantity] = useState(1);
  const [busy, setBusy] = useState(false);
  const cart = useShopCart();
  const product = String(goods.id);
  const offer = useOffer(product, variant && String(variant.id), { quantity });
  const { words, orderable, lines } = offer;
  if (!variant) return null;

  const buy = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !orderable || !lines.length) return;
    setBusy(true);
    await cart.add(lines.map((line) => ({ ...line, product, variant: String(variant.id) })));
    setBusy(false);
  };

  return (
    <>
      <div className="product__line">
        <p className="product__price">{euro(variant.price)}</p>
        <backorder-badge
          product={product}
          variant={String(variant.id)}
          quantity={quantity}
          suppressHydrationWarning
        >
          {words.badge}
        </backorder-badge>
      </div>
      <p className="product__description">{goods.description}</p>
      <form className="product-form" onSubmit={(event) => void buy(event)}>
        <VariantPicker goods={goods} variant={variant} choose={choose} />
        <div className="field">
          <label className="field__label" htmlFor="quantity">
            Quantity
          </label>
          <div className="quantity">
            <button
              className="quantity__button"
              type="button"
              aria-label="One fewer"
              onClick={() => setQuantity((it) => Math.max(1, it - 1))}
            >
              −
            </button>
            <input
              className="quantity__input"
              id="quantity"
              type="number"
              min="1"
              inputMode="numeric"
              value={quantity}
              onChange={({ target }) => setQuantity(Math.max(1, Math.floor(target.valueAsNumber) || 1))}
            />
            <button
              className="quantity__button"
              type="button"
              aria-label="One more"
              onClick={() => setQuantity((it) => it + 1)}
            >
              +
            </button>
          </div>
        </div>
        <div className="availability availability--kept" aria-live="polite">
          {words.promise && <p className="availability__promise">{words.promise}</p>}
          {words.aside && <p className="availability__aside">{words.aside}</p>}
          {words.limit && <p className="availability__limit">{words.limit}</p>}
        </div>
        <div className="product-form__buttons">
          <button
            className="button button--full product-form__submit"
            type="submit"
            aria-disabled={!orderable || busy || undefined}
          >
            {words.label || 'Add to cart'}
          </button>
        </div>
      </form>
      {offer.signUp && (
        <notify-me-form product={product} variant={String(variant.id)} compact suppressHydrationWarning />
      )}
      <CartSays />
    </>
  );
}

/** Streamed: the page does not wait for it. */
function Near({ goods }: { goods: Goods }): ReactNode {
  return <Cards goods={use(nearTo(goods))} />;
}

export function ProductPage(): ReactNode {
  const { handle } = useParams();
  const goods = goodsOf(handle);
  if (!goods) return <h1 className="page-title">There is no such product</h1>;
  return (
    <>
      <title>{`${goods.title} · Nordlund & Daughters`}</title>
      <nav className="breadcrumb" aria-label="Breadcrumb">
        <ol>
          <li>
            <Link to="/">Everything</Link>
          </li>
          <li aria-current="page">{goods.title}</li>
        </ol>
      </nav>
      <article className="product">
        <div className="product__media">
          <img className="product__picture" src={goods.picture} alt={goods.alt} width="800" height="1000" />
        </div>
        <div className="product__info">
          <h1 className="product__title">{goods.title}</h1>
          <BuyForm goods={goods} key={handle} />
        </div>
      </article>
      <section aria-labelledby="near-title">
        <h2 className="section-title" id="near-title">
          In the same house
        </h2>
        <Suspense fallback={<p className="near-waits">One moment …</p>}>
          <Near goods={goods} />
        </Suspense>
      </section>
    </>
  );
}
