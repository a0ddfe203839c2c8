import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Kuidas teile teada anda?',
  'sign-up.by-email': 'E-postiga',
  'sign-up.by-sms': 'SMS-iga',
  'sign-up.by-whatsapp': 'WhatsAppis',
  'sign-up.by-push': 'Meie rakenduses',
  'sign-up.phone': 'Mobiilinumber',
  'sign-up.phone.missing': 'Sisestage oma mobiilinumber.',
  'sign-up.phone.invalid': 'Sisestage number koos riigi suunakoodiga, näiteks +44 7700 900123.',
  'sign-up.quantity': 'Mitut soovite?',
  'sign-up.quantity.invalid': 'Sisestage täisarv alates 1.',
  'sign-up.any': 'Mulle sobib iga variant',
  'sign-up.refused': 'Seda ei võetud vastu. Palun kontrollige.',
  'sign-up.pending': 'Peaaegu valmis: avage meie saadetud sõnum ja kinnitage.',
  'sign-up.already': 'Olete juba nimekirjas. Kirjutame teile kohe, kui saate tellida.',
  'sign-up.wait': 'Liiga palju katseid järjest. Palun proovige veidi hiljem uuesti.',
  'choice.legend': 'Kaks võimalust',
  'choice.wait': 'Te ei telli ega maksa midagi.',
};
