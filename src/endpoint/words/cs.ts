import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Potvrďte prosím: {product}',
  'confirm.lead':
    'Chcete dostat zprávu, až bude tento produkt znovu k dispozici. Potvrďte prosím, že jste o to požádali vy.',
  'confirm.button': 'Ano, dejte mi vědět',
  'confirm.ignore':
    'Pokud jste to nebyli vy, tuto zprávu ignorujte: bez vašeho potvrzení žádnou další nedostanete. Odkaz platí 48 hodin.',
  'restock.subject': 'Znovu k dispozici: {product}',
  'restock.lead': 'Produkt, na který jste se ptali, je znovu k dispozici.',
  'restock.button': 'Přejít na produkt',
  'restock.soon': 'Dali jsme vědět i dalším, takže se může opět vyprodat.',
  'restock.why': 'Tuto zprávu dostáváte jednou, protože jste o ni požádali.',
  quantity: 'Požadované množství: {count}',
  price: 'Cena: {price}',
  'leave.link': 'Už žádné zprávy o tomto produktu',
  'confirm.title': 'Potvrďte svou žádost',
  'confirm.text': 'Stiskněte tlačítko a napíšeme vám jednou, až bude tento produkt znovu k dispozici.',
  'confirmed.title': 'Potvrzeno. Děkujeme!',
  'confirmed.text': 'Napíšeme vám jednou, jakmile bude tento produkt znovu k dispozici.',
  'leave.title': 'Zrušit zprávy?',
  'leave.text': 'O tomto produktu pak žádnou zprávu nedostanete.',
  'leave.button': 'Zrušit zprávy',
  'left.title': 'Hotovo',
  'left.text': 'O tomto produktu už žádné zprávy nedostanete.',
  'left.all-button': 'Zrušit zprávy o všech produktech',
  'left.all-text': 'Od tohoto obchodu už nedostanete zprávy o žádném produktu.',
  'invalid.title': 'Tento odkaz už neplatí',
  'invalid.text':
    'Byl již použit, nebo vypršel. Pokud jste tlačítko už stiskli, je vše v pořádku. Jinak požádejte znovu na stránce produktu.',
  'taken.title': 'Zbývá jeden krok',
  'taken.text':
    'Podívejte se do své schránky: poslali jsme vám zprávu. Potvrďte tlačítkem, které v ní najdete.',
  'failed.title': 'Nepovedlo se to',
  'failed.text': 'Zkontrolujte e-mailovou adresu a zkuste to znovu.',
  'failed.busy': 'Zkuste to znovu za několik minut.',
  back: 'Zpět do obchodu',
};
