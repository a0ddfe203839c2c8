import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Miten ilmoitamme sinulle?',
  'sign-up.by-email': 'Sähköpostilla',
  'sign-up.by-sms': 'Tekstiviestillä',
  'sign-up.by-whatsapp': 'WhatsAppissa',
  'sign-up.by-push': 'Sovelluksessamme',
  'sign-up.phone': 'Matkapuhelinnumero',
  'sign-up.phone.missing': 'Anna matkapuhelinnumerosi.',
  'sign-up.phone.invalid': 'Anna numero maatunnuksen kanssa, esimerkiksi +44 7700 900123.',
  'sign-up.quantity': 'Kuinka monta haluat?',
  'sign-up.quantity.invalid': 'Anna kokonaisluku alkaen 1.',
  'sign-up.any': 'Mikä tahansa vaihtoehto käy',
  'sign-up.refused': 'Tätä ei hyväksytty. Tarkista se.',
  'sign-up.pending': 'Melkein valmista: avaa lähettämämme viesti ja vahvista.',
  'sign-up.already': 'Olet jo listalla. Kirjoitamme heti, kun voit tilata tuotteen.',
  'sign-up.wait': 'Liian monta yritystä peräkkäin. Yritä hetken päästä uudelleen.',
  'choice.legend': 'Kaksi tapaa saada se',
  'choice.wait': 'Et tilaa etkä maksa mitään.',
};
