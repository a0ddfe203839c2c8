import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Kako da vam javimo?',
  'sign-up.by-email': 'E-poštom',
  'sign-up.by-sms': 'SMS-om',
  'sign-up.by-whatsapp': 'Putem WhatsAppa',
  'sign-up.by-push': 'U našoj aplikaciji',
  'sign-up.phone': 'Broj mobitela',
  'sign-up.phone.missing': 'Upišite broj mobitela.',
  'sign-up.phone.invalid': 'Upišite broj s pozivnim brojem države, npr. +44 7700 900123.',
  'sign-up.quantity': 'Koliko komada želite?',
  'sign-up.quantity.invalid': 'Upišite cijeli broj od 1 naviše.',
  'sign-up.any': 'Odgovara mi bilo koja inačica',
  'sign-up.refused': 'Ovo nije prihvaćeno. Provjerite podatak.',
  'sign-up.pending': 'Još samo korak: otvorite poruku koju smo vam poslali i potvrdite.',
  'sign-up.already': 'Već ste na popisu. Pisat ćemo vam čim ga budete mogli naručiti.',
  'sign-up.wait': 'Previše pokušaja u kratkom vremenu. Pokušajte ponovno malo kasnije.',
  'choice.legend': 'Dva načina da ga dobijete',
  'choice.wait': 'Ništa ne naručujete i ništa ne plaćate.',
};
