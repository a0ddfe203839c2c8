import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Potwierdź: {product}',
  'confirm.lead':
    'Ta wiadomość przyszła, bo poproszono nas o powiadomienie, gdy ten produkt będzie znów dostępny. Potwierdź, że to Twoja prośba.',
  'confirm.button': 'Tak, powiadomcie mnie',
  'confirm.ignore':
    'Jeśli to nie Twoja prośba, zignoruj tę wiadomość: bez potwierdzenia nie wyślemy kolejnej. Link działa przez 48 godzin.',
  'restock.subject': 'Znów dostępne: {product}',
  'restock.lead': 'Produkt, o który pytasz, jest znów dostępny.',
  'restock.button': 'Zobacz produkt',
  'restock.soon': 'Powiadomiliśmy też inne osoby, więc może się znów wyprzedać.',
  'restock.why': 'Otrzymujesz tę wiadomość jeden raz, zgodnie z Twoją prośbą.',
  quantity: 'Żądana ilość: {count}',
  price: 'Cena: {price}',
  'leave.link': 'Nie chcę więcej wiadomości o tym produkcie',
  'confirm.title': 'Potwierdź swoją prośbę',
  'confirm.text': 'Naciśnij przycisk, a napiszemy do Ciebie jeden raz, gdy ten produkt będzie znów dostępny.',
  'confirmed.title': 'Potwierdzono. Dziękujemy!',
  'confirmed.text': 'Napiszemy do Ciebie jeden raz, gdy tylko ten produkt będzie znów dostępny.',
  'leave.title': 'Zrezygnować z wiadomości?',
  'leave.text': 'Nie otrzymasz wtedy wiadomości o tym produkcie.',
  'leave.button': 'Rezygnuję z wiadomości',
  'left.title': 'Gotowe',
  'left.text': 'Nie otrzymasz więcej wiadomości o tym produkcie.',
  'left.all-button': 'Rezygnuję z wiadomości o wszystkich produktach',
  'left.all-text': 'Nie otrzymasz już od tego sklepu wiadomości o żadnym produkcie.',
  'invalid.title': 'Ten link już nie działa',
  'invalid.text':
    'Został już użyty albo stracił ważność. Jeśli przycisk został już naciśnięty, wszystko w porządku. W przeciwnym razie poproś ponownie na stronie produktu.',
  'taken.title': 'Jeszcze jeden krok',
  'taken.text':
    'Zajrzyj do skrzynki odbiorczej: wysłaliśmy Ci wiadomość. Naciśnij w niej przycisk, aby potwierdzić.',
  'failed.title': 'Nie udało się',
  'failed.text': 'Sprawdź adres e-mail i spróbuj ponownie.',
  'failed.busy': 'Spróbuj ponownie za kilka minut.',
  back: 'Wróć do sklepu',
};
