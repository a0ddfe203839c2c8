import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Hur ska vi meddela dig?',
  'sign-up.by-email': 'Via e-post',
  'sign-up.by-sms': 'Via sms',
  'sign-up.by-whatsapp': 'Via WhatsApp',
  'sign-up.by-push': 'I vår app',
  'sign-up.phone': 'Mobilnummer',
  'sign-up.phone.missing': 'Ange ditt mobilnummer.',
  'sign-up.phone.invalid': 'Ange numret med landskod, till exempel +44 7700 900123.',
  'sign-up.quantity': 'Hur många vill du ha?',
  'sign-up.quantity.invalid': 'Ange ett heltal från 1.',
  'sign-up.any': 'Vilken variant som helst går bra',
  'sign-up.refused': 'Det godtogs inte. Kontrollera uppgiften.',
  'sign-up.pending': 'Nästan klart: öppna meddelandet vi har skickat och bekräfta.',
  'sign-up.already': 'Du står redan på listan. Vi skriver så snart du kan beställa varan.',
  'sign-up.wait': 'För många försök på kort tid. Försök igen lite senare.',
  'choice.legend': 'Två sätt att få den',
  'choice.wait': 'Du beställer och betalar ingenting.',
};
