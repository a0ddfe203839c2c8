import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Conferma la tua richiesta: {product}',
  'confirm.lead':
    'Hai chiesto di essere avvisato quando questo prodotto tornerà disponibile. Conferma che la richiesta è tua.',
  'confirm.button': 'Sì, avvisatemi',
  'confirm.ignore':
    'Se non sei stato tu, ignora questo messaggio: senza la tua conferma non ne riceverai altri. Il link è valido per 48 ore.',
  'restock.subject': 'Di nuovo disponibile: {product}',
  'restock.lead': 'Il prodotto che aspettavi è di nuovo disponibile.',
  'restock.button': 'Vai al prodotto',
  'restock.soon': 'Abbiamo avvisato anche altre persone, quindi potrebbe esaurirsi di nuovo.',
  'restock.why': 'Ricevi questo messaggio una sola volta, perché lo hai chiesto tu.',
  quantity: 'Quantità richiesta: {count}',
  price: 'Prezzo: {price}',
  'leave.link': 'Non voglio altri messaggi su questo prodotto',
  'confirm.title': 'Conferma la tua richiesta',
  'confirm.text': 'Premi il pulsante e ti scriveremo una volta, quando questo prodotto tornerà disponibile.',
  'confirmed.title': 'Confermato. Grazie!',
  'confirmed.text': 'Ti scriveremo una volta, non appena questo prodotto tornerà disponibile.',
  'leave.title': 'Non ricevere più messaggi?',
  'leave.text': 'Non riceverai alcun messaggio su questo prodotto.',
  'leave.button': 'Non ricevere più messaggi',
  'left.title': 'Fatto',
  'left.text': 'Non riceverai più messaggi su questo prodotto.',
  'left.all-button': 'Non ricevere messaggi su nessun prodotto',
  'left.all-text': 'Non riceverai più messaggi da questo negozio su nessun prodotto.',
  'invalid.title': 'Questo link non è più valido',
  'invalid.text':
    'È già stato usato oppure è scaduto. Se hai già premuto il pulsante, è tutto a posto. Altrimenti ripeti la richiesta nella pagina del prodotto.',
  'taken.title': 'Manca un passo',
  'taken.text':
    'Controlla la posta in arrivo: ti abbiamo inviato un messaggio. Premi il pulsante che contiene per confermare.',
  'failed.title': 'Non ha funzionato',
  'failed.text': 'Controlla l’indirizzo e-mail e riprova.',
  'failed.busy': 'Riprova tra qualche minuto.',
  back: 'Torna al negozio',
};
