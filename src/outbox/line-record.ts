import type { Offer, ShipPromise } from '../availability/offer.js';

/**
 * What was promised, for the order: version, state, split, window with precision, basis, confidence, and when it was
 * told. Example: `1;backorder;0+2;2026-12-01/2026-12-05;day;ship;estimated;2026-11-22T09:00Z;en`.
 */
export function lineRecord({ state, split, promise }: Offer, language: string): string {
  const { window, basis, confidence, asOf } = promise ?? ({} as Partial<ShipPromise>);
  return [
    1,
    state,
    split && `${split.now}+${split.later}`,
    window && `${window.start}/${window.end}`,
    window?.precision,
    basis,
    confidence,
    asOf && `${new Date(asOf).toISOString().slice(0, 16)}Z`,
    language,
  ].join(';');
}
