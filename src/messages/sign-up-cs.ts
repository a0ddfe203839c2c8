import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Jak vám máme dát vědět?',
  'sign-up.by-email': 'E-mailem',
  'sign-up.by-sms': 'SMS zprávou',
  'sign-up.by-whatsapp': 'Přes WhatsApp',
  'sign-up.by-push': 'V naší aplikaci',
  'sign-up.phone': 'Číslo mobilu',
  'sign-up.phone.missing': 'Zadejte číslo mobilu.',
  'sign-up.phone.invalid': 'Zadejte číslo s předvolbou země, například +44 7700 900123.',
  'sign-up.quantity': 'Kolik kusů chcete?',
  'sign-up.quantity.invalid': 'Zadejte celé číslo od 1.',
  'sign-up.any': 'Vyhovuje mi kterákoli varianta',
  'sign-up.refused': 'Tento údaj nebyl přijat. Zkontrolujte ho prosím.',
  'sign-up.pending': 'Už jen krok: otevřete zprávu, kterou jsme vám poslali, a potvrďte.',
  'sign-up.already': 'Na seznamu už jste. Napíšeme vám, jakmile si ho budete moci objednat.',
  'sign-up.wait': 'Příliš mnoho pokusů najednou. Zkuste to prosím o něco později.',
  'choice.legend': 'Dvě možnosti, jak ho získat',
  'choice.wait': 'Nic neobjednáváte a nic neplatíte.',
};
