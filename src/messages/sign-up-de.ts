import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Wie sollen wir Bescheid geben?',
  'sign-up.by-email': 'Per E-Mail',
  'sign-up.by-sms': 'Per SMS',
  'sign-up.by-whatsapp': 'Per WhatsApp',
  'sign-up.by-push': 'In unserer App',
  'sign-up.phone': 'Mobilnummer',
  'sign-up.phone.missing': 'Geben Sie Ihre Mobilnummer ein.',
  'sign-up.phone.invalid': 'Geben Sie die Nummer mit Ländervorwahl ein, etwa +44 7700 900123.',
  'sign-up.quantity': 'Wie viele möchten Sie?',
  'sign-up.quantity.invalid': 'Geben Sie eine ganze Zahl ab 1 ein.',
  'sign-up.any': 'Jede Ausführung ist mir recht',
  'sign-up.refused': 'Das wurde nicht angenommen. Bitte prüfen Sie es.',
  'sign-up.pending': 'Fast geschafft: Bitte öffnen Sie unsere Nachricht und bestätigen Sie.',
  'sign-up.already': 'Sie stehen schon auf der Liste. Wir schreiben Ihnen, sobald Sie ihn bestellen können.',
  'sign-up.wait': 'Das waren zu viele Versuche auf einmal. Bitte versuchen Sie es etwas später noch einmal.',
  'choice.legend': 'Zwei Wege zum Artikel',
  'choice.wait': 'Sie bestellen nichts und zahlen nichts.',
};
