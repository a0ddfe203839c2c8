import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Lūdzu, apstipriniet: {product}',
  'confirm.lead':
    'Jūs lūdzāt paziņot, kad šī prece atkal būs pieejama. Lūdzu, apstipriniet, ka tas bijāt jūs.',
  'confirm.button': 'Jā, paziņojiet man',
  'confirm.ignore':
    'Ja tas nebijāt jūs, neņemiet šo ziņu vērā: bez jūsu apstiprinājuma citu nesaņemsiet. Saite darbojas 48 stundas.',
  'restock.subject': 'Atkal pieejama: {product}',
  'restock.lead': 'Prece, par kuru jautājāt, atkal ir pieejama.',
  'restock.button': 'Skatīt preci',
  'restock.soon': 'Esam paziņojuši arī citiem, tāpēc tā var atkal beigties.',
  'restock.why': 'Jūs saņemat šo ziņu vienreiz, jo to lūdzāt.',
  quantity: 'Vēlamais daudzums: {count}',
  price: 'Cena: {price}',
  'leave.link': 'Vairs nesūtīt ziņas par šo preci',
  'confirm.title': 'Apstipriniet savu lūgumu',
  'confirm.text': 'Nospiediet pogu, un mēs jums uzrakstīsim vienreiz, kad šī prece atkal būs pieejama.',
  'confirmed.title': 'Apstiprināts. Paldies!',
  'confirmed.text': 'Mēs jums uzrakstīsim vienreiz, tiklīdz šī prece atkal būs pieejama.',
  'leave.title': 'Pārtraukt ziņas?',
  'leave.text': 'Tad jūs nesaņemsiet ziņu par šo preci.',
  'leave.button': 'Pārtraukt ziņas',
  'left.title': 'Gatavs',
  'left.text': 'Jūs vairs nesaņemsiet ziņas par šo preci.',
  'left.all-button': 'Pārtraukt ziņas par visām precēm',
  'left.all-text': 'Jūs vairs nesaņemsiet ziņas no šī veikala ne par vienu preci.',
  'invalid.title': 'Šī saite vairs nedarbojas',
  'invalid.text':
    'Tā jau ir izmantota vai tās termiņš ir beidzies. Ja pogu jau nospiedāt, viss ir kārtībā. Ja ne, lūdziet vēlreiz preces lapā.',
  'taken.title': 'Atlicis viens solis',
  'taken.text':
    'Ieskatieties savā pastkastē: esam jums nosūtījuši ziņu. Lai apstiprinātu, nospiediet tajā esošo pogu.',
  'failed.title': 'Tas neizdevās',
  'failed.text': 'Pārbaudiet e-pasta adresi un mēģiniet vēlreiz.',
  'failed.busy': 'Mēģiniet vēlreiz pēc dažām minūtēm.',
  back: 'Atpakaļ uz veikalu',
};
