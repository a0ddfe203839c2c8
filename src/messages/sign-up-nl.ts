import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Hoe kunnen we je bericht geven?',
  'sign-up.by-email': 'Per e-mail',
  'sign-up.by-sms': 'Per sms',
  'sign-up.by-whatsapp': 'Via WhatsApp',
  'sign-up.by-push': 'In onze app',
  'sign-up.phone': 'Mobiel nummer',
  'sign-up.phone.missing': 'Vul je mobiele nummer in.',
  'sign-up.phone.invalid': 'Vul het nummer in met landcode, bijvoorbeeld +44 7700 900123.',
  'sign-up.quantity': 'Hoeveel wil je er?',
  'sign-up.quantity.invalid': 'Vul een heel getal vanaf 1 in.',
  'sign-up.any': 'Elke uitvoering is goed',
  'sign-up.refused': 'Dit is niet aangenomen. Controleer het nog eens.',
  'sign-up.pending': 'Bijna klaar: open het bericht dat we je hebben gestuurd en bevestig.',
  'sign-up.already': 'Je staat al op de lijst. We schrijven je zodra je het kunt bestellen.',
  'sign-up.wait': 'Te veel pogingen achter elkaar. Probeer het iets later opnieuw.',
  'choice.legend': 'Twee manieren om het te krijgen',
  'choice.wait': 'Je bestelt en betaalt niets.',
};
