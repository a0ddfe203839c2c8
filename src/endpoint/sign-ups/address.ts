import { domainToASCII } from 'node:url';

/** As browsers check `<input type=email>`, with a dot in the domain: what the form takes must not be refused here. */
const MAILBOX =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;
const MOST = 254;
/** E.164. */
const PHONE = /^\+[1-9]\d{6,14}$/;
const GMAIL = /^(?:gmail|googlemail)\.com$/;

/** An e-mail address that can be written to, its domain in ASCII, or nothing. */
export function readEmail(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const address = `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1))}`;
  return at > 0 && address.length <= MOST && MAILBOX.test(address) ? address : undefined;
}

/** A telephone number in the form of E.164, or nothing. Spaces and the like may stand between the digits. */
export function readPhone(text: string): string | undefined {
  const number = text.replace(/[\s().-]/g, '');
  return PHONE.test(number) ? number : undefined;
}

/** The same text for addresses that are one person's: case does not count, nor what Gmail does not look at. */
export function personOf(address: string): string {
  const [local = '', domain = ''] = split(address);
  return GMAIL.test(domain)
    ? `${local.replace(/\+.*/, '').replaceAll('.', '')}@gmail.com`
    : address.toLowerCase();
}

/**
 * The same text for addresses that may reach one mailbox: for limits, where two persons taken for one is the smaller harm.
 * Most servers deliver `name+anything`, and many ignore dots.
 */
export function mailboxOf(address: string): string {
  const [local = '', domain = ''] = split(address);
  if (!domain) return address;
  return `${local.replace(/\+.*/, '').replaceAll('.', '')}@${GMAIL.test(domain) ? 'gmail.com' : domain}`;
}

const split = (address: string): readonly string[] => address.toLowerCase().split(/@(?=[^@]*$)/);
