/** Pieces from an attribute or a page's script: a whole number from 1, else not set. */
export function piecesOf(value: unknown): number | undefined {
  const pieces = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof pieces === 'number' && Number.isSafeInteger(pieces) && pieces > 0 ? pieces : undefined;
}
