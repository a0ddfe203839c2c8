import { speakOnServer } from '../elements/shared/spoken-on-server.js';
import type { Language } from '../messages/catalogue.js';
import { speak as spoken } from '../messages/speak.js';
import type { Wordings } from '../messages/wording.js';

/**
 * The language for a tag, English where we do not speak it. Elements that Lit renders on this server speak it as well from
 * then on, where they have that `lang`.
 *
 * @param wording the shop's own messages, as the document has them
 */
export async function speak(tag: string, wording: Wordings = {}): Promise<Language> {
  const language = await spoken(tag, wording);
  speakOnServer(tag, language);
  return language;
}
