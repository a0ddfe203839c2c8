import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'איך להודיע לך?',
  'sign-up.by-email': 'בדוא״ל',
  'sign-up.by-sms': 'במסרון',
  'sign-up.by-whatsapp': 'בוואטסאפ',
  'sign-up.by-push': 'באפליקציה שלנו',
  'sign-up.phone': 'מספר נייד',
  'sign-up.phone.missing': 'יש להזין מספר נייד.',
  'sign-up.phone.invalid': 'יש להזין את המספר עם קידומת המדינה, למשל 00447700900123.',
  'sign-up.quantity': 'כמה יחידות?',
  'sign-up.quantity.invalid': 'יש להזין מספר שלם מ־1 ומעלה.',
  'sign-up.any': 'כל גרסה של המוצר מתאימה לי',
  'sign-up.refused': 'הנתון לא התקבל. נא לבדוק אותו.',
  'sign-up.pending': 'כמעט סיימנו: יש לפתוח את ההודעה ששלחנו ולאשר.',
  'sign-up.already': 'השם שלך כבר ברשימה. נכתוב לך ברגע שאפשר יהיה להזמין.',
  'sign-up.wait': 'יותר מדי ניסיונות בזמן קצר. נא לנסות שוב מעט מאוחר יותר.',
  'choice.legend': 'שתי דרכים לקבל אותו',
  'choice.wait': 'בלי להזמין ובלי לשלם.',
};
