import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Hvordan skal vi gi beskjed?',
  'sign-up.by-email': 'På e-post',
  'sign-up.by-sms': 'På SMS',
  'sign-up.by-whatsapp': 'På WhatsApp',
  'sign-up.by-push': 'I appen vår',
  'sign-up.phone': 'Mobilnummer',
  'sign-up.phone.missing': 'Skriv inn mobilnummeret ditt.',
  'sign-up.phone.invalid': 'Skriv inn nummeret med landskode, for eksempel +44 7700 900123.',
  'sign-up.quantity': 'Hvor mange vil du ha?',
  'sign-up.quantity.invalid': 'Skriv inn et helt tall fra 1.',
  'sign-up.any': 'Alle varianter av varen passer',
  'sign-up.refused': 'Dette ble ikke godtatt. Sjekk det en gang til.',
  'sign-up.pending': 'Nesten ferdig: Åpne meldingen vi har sendt deg, og bekreft.',
  'sign-up.already': 'Du står allerede på listen. Vi skriver så snart du kan bestille varen.',
  'sign-up.wait': 'For mange forsøk på kort tid. Prøv igjen litt senere.',
  'choice.legend': 'To måter å få den på',
  'choice.wait': 'Du bestiller og betaler ingenting.',
};
