import type { SignUpMessages } from './catalogue.js';
import { pseudo } from './pseudo.js';
import { words as english } from './sign-up-en.js';

/** The sign-up's words as en-XA. */
export const words = Object.fromEntries(
  Object.entries(english as unknown as Record<string, string>).map(([name, text]) => [name, pseudo(text)]),
) as unknown as SignUpMessages;
