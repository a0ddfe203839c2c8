import { known } from '../availability/read.js';
import { sendSignUp, type SignUpBody } from './send-sign-up.js';
import type { SendTo } from './sign-up-wish.js';

/** The merchant's own endpoint, with all that a document can ask for. */
export const endpointTarget: SendTo = async ({ wish, settings, key, signal }) => {
  const { ids: _ids, marketing, ...told } = wish;
  const body = known({
    ...told,
    locale: wish.language,
    marketing: marketing === undefined ? undefined : { agreed: true, wording: marketing },
    privacy: settings.privacyVersion,
  });
  return sendSignUp(settings.url ?? '', body as SignUpBody, key, signal);
};
