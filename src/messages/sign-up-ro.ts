import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Cum să vă anunțăm?',
  'sign-up.by-email': 'Prin e-mail',
  'sign-up.by-sms': 'Prin SMS',
  'sign-up.by-whatsapp': 'Prin WhatsApp',
  'sign-up.by-push': 'În aplicația noastră',
  'sign-up.phone': 'Număr de mobil',
  'sign-up.phone.missing': 'Introduceți numărul de mobil.',
  'sign-up.phone.invalid': 'Introduceți numărul cu prefixul țării, de exemplu +44 7700 900123.',
  'sign-up.quantity': 'Câte bucăți doriți?',
  'sign-up.quantity.invalid': 'Introduceți un număr întreg de la 1.',
  'sign-up.any': 'Orice variantă este bună',
  'sign-up.refused': 'Nu a fost acceptat. Vă rugăm să verificați.',
  'sign-up.pending': 'Aproape gata: deschideți mesajul pe care vi l-am trimis și confirmați.',
  'sign-up.already': 'Sunteți deja pe listă. Vă scriem imediat ce îl puteți comanda.',
  'sign-up.wait': 'Prea multe încercări într-un timp scurt. Încercați din nou puțin mai târziu.',
  'choice.legend': 'Două moduri de a-l obține',
  'choice.wait': 'Nu comandați și nu plătiți nimic.',
};
