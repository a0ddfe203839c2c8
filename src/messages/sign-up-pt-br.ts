import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Como devemos avisar você?',
  'sign-up.by-email': 'Por e-mail',
  'sign-up.by-sms': 'Por SMS',
  'sign-up.by-whatsapp': 'Pelo WhatsApp',
  'sign-up.by-push': 'No nosso aplicativo',
  'sign-up.phone': 'Número de celular',
  'sign-up.phone.missing': 'Digite seu número de celular.',
  'sign-up.phone.invalid': 'Digite o número com o código do país, por exemplo +44 7700 900123.',
  'sign-up.quantity': 'Quantas unidades você quer?',
  'sign-up.quantity.invalid': 'Digite um número inteiro a partir de 1.',
  'sign-up.any': 'Qualquer variação me serve',
  'sign-up.refused': 'Isto não foi aceito. Confira, por favor.',
  'sign-up.pending': 'Falta pouco: abra a mensagem que enviamos e confirme.',
  'sign-up.already': 'Você já está na lista. Escreveremos assim que puder fazer o pedido.',
  'sign-up.wait': 'Muitas tentativas em pouco tempo. Tente de novo um pouco mais tarde.',
  'choice.legend': 'Duas formas de comprar',
  'choice.wait': 'Você não pede nem paga nada.',
};
