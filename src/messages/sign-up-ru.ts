import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Как вам сообщить?',
  'sign-up.by-email': 'По электронной почте',
  'sign-up.by-sms': 'По SMS',
  'sign-up.by-whatsapp': 'В WhatsApp',
  'sign-up.by-push': 'В нашем приложении',
  'sign-up.phone': 'Номер мобильного',
  'sign-up.phone.missing': 'Введите номер мобильного телефона.',
  'sign-up.phone.invalid': 'Введите номер с кодом страны, например +44 7700 900123.',
  'sign-up.quantity': 'Сколько штук вам нужно?',
  'sign-up.quantity.invalid': 'Введите целое число от 1.',
  'sign-up.any': 'Подойдёт любой вариант товара',
  'sign-up.refused': 'Это не принято. Проверьте, пожалуйста.',
  'sign-up.pending': 'Почти готово: откройте наше сообщение и подтвердите.',
  'sign-up.already': 'Вы уже в списке. Мы напишем, как только его можно будет заказать.',
  'sign-up.wait': 'Слишком много попыток подряд. Повторите чуть позже.',
  'choice.legend': 'Два способа получить товар',
  'choice.wait': 'Вы ничего не заказываете и не платите.',
};
