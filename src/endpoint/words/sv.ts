import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Bekräfta: {product}',
  'confirm.lead': 'Du har bett om besked när den här varan finns igen. Bekräfta att det var du.',
  'confirm.button': 'Ja, meddela mig',
  'confirm.ignore':
    'Om det inte var du behöver du inte göra något: utan din bekräftelse får du inga fler meddelanden. Länken fungerar i 48 timmar.',
  'restock.subject': 'Finns igen: {product}',
  'restock.lead': 'Varan som du frågade efter finns igen.',
  'restock.button': 'Till varan',
  'restock.soon': 'Andra har också fått besked, så den kan ta slut igen.',
  'restock.why': 'Du får det här meddelandet en gång, eftersom du bad om det.',
  quantity: 'Önskat antal: {count}',
  price: 'Pris: {price}',
  'leave.link': 'Inga fler meddelanden om den här varan',
  'confirm.title': 'Bekräfta din begäran',
  'confirm.text': 'Tryck på knappen så skriver vi till dig en gång, när den här varan finns igen.',
  'confirmed.title': 'Bekräftat. Tack!',
  'confirmed.text': 'Vi skriver till dig en gång, så snart den här varan finns igen.',
  'leave.title': 'Sluta få meddelanden?',
  'leave.text': 'Du får då inget meddelande om den här varan.',
  'leave.button': 'Sluta få meddelanden',
  'left.title': 'Klart',
  'left.text': 'Du får inga fler meddelanden om den här varan.',
  'left.all-button': 'Sluta få meddelanden om alla varor',
  'left.all-text': 'Du får inga fler meddelanden från den här butiken om någon vara.',
  'invalid.title': 'Den här länken fungerar inte längre',
  'invalid.text':
    'Den har redan använts eller är för gammal. Om du redan har tryckt på knappen är allt i sin ordning. Be annars om besked igen på varans sida.',
  'taken.title': 'Ett steg kvar',
  'taken.text':
    'Titta i din inkorg: vi har skickat ett meddelande till dig. Tryck på knappen i det för att bekräfta.',
  'failed.title': 'Det gick inte',
  'failed.text': 'Kontrollera e-postadressen och försök igen.',
  'failed.busy': 'Försök igen om några minuter.',
  back: 'Tillbaka till butiken',
};
