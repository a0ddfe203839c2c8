import { parsePolicy } from '../../availability/parse-policy.js';
import type { Policy } from '../../availability/policy.js';
import { parseRecord } from '../../availability/parse-record.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import type { Problem } from '../../availability/problem.js';
import type { ScopeSettings } from '../../store/scope.js';
import { nameOf } from './own-properties.js';
import { piecesOf } from '../../availability/pieces-of.js';

/** Attributes by which an element says what it is about. */
export const SCOPE_ATTRIBUTES = ['product', 'variant', 'quantity'] as const;

/** Properties by which it does. */
export const SCOPE_PROPERTIES = [...SCOPE_ATTRIBUTES, 'record', 'policy'] as const;

/** What an element says of itself, read from attributes and properties that anybody may have set to anything. */
export class OwnSettings {
  readonly #tag: string;
  product: string | undefined;
  variant: string | undefined;
  quantity: number | undefined;
  record: AvailabilityRecord | undefined;
  policy: Policy | undefined;

  /** @param tag the element's tag, for warnings */
  constructor(tag: string) {
    this.#tag = tag;
  }

  /** Takes one property in; `undefined` and `null` take it back, and '', by which Preact does. */
  set(name: (typeof SCOPE_PROPERTIES)[number], value: unknown): void {
    const gone = (value ?? '') === '';
    if (name === 'quantity') this.quantity = piecesOf(value);
    else if (name === 'record') {
      const parsed = gone ? undefined : parseRecord(value);
      this.record = parsed?.record;
      this.#warn(parsed?.problems);
    } else if (name === 'policy') {
      const parsed = gone ? undefined : parsePolicy(value);
      this.policy = parsed?.policy;
      this.#warn(parsed?.problems);
    } else this[name] = nameOf(value);
  }

  /** Whether the element itself says what it is about, rather than the place it stands in. */
  get told(): boolean {
    return this.product !== undefined || this.record !== undefined;
  }

  /** The same for a scope. */
  forScope(): ScopeSettings {
    const { product, variant, quantity, record, policy } = this;
    return {
      product,
      selection: variant === undefined ? undefined : { id: variant, sku: variant },
      quantity,
      record,
      policy,
    };
  }

  #warn(problems: readonly Problem[] = []): void {
    if (!problems.length) return;
    import('../../store/report-problems.js').then(
      (it) => it.reportProblems(problems, `on <${this.#tag}>`, true),
      () => undefined,
    );
  }
}
