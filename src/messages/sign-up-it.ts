import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Come vuoi essere avvisato?',
  'sign-up.by-email': 'Via e-mail',
  'sign-up.by-sms': 'Via SMS',
  'sign-up.by-whatsapp': 'Via WhatsApp',
  'sign-up.by-push': 'Nella nostra app',
  'sign-up.phone': 'Numero di cellulare',
  'sign-up.phone.missing': 'Inserisci il tuo numero di cellulare.',
  'sign-up.phone.invalid': 'Inserisci il numero con il prefisso del Paese, ad esempio +44 7700 900123.',
  'sign-up.quantity': 'Quanti ne vuoi?',
  'sign-up.quantity.invalid': 'Inserisci un numero intero a partire da 1.',
  'sign-up.any': 'Mi va bene qualsiasi variante',
  'sign-up.refused': 'Non è stato accettato. Controllalo, per favore.',
  'sign-up.pending': 'Ci siamo quasi: apri il messaggio che ti abbiamo inviato e conferma.',
  'sign-up.already': 'Sei già nell’elenco. Ti scriveremo appena potrai ordinarlo.',
  'sign-up.wait': 'Troppi tentativi in poco tempo. Riprova un po’ più tardi.',
  'choice.legend': 'Due modi per averlo',
  'choice.wait': 'Non ordini e non paghi nulla.',
};
