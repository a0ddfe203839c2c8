import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Hvordan skal vi give besked?',
  'sign-up.by-email': 'Via e-mail',
  'sign-up.by-sms': 'Via sms',
  'sign-up.by-whatsapp': 'Via WhatsApp',
  'sign-up.by-push': 'I vores app',
  'sign-up.phone': 'Mobilnummer',
  'sign-up.phone.missing': 'Indtast dit mobilnummer.',
  'sign-up.phone.invalid': 'Indtast nummeret med landekode, f.eks. +44 7700 900123.',
  'sign-up.quantity': 'Hvor mange vil du have?',
  'sign-up.quantity.invalid': 'Indtast et helt tal fra 1.',
  'sign-up.any': 'Alle varianter af varen kan bruges',
  'sign-up.refused': 'Det blev ikke godtaget. Tjek det igen.',
  'sign-up.pending': 'Næsten færdig: Åbn beskeden, vi har sendt dig, og bekræft.',
  'sign-up.already': 'Du står allerede på listen. Vi skriver, så snart du kan bestille varen.',
  'sign-up.wait': 'For mange forsøg på kort tid. Prøv igen lidt senere.',
  'choice.legend': 'To måder at få den på',
  'choice.wait': 'Du bestiller og betaler ingenting.',
};
