import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Potvrďte, prosím: {product}',
  'confirm.lead':
    'Chcete dostať správu, keď bude tento produkt znova dostupný. Potvrďte, prosím, že ste o to požiadali vy.',
  'confirm.button': 'Áno, dajte mi vedieť',
  'confirm.ignore':
    'Ak ste to neboli vy, túto správu ignorujte: bez vášho potvrdenia žiadnu ďalšiu nedostanete. Odkaz platí 48 hodín.',
  'restock.subject': 'Znova dostupné: {product}',
  'restock.lead': 'Produkt, na ktorý ste sa pýtali, je znova dostupný.',
  'restock.button': 'Prejsť na produkt',
  'restock.soon': 'Dali sme vedieť aj iným, takže sa môže opäť vypredať.',
  'restock.why': 'Túto správu dostávate raz, pretože ste o ňu požiadali.',
  quantity: 'Požadované množstvo: {count}',
  price: 'Cena: {price}',
  'leave.link': 'Už žiadne správy o tomto produkte',
  'confirm.title': 'Potvrďte svoju žiadosť',
  'confirm.text': 'Stlačte tlačidlo a napíšeme vám raz, keď bude tento produkt znova dostupný.',
  'confirmed.title': 'Potvrdené. Ďakujeme!',
  'confirmed.text': 'Napíšeme vám raz, hneď ako bude tento produkt znova dostupný.',
  'leave.title': 'Zrušiť správy?',
  'leave.text': 'O tomto produkte potom nedostanete žiadnu správu.',
  'leave.button': 'Zrušiť správy',
  'left.title': 'Hotovo',
  'left.text': 'O tomto produkte už nedostanete žiadne správy.',
  'left.all-button': 'Zrušiť správy o všetkých produktoch',
  'left.all-text': 'Od tohto obchodu už nedostanete správy o žiadnom produkte.',
  'invalid.title': 'Tento odkaz už neplatí',
  'invalid.text':
    'Bol už použitý alebo vypršal. Ak ste tlačidlo už stlačili, všetko je v poriadku. Inak požiadajte znova na stránke produktu.',
  'taken.title': 'Zostáva jeden krok',
  'taken.text':
    'Pozrite sa do svojej schránky: poslali sme vám správu. Potvrďte tlačidlom, ktoré v nej nájdete.',
  'failed.title': 'Nepodarilo sa to',
  'failed.text': 'Skontrolujte e-mailovú adresu a skúste to znova.',
  'failed.busy': 'Skúste to znova o niekoľko minút.',
  back: 'Späť do obchodu',
};
