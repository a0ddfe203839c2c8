import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { euro, goodsOfVariant } from './goods.js';
import { CartSays, useShopCart } from './shop-cart.js';

export function CartPage(): ReactNode {
  const { contents, known, remove } = useShopCart();
  const lines = contents.lines.map((line) => {
    const goods = goodsOfVariant(line.variant);
    const variant = goods?.variants.find(({ id }) => String(id) === line.variant);
    return { ...line, goods, variant, total: (variant?.price ?? 0) * line.quantity };
  });
  return (
    <>
      <title>Your cart · Nordlund &amp; Daughters</title>
      <h1 className="page-title">Your cart</h1>
      <CartSays />
      <div className="cart">
        {lines.length === 0 ? (
          <p className="cart__empty">
            {known ? (
              <>
                Nothing in here yet. <Link to="/">See everything we make</Link>.
              </>
            ) : (
              'One moment …'
            )}
          </p>
        ) : (
          <>
            <ul className="lines cart__lines">
              {lines.map(({ id, goods, variant, quantity, properties, total }) => (
                <li className="line" key={id}>
                  <img className="line__picture" src={goods?.picture} alt="" width="800" height="1000" />
                  <div className="line__text">
                    <h2 className="line__title">
                      <Link to={`/products/${goods?.handle ?? ''}`}>{goods?.title}</Link>
                    </h2>
                    {goods?.options.length ? <p className="line__variant">{variant?.title}</p> : null}
                    <p className="line__unit">
                      {quantity} × {euro(variant?.price ?? 0)}
                    </p>
                    <dl className="line__properties">
                      {Object.entries(properties)
                        .filter(([name]) => !name.startsWith('_'))
                        .map(([name, text]) => (
                          <div key={name}>
                            <dt>{name}</dt>
                            <dd>{text}</dd>
                          </div>
                        ))}
                    </dl>
                  </div>
                  <div className="line__tools">
                    <button
                      className="line__remove"
                      type="button"
                      aria-label={`Remove ${goods?.title ?? ''}`}
                      onClick={() => void remove(id)}
                    >
                      Remove
                    </button>
                  </div>
                  <p className="line__total">{euro(total)}</p>
                </li>
              ))}
            </ul>
            <section className="summary" aria-label="Summary">
              <dl className="summary__sums">
                <div>
                  <dt>Subtotal</dt>
                  <dd>{euro(lines.reduce((sum, { total }) => sum + total, 0))}</dd>
                </div>
              </dl>
              <p className="summary__note">The demo ends here: nothing is sold.</p>
            </section>
          </>
        )}
      </div>
    </>
  );
}
