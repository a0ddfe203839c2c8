import type { Parts } from '../parts.js';
import { composeMail } from './compose-mail.js';
import type { Outcome } from './outcome.js';
import type { Sender } from './sender.js';

/** Milliseconds to connect and be greeted, and between two words of the server. */
const CONNECT = 8_000;
const SILENCE = 15_000;
const MOST_CONNECTIONS = 5;

/** Sends mails to an SMTP server, over connections that are kept until `close()`. */
export async function smtpSender({ settings, now }: Parts): Promise<Sender> {
  const { createTransport } = await import('nodemailer');
  const url = settings.SMTP_URL ?? '';
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    connectionTimeout: CONNECT,
    greetingTimeout: CONNECT,
    socketTimeout: SILENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (prepared) => {
      try {
        await transport.sendMail(composeMail(prepared, settings, now()));
        return { state: 'sent' };
      } catch (error) {
        return outcomeOfError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** What the server has against the mail or its recipient will not change; what it has against us may. */
function outcomeOfError(error: unknown): Outcome {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  const isFinal =
    responseCode !== undefined && responseCode >= 500 && /^(?:RCPT|DATA|API)/.test(command ?? '');
  const problem = responseCode === undefined ? `smtp-${code ?? 'error'}` : `smtp-${responseCode}`;
  return isFinal || (code === 'EENVELOPE' && responseCode === undefined)
    ? { state: 'dead', problem }
    : { state: 'again', problem };
}
