import type { Policy } from '../availability/policy.js';
import type { AvailabilityRecord } from '../availability/record.js';
import type { Note } from './finding.js';

/** What is wrong with a policy by itself: of the fields that stand right here. */
export function lintPolicy(own: Policy, pointer: string, note: Note, now: number, product?: string): void {
  const { timeZone, starts, ends } = own;
  if (timeZone !== undefined && !isZone(timeZone)) {
    note('unknown-zone', `${pointer}/timeZone`, `No time zone is called “${timeZone}”.`, product);
  }
  if (starts !== undefined && ends !== undefined && starts >= ends) {
    note('reversed-sale', `${pointer}/ends`, 'The sale ends before it starts.', product);
  } else if (ends !== undefined && ends <= now) {
    note('sale-over', `${pointer}/ends`, 'The sale is over.', product);
  }
}

/** Where a policy, with all that it takes from above, and a record forbid each other to sell. */
export function lintLimits(
  policy: Policy,
  record: AvailabilityRecord,
  at: (field: string) => string,
  note: Note,
  name: string,
  product: string,
): void {
  const { sell, limit, maxPerOrder } = policy;
  if (sell !== undefined && sell !== 'none') {
    const none = [
      limit === 0 && 'limit',
      record.availableForBackorder === 0 && 'availableForBackorder',
      record.orderable === false && 'orderable',
    ].find(Boolean);
    if (none) {
      const value = none === 'orderable' ? 'false' : '0';
      note(
        'nothing-sold',
        at(none),
        `“${name}” is sold as ${sell}, but ${none} is ${value}: nothing can be ordered.`,
        product,
      );
    }
  }
  const min = record.quantity?.min;
  if (min !== undefined && maxPerOrder !== undefined && maxPerOrder < min) {
    note(
      'unreachable-order',
      at('maxPerOrder'),
      `The smallest order of “${name}” is ${min}, the largest ${maxPerOrder}.`,
      product,
    );
  }
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).format(0) !== '';
  } catch {
    return false;
  }
}
