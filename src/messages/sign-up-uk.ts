import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Як вам повідомити?',
  'sign-up.by-email': 'Електронною поштою',
  'sign-up.by-sms': 'SMS-повідомленням',
  'sign-up.by-whatsapp': 'У WhatsApp',
  'sign-up.by-push': 'У нашому застосунку',
  'sign-up.phone': 'Номер мобільного',
  'sign-up.phone.missing': 'Введіть номер мобільного телефону.',
  'sign-up.phone.invalid': 'Введіть номер із кодом країни, наприклад +44 7700 900123.',
  'sign-up.quantity': 'Скільки штук вам потрібно?',
  'sign-up.quantity.invalid': 'Введіть ціле число від 1.',
  'sign-up.any': 'Підійде будь-який варіант товару',
  'sign-up.refused': 'Це не прийнято. Перевірте, будь ласка.',
  'sign-up.pending': 'Майже готово: відкрийте наше повідомлення та підтвердьте.',
  'sign-up.already': 'Ви вже у списку. Ми напишемо, щойно його можна буде замовити.',
  'sign-up.wait': 'Забагато спроб поспіль. Спробуйте трохи пізніше.',
  'choice.legend': 'Два способи отримати товар',
  'choice.wait': 'Ви нічого не замовляєте й не платите.',
};
