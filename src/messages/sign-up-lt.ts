import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Kaip jums pranešti?',
  'sign-up.by-email': 'El. paštu',
  'sign-up.by-sms': 'SMS žinute',
  'sign-up.by-whatsapp': 'Per „WhatsApp“',
  'sign-up.by-push': 'Mūsų programėlėje',
  'sign-up.phone': 'Mobiliojo numeris',
  'sign-up.phone.missing': 'Įrašykite mobiliojo numerį.',
  'sign-up.phone.invalid': 'Įrašykite numerį su šalies kodu, pvz., +44 7700 900123.',
  'sign-up.quantity': 'Kiek norėtumėte?',
  'sign-up.quantity.invalid': 'Įrašykite sveikąjį skaičių nuo 1.',
  'sign-up.any': 'Tinka bet kuris variantas',
  'sign-up.refused': 'Tai nepriimta. Patikrinkite.',
  'sign-up.pending': 'Beveik baigta: atverkite mūsų atsiųstą žinutę ir patvirtinkite.',
  'sign-up.already': 'Jau esate sąraše. Parašysime, kai tik galėsite užsisakyti.',
  'sign-up.wait': 'Per daug bandymų vienu metu. Pabandykite kiek vėliau.',
  'choice.legend': 'Du būdai įsigyti',
  'choice.wait': 'Nieko neužsakote ir nieko nemokate.',
};
