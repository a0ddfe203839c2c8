import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Ako vám máme dať vedieť?',
  'sign-up.by-email': 'E-mailom',
  'sign-up.by-sms': 'SMS správou',
  'sign-up.by-whatsapp': 'Cez WhatsApp',
  'sign-up.by-push': 'V našej aplikácii',
  'sign-up.phone': 'Číslo mobilu',
  'sign-up.phone.missing': 'Zadajte číslo mobilu.',
  'sign-up.phone.invalid': 'Zadajte číslo s predvoľbou krajiny, napríklad +44 7700 900123.',
  'sign-up.quantity': 'Koľko kusov chcete?',
  'sign-up.quantity.invalid': 'Zadajte celé číslo od 1.',
  'sign-up.any': 'Vyhovuje mi ktorýkoľvek variant',
  'sign-up.refused': 'Tento údaj nebol prijatý. Skontrolujte ho, prosím.',
  'sign-up.pending': 'Už len krok: otvorte správu, ktorú sme vám poslali, a potvrďte.',
  'sign-up.already': 'Na zozname už ste. Napíšeme vám, len čo si ho budete môcť objednať.',
  'sign-up.wait': 'Priveľa pokusov naraz. Skúste to, prosím, o niečo neskôr.',
  'choice.legend': 'Dve možnosti, ako ho získať',
  'choice.wait': 'Nič neobjednávate a nič neplatíte.',
};
