import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Hogyan értesítsük?',
  'sign-up.by-email': 'E-mailben',
  'sign-up.by-sms': 'SMS-ben',
  'sign-up.by-whatsapp': 'WhatsAppon',
  'sign-up.by-push': 'Az alkalmazásunkban',
  'sign-up.phone': 'Mobilszám',
  'sign-up.phone.missing': 'Adja meg a mobilszámát.',
  'sign-up.phone.invalid': 'A számot országhívóval adja meg, például +44 7700 900123.',
  'sign-up.quantity': 'Hány darabot szeretne?',
  'sign-up.quantity.invalid': 'Adjon meg egy egész számot 1-től.',
  'sign-up.any': 'Bármelyik változat megfelel',
  'sign-up.refused': 'Ezt nem fogadtuk el. Kérjük, ellenőrizze.',
  'sign-up.pending': 'Majdnem kész: nyissa meg a küldött üzenetet, és erősítse meg.',
  'sign-up.already': 'Már szerepel a listán. Írunk, amint megrendelheti.',
  'sign-up.wait': 'Túl sok próbálkozás rövid idő alatt. Kérjük, próbálja újra kicsit később.',
  'choice.legend': 'Két lehetőség',
  'choice.wait': 'Nem rendel és nem fizet semmit.',
};
