import { z } from 'zod';

/** `shop@shop.example` or `The Shop <shop@shop.example>`, on one line. */
const MAILBOX =
  /^(?:(?<name>[^<>\p{C}]*?)\s*<(?<inner>[^<>\s@]+@[^<>\s@]+)>|(?<plain>[^<>\s@]+@[^<>\s@]+))$/u;

/** Settings of messages, by the names of their environment variables. */
export const RESTOCK_SETTINGS = {
  /** The server that takes mails: `smtps://user:password@mail.shop.example`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who they come from: `The Shop <stock@shop.example>`. */
  MAIL_FROM: z
    .string()
    .regex(MAILBOX, 'must be an address, or a name and an address in <>')
    .transform((text) => {
      const { name, inner, plain } = MAILBOX.exec(text)?.groups ?? {};
      return { name: name?.replace(/^"(.*)"$/, '$1') ?? '', address: inner ?? plain ?? '' };
    })
    .optional(),
  /** Klaviyo's private key: its flows write to the shoppers then. It stays on this server. */
  KLAVIYO_PRIVATE_KEY: z.string().min(1).optional(),
  KLAVIYO_URL: z.url({ protocol: /^https?$/ }).default('https://a.klaviyo.com'),
  /** The merchant's own system, which writes to the shoppers then; and the secret that signs what it gets (`whsec_...`). */
  RESTOCK_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  RESTOCK_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'must be whsec_ and at least 24 random bytes in Base64')
    .optional(),
  /** Whether it may stand in a private network. */
  RESTOCK_WEBHOOK_PRIVATE: z.enum(['refuse', 'allow']).default('refuse'),
  /** People told at a time; without it, as many as want WAVE_FACTOR times the pieces that are there. */
  WAVE_SIZE: z.coerce.number().int().min(1).optional(),
  WAVE_FACTOR: z.coerce.number().positive().default(2),
  /** Minutes that they have before the next are told. */
  WAVE_MINUTES: z.coerce.number().min(0).default(30),
};

/** What is wrong with these settings together: the name of one, and a sentence. */
export function restockFaults(settings: {
  readonly PUBLIC_URL?: string | undefined;
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: object | undefined;
  readonly KLAVIYO_PRIVATE_KEY?: string | undefined;
  readonly RESTOCK_WEBHOOK_URL?: string | undefined;
  readonly RESTOCK_WEBHOOK_SECRET?: string | undefined;
}): readonly (readonly [setting: string, says: string])[] {
  const { PUBLIC_URL, SMTP_URL, MAIL_FROM, KLAVIYO_PRIVATE_KEY } = settings;
  const { RESTOCK_WEBHOOK_URL, RESTOCK_WEBHOOK_SECRET } = settings;
  const faults: [string, string][] = [];
  if (SMTP_URL && !MAIL_FROM) faults.push(['MAIL_FROM', 'is needed with SMTP_URL']);
  if (RESTOCK_WEBHOOK_URL && !RESTOCK_WEBHOOK_SECRET) {
    faults.push(['RESTOCK_WEBHOOK_SECRET', 'is needed with RESTOCK_WEBHOOK_URL']);
  }
  // Taken from a request, the address of the links would be the sender's choice.
  if ((SMTP_URL ?? KLAVIYO_PRIVATE_KEY ?? RESTOCK_WEBHOOK_URL) && !PUBLIC_URL) {
    faults.push(['PUBLIC_URL', 'is needed for the links in messages']);
  }
  return faults;
}
