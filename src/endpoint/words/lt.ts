import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Patvirtinkite: {product}',
  'confirm.lead': 'Prašėte pranešti, kai šios prekės vėl bus. Patvirtinkite, kad tai buvote jūs.',
  'confirm.button': 'Taip, praneškite man',
  'confirm.ignore':
    'Jei tai buvote ne jūs, nekreipkite dėmesio į šį laišką: be jūsų patvirtinimo kitų negausite. Nuoroda galioja 48 valandas.',
  'restock.subject': 'Vėl turime: {product}',
  'restock.lead': 'Prekės, apie kurią klausėte, vėl turime.',
  'restock.button': 'Peržiūrėti prekę',
  'restock.soon': 'Pranešėme ir kitiems, todėl ji gali vėl baigtis.',
  'restock.why': 'Šį laišką gaunate vieną kartą, nes to prašėte.',
  quantity: 'Pageidaujamas kiekis: {count}',
  price: 'Kaina: {price}',
  'leave.link': 'Nebenoriu laiškų apie šią prekę',
  'confirm.title': 'Patvirtinkite prašymą',
  'confirm.text': 'Paspauskite mygtuką ir mes jums parašysime vieną kartą, kai šios prekės vėl bus.',
  'confirmed.title': 'Patvirtinta. Ačiū!',
  'confirmed.text': 'Parašysime jums vieną kartą, kai tik šios prekės vėl bus.',
  'leave.title': 'Nebesiųsti laiškų?',
  'leave.text': 'Tada negausite laiško apie šią prekę.',
  'leave.button': 'Nebesiųsti laiškų',
  'left.title': 'Atlikta',
  'left.text': 'Nebegausite laiškų apie šią prekę.',
  'left.all-button': 'Nebesiųsti laiškų apie visas prekes',
  'left.all-text': 'Nebegausite šios parduotuvės laiškų apie jokią prekę.',
  'invalid.title': 'Ši nuoroda nebegalioja',
  'invalid.text':
    'Ji jau panaudota arba nebegalioja. Jei mygtuką jau paspaudėte, viskas gerai. Jei ne, pateikite prašymą iš naujo prekės puslapyje.',
  'taken.title': 'Liko vienas žingsnis',
  'taken.text':
    'Pažiūrėkite į savo pašto dėžutę: išsiuntėme jums laišką. Norėdami patvirtinti, paspauskite jame esantį mygtuką.',
  'failed.title': 'Nepavyko',
  'failed.text': 'Patikrinkite el. pašto adresą ir bandykite dar kartą.',
  'failed.busy': 'Bandykite dar kartą po kelių minučių.',
  back: 'Grįžti į parduotuvę',
};
