import { z } from '@hono/zod-openapi';

/**
 * A text on one line. Control characters are refused: PostgreSQL cannot store a NUL, and in a mail's header a line break
 * would begin another header.
 */
export function plainText(most: number): z.ZodString {
  return (
    z
      .string()
      .max(most)
      // eslint-disable-next-line no-control-regex
      .regex(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/, 'Control characters and line breaks are not allowed.')
  );
}

/** An id, a handle or an SKU, as shop systems have them. */
export const idText = plainText(200).min(1);
