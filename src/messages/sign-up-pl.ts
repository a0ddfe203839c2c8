import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Jak mamy dać znać?',
  'sign-up.by-email': 'E-mailem',
  'sign-up.by-sms': 'SMS-em',
  'sign-up.by-whatsapp': 'Przez WhatsApp',
  'sign-up.by-push': 'W naszej aplikacji',
  'sign-up.phone': 'Numer komórki',
  'sign-up.phone.missing': 'Podaj numer komórki.',
  'sign-up.phone.invalid': 'Podaj numer z kierunkowym kraju, na przykład +44 7700 900123.',
  'sign-up.quantity': 'Ile sztuk potrzeba?',
  'sign-up.quantity.invalid': 'Podaj liczbę całkowitą od 1.',
  'sign-up.any': 'Odpowiada mi dowolny wariant',
  'sign-up.refused': 'Tego nie przyjęto. Prosimy sprawdzić.',
  'sign-up.pending': 'Prawie gotowe: otwórz wiadomość, którą wysłaliśmy, i potwierdź.',
  'sign-up.already': 'Ten adres jest już na liście. Napiszemy, gdy tylko będzie można zamówić.',
  'sign-up.wait': 'Zbyt wiele prób w krótkim czasie. Spróbuj ponownie nieco później.',
  'choice.legend': 'Dwa sposoby do wyboru',
  'choice.wait': 'Niczego nie zamawiasz i nic nie płacisz.',
};
