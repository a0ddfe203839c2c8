import type { Settings } from '../settings.js';
import { itemLines, subjectOf } from './item-words.js';
import { mailHtml } from './mail-html.js';
import { linkless, plainLine } from './plain-line.js';
import type { Prepared } from './prepare-message.js';

/** A mail, as nodemailer takes it. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly textEncoding: 'quoted-printable';
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}

/**
 * Writes a mail in the shopper's language, as text and as HTML. Its Message-ID is made of the message's own id, so it is the
 * same when it has to be sent again: mailboxes drop the second.
 */
export function composeMail(prepared: Prepared, settings: Settings, now: number): Mail {
  const { MAIL_FROM, SHOP_NAME } = settings;
  const { kind, id, item, spoken, confirm, leave, address } = prepared;
  const { words } = spoken;
  const shop = plainLine(SHOP_NAME);
  const from = MAIL_FROM?.address ?? 'nobody@captured.invalid';
  const target = kind === 'confirm' ? confirm : item.url;
  const about = [...(item.title === undefined ? [] : [linkless(item.title)]), ...itemLines(prepared)];
  const paragraphs = [
    words[`${kind}.lead`],
    about.join('\n'),
    target && `${words[`${kind}.button`]}:\n${target}`,
    kind === 'confirm' ? words['confirm.ignore'] : `${words['restock.soon']}\n${words['restock.why']}`,
    `-- \n${linkless(shop)}\n${words['leave.link']}:\n${leave}`,
  ];
  return {
    from: { name: MAIL_FROM?.name || shop, address: from },
    to: { name: '', address },
    subject: subjectOf(prepared, shop),
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
    html: mailHtml(prepared, shop, target),
    messageId: `<${id}@${from.replace(/^.*@/, '')}>`,
    date: new Date(now),
    headers: {
      'List-Unsubscribe': `<${leave}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
    // Lines of some languages are longer than a line of a mail may be.
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
