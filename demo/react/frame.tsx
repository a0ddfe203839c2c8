import type { ReactNode } from 'react';
import { Link, NavLink, Outlet } from 'react-router';
import { SYSTEMS, type System } from './page-data.js';
import { useShopCart } from './shop-cart.js';

const NAMES: Readonly<Record<System, string>> = { shopify: 'Shopify', bigcommerce: 'BigCommerce' };

function CartLink(): ReactNode {
  const { contents } = useShopCart();
  const count = contents.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Link className="header__cart" to="/cart">
      Cart <span className="header__count">{count}</span>
    </Link>
  );
}

/** What stands around every page. */
export function Frame({ system }: { system: System }): ReactNode {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="header">
        <Link className="header__logo" to="/" aria-label="Nordlund &amp; Daughters, home">
          <svg className="header__mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M4 29V13L16 3l12 10v16h-7V17l-5-4-5 4v12z" />
          </svg>
          <span className="header__name">
            Nordlund
            <br />
            &amp; Daughters
          </span>
        </Link>
        <nav className="header__nav" aria-label="Shop">
          <ul className="header__list">
            <li>
              <NavLink className="header__link" to="/" end>
                All
              </NavLink>
            </li>
            {SYSTEMS.map((it) => (
              <li key={it}>
                <a
                  className="header__link"
                  href={`/react/${it}/`}
                  aria-current={it === system ? 'true' : undefined}
                >
                  Cart of {NAMES[it]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="header__tools">
          <CartLink />
        </div>
      </header>
      <main className="page" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="footer">
        <div className="footer__about">
          <p className="footer__name">Nordlund &amp; Daughters</p>
          <p>A made-up shop in React. Nothing is sold.</p>
        </div>
      </footer>
    </>
  );
}
