import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { GOODS, euro, type Goods } from './goods.js';

export function Cards({ goods }: { goods: readonly Goods[] }): ReactNode {
  return (
    <ul className="grid">
      {goods.map(({ handle, title, picture, alt, price }) => (
        <li className="card" key={handle}>
          <div className="card__media">
            <img className="card__picture" src={picture} alt={alt} width="800" height="1000" loading="lazy" />
            <div className="card__badge">
              {/* The tag itself, as React 19 takes it. It may be there before React is, and says its state in an attribute. */}
              <backorder-badge product={handle} suppressHydrationWarning />
            </div>
          </div>
          <div className="card__text">
            <h2 className="card__title">
              <Link className="card__link" to={`/products/${handle}`}>
                {title}
              </Link>
            </h2>
            <p className="card__price">{euro(price)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Listing(): ReactNode {
  return (
    <>
      <title>Everything we make · Nordlund &amp; Daughters</title>
      <h1 className="page-title">Everything we make</h1>
      <p className="page-intro">Furniture and useful things for the house and the garden.</p>
      <section aria-label="Products" className="listing">
        <Cards goods={GOODS} />
      </section>
    </>
  );
}
