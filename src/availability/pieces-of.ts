/** Pieces from an attribute or a page's script: a whole number from 1, else not set. */
export function piecesOf(value: unknown): number | undefined {
  const pieces = typeof value === 'string' && value.trim() ? Number(value) : value;
  return Number.isSafeInteger(pieces) && (pieces as number) > 0 ? (pieces as number) : undefined;
}
