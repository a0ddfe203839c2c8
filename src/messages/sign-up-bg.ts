import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Как да ви уведомим?',
  'sign-up.by-email': 'По имейл',
  'sign-up.by-sms': 'С SMS',
  'sign-up.by-whatsapp': 'По WhatsApp',
  'sign-up.by-push': 'В приложението ни',
  'sign-up.phone': 'Мобилен номер',
  'sign-up.phone.missing': 'Въведете мобилния си номер.',
  'sign-up.phone.invalid': 'Въведете номера с кода на държавата, например +44 7700 900123.',
  'sign-up.quantity': 'Колко броя желаете?',
  'sign-up.quantity.invalid': 'Въведете цяло число от 1 нагоре.',
  'sign-up.any': 'Всеки вариант на продукта ме устройва',
  'sign-up.refused': 'Това не беше прието. Моля, проверете го.',
  'sign-up.pending': 'Остава една стъпка: отворете съобщението, което ви изпратихме, и потвърдете.',
  'sign-up.already': 'Вече сте в списъка. Ще ви пишем, щом можете да го поръчате.',
  'sign-up.wait': 'Твърде много опити за кратко време. Моля, опитайте малко по-късно.',
  'choice.legend': 'Два начина да го получите',
  'choice.wait': 'Не поръчвате и не плащате нищо.',
};
