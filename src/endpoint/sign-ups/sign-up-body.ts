import { z } from '@hono/zod-openapi';
import { readEmail, readPhone } from './address.js';

/** Control characters, line and paragraph separators, and halves of characters: they have no business in a line of text. */
const ODD = /[\p{Cc}\u2028\u2029\p{Cs}]/u;

const line = (most: number) =>
  z
    .string()
    .max(most, `must have at most ${most} characters`)
    .refine((text) => !ODD.test(text), 'must be one line without control characters');

const email = line(320)
  .transform((text) => readEmail(text.trim()) ?? '')
  .refine(Boolean, 'must be a complete e-mail address')
  .openapi({ example: 'name@shop.example' });
const phone = line(40)
  .transform((text) => readPhone(text) ?? '')
  .refine(Boolean, 'must be a telephone number as +4930123456')
  .openapi({ example: '+4930123456' });

/** Path without host, query and hash: those may hold an address or a session. */
const page = z
  .string()
  .transform((text) => {
    const path = text.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
    return path.slice(0, 500);
  })
  .pipe(line(500));

/** What a sign-up's body may say. Anything else in it is ignored. */
export const SIGN_UP_BODY = z
  .object({
    email: email.optional().openapi({ description: 'Needed for the channels email and push' }),
    phone: phone.optional().openapi({ description: 'Needed for the channels sms and whatsapp' }),
    channel: z.enum(['email', 'sms', 'whatsapp', 'push']).default('email'),
    product: line(200).min(1).openapi({ description: 'Id, handle or SKU, as the page names it' }),
    variant: line(200).optional(),
    anyVariant: z.boolean().default(false).openapi({ description: 'Any variant of the product will do' }),
    quantity: z.number().int().min(1).max(9_999).default(1),
    language: line(100).default('en').openapi({ description: 'Language of the messages' }),
    page: page.default('').openapi({ description: 'Path of the page; query and hash are cut off' }),
    marketing: z
      .object({ agreed: z.boolean(), wording: line(200) })
      .optional()
      .openapi({
        description: 'Consent to more than this, and the version of the wording that was agreed to',
      }),
    privacy: line(200).optional().openapi({ description: 'Version of the privacy notice that was shown' }),
    challenge: z.string().optional().openapi({ description: 'Token of the challenge service' }),
    referral: z
      .string()
      .optional()
      .openapi({ description: 'No shopper sees this field. Where it is filled, more proof is asked for' }),
  })
  .superRefine(({ channel, email: mail, phone: number }, context) => {
    const needed = channel === 'sms' || channel === 'whatsapp' ? 'phone' : 'email';
    if (!(needed === 'phone' ? number : mail)) {
      context.addIssue({ code: 'custom', path: [needed], message: `is needed for the channel ${channel}` });
    }
  })
  .openapi('SignUp', {
    // Which of the two addresses is needed depends on the channel, which a schema cannot say.
    example: {
      email: 'ann@example.com',
      product: '7012',
      language: 'en',
      page: '/products/oak-table',
    } as never,
  });

/** A sign-up as it was asked for. */
export type SignUpBody = z.output<typeof SIGN_UP_BODY>;

/** Where a sign-up is to be answered. */
export function addressOf({ channel, email: mail = '', phone: number = '' }: SignUpBody): string {
  return channel === 'sms' || channel === 'whatsapp' ? number : mail;
}

/** Fields of a plain HTML form as the JSON body has them: `marketing.agreed=on`, `quantity=2`. Empty ones count as not sent. */
export function bodyOfForm(form: URLSearchParams): unknown {
  const told = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  const { quantity, anyVariant, ...rest } = told;
  const agreed = told['marketing.agreed'] !== undefined;
  return {
    ...rest,
    ...(quantity !== undefined && { quantity: Number(quantity) }),
    ...(anyVariant !== undefined && { anyVariant: true }),
    ...(agreed && { marketing: { agreed, wording: told['marketing.wording'] ?? '' } }),
  };
}
