import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Kérjük, erősítse meg: {product}',
  'confirm.lead':
    'Azt kérte, hogy értesítsük, amikor ez a termék újra kapható. Kérjük, erősítse meg, hogy Ön volt az.',
  'confirm.button': 'Igen, értesítsenek',
  'confirm.ignore':
    'Ha nem Ön volt, hagyja figyelmen kívül ezt az üzenetet: megerősítés nélkül nem kap többet. A hivatkozás 48 óráig érvényes.',
  'restock.subject': 'Újra kapható: {product}',
  'restock.lead': 'A keresett termék újra kapható.',
  'restock.button': 'Ugrás a termékhez',
  'restock.soon': 'Másokat is értesítettünk, ezért hamar újra elfogyhat.',
  'restock.why': 'Ezt az üzenetet egyszer kapja meg, mert Ön kérte.',
  quantity: 'Kívánt mennyiség: {count}',
  price: 'Ár: {price}',
  'leave.link': 'Nem kérek több üzenetet erről a termékről',
  'confirm.title': 'Erősítse meg a kérését',
  'confirm.text': 'Nyomja meg a gombot, és egyszer írunk Önnek, amikor ez a termék újra kapható.',
  'confirmed.title': 'Megerősítve. Köszönjük!',
  'confirmed.text': 'Egyszer írunk Önnek, amint ez a termék újra kapható.',
  'leave.title': 'Leállítja az üzeneteket?',
  'leave.text': 'Ezután nem kap üzenetet erről a termékről.',
  'leave.button': 'Üzenetek leállítása',
  'left.title': 'Kész',
  'left.text': 'Nem kap több üzenetet erről a termékről.',
  'left.all-button': 'Üzenetek leállítása minden termékről',
  'left.all-text': 'Ettől a bolttól egyetlen termékről sem kap több üzenetet.',
  'invalid.title': 'Ez a hivatkozás már nem érvényes',
  'invalid.text':
    'Már felhasználták, vagy lejárt. Ha korábban megnyomta a gombot, minden rendben van. Egyébként kérje újra a termék oldalán.',
  'taken.title': 'Már csak egy lépés',
  'taken.text':
    'Nézze meg a postafiókját: küldtünk Önnek egy üzenetet. A megerősítéshez nyomja meg a benne lévő gombot.',
  'failed.title': 'Ez nem sikerült',
  'failed.text': 'Ellenőrizze az e-mail-címet, és próbálja újra.',
  'failed.busy': 'Próbálja újra néhány perc múlva.',
  back: 'Vissza a boltba',
};
