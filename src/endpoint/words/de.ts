import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Bitte bestätigen: {product}',
  'confirm.lead':
    'Sie möchten Bescheid bekommen, sobald dieser Artikel wieder verfügbar ist. Bitte bestätigen Sie, dass Sie das waren.',
  'confirm.button': 'Ja, Bescheid geben',
  'confirm.ignore':
    'Waren Sie das nicht, ist nichts zu tun: Ohne Ihre Bestätigung bekommen Sie keine weitere Nachricht. Der Link gilt 48 Stunden.',
  'restock.subject': 'Wieder verfügbar: {product}',
  'restock.lead': 'Der Artikel, nach dem Sie gefragt haben, ist wieder verfügbar.',
  'restock.button': 'Zum Artikel',
  'restock.soon': 'Auch andere haben Bescheid bekommen, er kann also bald wieder vergriffen sein.',
  'restock.why': 'Sie bekommen diese Nachricht einmal, weil Sie darum gebeten haben.',
  quantity: 'Gewünschte Menge: {count}',
  price: 'Preis: {price}',
  'leave.link': 'Keine Nachrichten mehr zu diesem Artikel',
  'confirm.title': 'Anfrage bestätigen',
  'confirm.text':
    'Drücken Sie den Knopf, und wir schreiben Ihnen einmal, sobald dieser Artikel wieder verfügbar ist.',
  'confirmed.title': 'Bestätigt. Vielen Dank!',
  'confirmed.text': 'Wir schreiben Ihnen einmal, sobald dieser Artikel wieder verfügbar ist.',
  'leave.title': 'Nachrichten abbestellen?',
  'leave.text': 'Sie bekommen dann keine Nachricht zu diesem Artikel.',
  'leave.button': 'Abbestellen',
  'left.title': 'Erledigt',
  'left.text': 'Sie bekommen keine Nachrichten mehr zu diesem Artikel.',
  'left.all-button': 'Zu allen Artikeln abbestellen',
  'left.all-text': 'Sie bekommen von diesem Shop zu keinem Artikel mehr Nachrichten.',
  'invalid.title': 'Dieser Link gilt nicht mehr',
  'invalid.text':
    'Er wurde schon benutzt oder ist abgelaufen. Haben Sie den Knopf bereits gedrückt, ist alles in Ordnung. Sonst tragen Sie sich auf der Seite des Artikels neu ein.',
  'taken.title': 'Noch ein Schritt',
  'taken.text':
    'Sehen Sie in Ihr Postfach: Wir haben Ihnen eine Nachricht geschickt. Bestätigen Sie mit dem Knopf darin.',
  'failed.title': 'Das hat nicht geklappt',
  'failed.text': 'Prüfen Sie die E-Mail-Adresse und versuchen Sie es noch einmal.',
  'failed.busy': 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  back: 'Zurück zum Shop',
};
