import { rulesFor, type PromiseFault, type PromiseRule, type Region } from '../availability/promise-rules.js';
import { FIXES, WARNINGS, type DocumentFault } from './document-faults.js';

export type Rule = PromiseFault | DocumentFault;

/** Something in a document that should be otherwise. */
export interface Finding {
  /** Stable name of the rule. */
  readonly rule: Rule;
  readonly severity: 'error' | 'warning';
  /** A JSON pointer (RFC 6901) into the document, and where that is in the text. */
  readonly place: { readonly pointer: string; readonly line?: number; readonly column?: number };
  /** What was found. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** Where the rule is explained, or the law or practice stands. */
  readonly see: string;
  /** The product it is about, by its id. */
  readonly product?: string;
  /** What each region asks, where it is a matter of law or of a channel. */
  readonly asked?: readonly Pick<PromiseRule, 'region' | 'severity' | 'asks' | 'see'>[];
}

/** Takes a fault in; `product` is the id of the product that it is about. */
export type Note = (rule: Rule, pointer: string, message: string, product?: string) => void;

const README = 'README.md#check-your-document';

/** Faults that are none where no region asks. */
const ONLY_WHERE_ASKED: readonly Rule[] = ['no-single-day', 'no-basis', 'no-arrival'];

/** Makes a finding of a fault; nothing where no region asks for what is missing. */
export function findingOf(
  rule: Rule,
  pointer: string,
  message: string,
  regions: readonly Region[],
  product?: string,
): Finding | undefined {
  const asked = rulesFor(rule as PromiseFault, regions);
  if (!asked.length && ONLY_WHERE_ASKED.includes(rule)) return undefined;
  return {
    rule,
    severity: asked[0]?.severity ?? (WARNINGS.includes(rule) ? 'warning' : 'error'),
    place: { pointer },
    message,
    fix: FIXES[rule],
    see: asked[0]?.see ?? README,
    ...(product !== undefined && { product }),
    ...(asked.length > 0 && {
      asked: asked.map(({ region, severity, asks, see }) => ({ region, severity, asks, see })),
    }),
  };
}
