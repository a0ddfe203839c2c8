import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Vă rugăm să confirmați: {product}',
  'confirm.lead':
    'Ați cerut să fiți anunțat când acest produs este din nou disponibil. Vă rugăm să confirmați că cererea vă aparține.',
  'confirm.button': 'Da, anunțați-mă',
  'confirm.ignore':
    'Dacă nu ați fost dumneavoastră, ignorați acest mesaj: fără confirmare nu veți primi altul. Linkul este valabil 48 de ore.',
  'restock.subject': 'Din nou disponibil: {product}',
  'restock.lead': 'Produsul pe care îl așteptați este din nou disponibil.',
  'restock.button': 'Vezi produsul',
  'restock.soon': 'Au fost anunțate și alte persoane, așa că se poate epuiza din nou.',
  'restock.why': 'Primiți acest mesaj o singură dată, pentru că l-ați cerut.',
  quantity: 'Cantitatea dorită: {count}',
  price: 'Preț: {price}',
  'leave.link': 'Nu mai doresc mesaje despre acest produs',
  'confirm.title': 'Confirmați cererea',
  'confirm.text':
    'Apăsați butonul și vă vom scrie o singură dată, când acest produs este din nou disponibil.',
  'confirmed.title': 'Confirmat. Vă mulțumim!',
  'confirmed.text': 'Vă vom scrie o singură dată, imediat ce acest produs este din nou disponibil.',
  'leave.title': 'Opriți mesajele?',
  'leave.text': 'Nu veți primi niciun mesaj despre acest produs.',
  'leave.button': 'Oprește mesajele',
  'left.title': 'Gata',
  'left.text': 'Nu veți mai primi mesaje despre acest produs.',
  'left.all-button': 'Oprește mesajele despre toate produsele',
  'left.all-text': 'Nu veți mai primi mesaje de la acest magazin despre niciun produs.',
  'invalid.title': 'Acest link nu mai este valabil',
  'invalid.text':
    'A fost deja folosit sau a expirat. Dacă ați apăsat deja butonul, totul este în regulă. Altfel, cereți din nou pe pagina produsului.',
  'taken.title': 'Mai este un pas',
  'taken.text': 'Verificați-vă e-mailul: v-am trimis un mesaj. Apăsați butonul din el pentru a confirma.',
  'failed.title': 'Nu a reușit',
  'failed.text': 'Verificați adresa de e-mail și încercați din nou.',
  'failed.busy': 'Încercați din nou peste câteva minute.',
  back: 'Înapoi la magazin',
};
