import { z } from 'zod';
import { isNetwork } from './client-address.js';
import { RESTOCK_SETTINGS, restockFaults } from './restock/restock-settings.js';
import { SIGN_UP_SETTINGS, signUpFaults } from './sign-ups/sign-up-settings.js';
import { WEBHOOK_SETTINGS } from './webhooks/webhook-settings.js';

const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean));
const ORIGIN = 'Origins such as https://shop.example, with a blank between; no wildcards.';
const origin = z
  .url({ protocol: /^https?$/, hostname: /^(?:[\w.-]+|\[[\da-f:.]+\])$/, error: ORIGIN })
  .transform((url) => new URL(url).origin);

/** Addresses of database servers that there is no driver for. */
const OTHER_SYSTEM = /^(?!file:|postgres(?:ql)?:)[a-z][a-z\d+.-]+:\/\//i;

/** Every setting, by the name of its environment variable. Rooms have their own files. */
const FIELDS = z.object({
  /** Path of the SQLite file, or `postgres://...`. */
  DATABASE_URL: z
    .string()
    .min(1)
    .refine(
      (it) => !OTHER_SYSTEM.test(it),
      'The path of a SQLite file, or postgres://USER:PASSWORD@HOST/NAME.',
    )
    .default('backorder.db'),
  /** Where the endpoint listens. */
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** The address under which shoppers reach this endpoint, for links in mails: `https://stock.shop.example`. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Origins of shop pages that may ask and sign up, with a space between: `https://shop.example`. */
  SHOP_ORIGINS: list.pipe(z.array(origin)).default([]),
  /** Addresses, or networks such as `10.0.0.0/8`, of proxies in front of this, whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES: list
    .pipe(z.array(z.string().refine(isNetwork, 'Addresses, or networks such as 10.0.0.0/8.')))
    .default([]),
  /** Most pieces that the public document tells of, on the shelf and beyond it: nobody needs to know of more. */
  MOST_TOLD: z.coerce.number().int().min(1).default(20),
  /** Seconds that a browser, and a CDN, may keep the availability document; and go on showing it while they ask again. */
  MAX_AGE: z.coerce.number().int().min(0).default(30),
  STALE_WHILE_REVALIDATE: z.coerce.number().int().min(0).default(300),
  /** Seconds that a reservation holds when its request does not say. */
  HOLD_SECONDS: z.coerce.number().int().min(10).max(86_400).default(900),
  /** The merchant's shop, as its name stands in mails. */
  SHOP_NAME: z.string().min(1).max(100).default('The shop'),
  ...SIGN_UP_SETTINGS,
  ...RESTOCK_SETTINGS,
  ...WEBHOOK_SETTINGS,
});

/** What only together makes sense. */
const SETTINGS = FIELDS.superRefine((settings, context) => {
  for (const [name, message] of [...signUpFaults(settings), ...restockFaults(settings)]) {
    context.addIssue({ code: 'custom', path: [name], message });
  }
});

/** The settings of one endpoint, parsed. */
export type Settings = Readonly<z.output<typeof FIELDS>>;

/**
 * Reads the settings, as from `process.env`. Others' variables are ignored; an empty one counts as not set.
 *
 * @throws Error with a line for each setting that is wrong; values are not repeated, as they may be secrets
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const told = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const { success, data, error } = SETTINGS.safeParse(Object.fromEntries(told));
  if (success) return Object.freeze(data);
  throw new Error(error.issues.map((it) => `${it.path.join('.')}: ${it.message}`).join('\n'));
}
