import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Kā jums paziņot?',
  'sign-up.by-email': 'Pa e-pastu',
  'sign-up.by-sms': 'Ar īsziņu',
  'sign-up.by-whatsapp': 'Ar WhatsApp',
  'sign-up.by-push': 'Mūsu lietotnē',
  'sign-up.phone': 'Mobilā tālruņa numurs',
  'sign-up.phone.missing': 'Ievadiet mobilā tālruņa numuru.',
  'sign-up.phone.invalid': 'Ievadiet numuru ar valsts kodu, piemēram, +44 7700 900123.',
  'sign-up.quantity': 'Cik gabalu vēlaties?',
  'sign-up.quantity.invalid': 'Ievadiet veselu skaitli no 1.',
  'sign-up.any': 'Der jebkurš variants',
  'sign-up.refused': 'Tas netika pieņemts. Lūdzu, pārbaudiet.',
  'sign-up.pending': 'Gandrīz gatavs: atveriet mūsu sūtīto ziņu un apstipriniet.',
  'sign-up.already': 'Jūs jau esat sarakstā. Mēs uzrakstīsim, tiklīdz varēsiet pasūtīt.',
  'sign-up.wait': 'Pārāk daudz mēģinājumu īsā laikā. Lūdzu, mēģiniet nedaudz vēlāk.',
  'choice.legend': 'Divi veidi, kā to iegūt',
  'choice.wait': 'Jūs neko nepasūtāt un neko nemaksājat.',
};
