import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Kako naj vas obvestimo?',
  'sign-up.by-email': 'Po e-pošti',
  'sign-up.by-sms': 'Po SMS-u',
  'sign-up.by-whatsapp': 'Prek WhatsAppa',
  'sign-up.by-push': 'V naši aplikaciji',
  'sign-up.phone': 'Mobilna številka',
  'sign-up.phone.missing': 'Vnesite mobilno številko.',
  'sign-up.phone.invalid': 'Vnesite številko s klicno kodo države, na primer +44 7700 900123.',
  'sign-up.quantity': 'Koliko kosov želite?',
  'sign-up.quantity.invalid': 'Vnesite celo število od 1 naprej.',
  'sign-up.any': 'Ustreza mi katera koli različica',
  'sign-up.refused': 'Podatek ni bil sprejet. Preverite ga.',
  'sign-up.pending': 'Skoraj končano: odprite sporočilo, ki smo vam ga poslali, in potrdite.',
  'sign-up.already': 'Že ste na seznamu. Pisali vam bomo, takoj ko ga boste lahko naročili.',
  'sign-up.wait': 'Preveč poskusov v kratkem času. Poskusite znova malo pozneje.',
  'choice.legend': 'Dve možnosti',
  'choice.wait': 'Ničesar ne naročite in ne plačate.',
};
