import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Como o devemos avisar?',
  'sign-up.by-email': 'Por e-mail',
  'sign-up.by-sms': 'Por SMS',
  'sign-up.by-whatsapp': 'Por WhatsApp',
  'sign-up.by-push': 'Na nossa aplicação',
  'sign-up.phone': 'Número de telemóvel',
  'sign-up.phone.missing': 'Introduza o seu número de telemóvel.',
  'sign-up.phone.invalid': 'Introduza o número com o indicativo do país, por exemplo +44 7700 900123.',
  'sign-up.quantity': 'Quantas unidades pretende?',
  'sign-up.quantity.invalid': 'Introduza um número inteiro a partir de 1.',
  'sign-up.any': 'Qualquer variante me serve',
  'sign-up.refused': 'Isto não foi aceite. Verifique, por favor.',
  'sign-up.pending': 'Falta pouco: abra a mensagem que lhe enviámos e confirme.',
  'sign-up.already': 'Já está na lista. Escrever-lhe-emos assim que puder encomendar.',
  'sign-up.wait': 'Demasiadas tentativas em pouco tempo. Tente novamente um pouco mais tarde.',
  'choice.legend': 'Duas formas de o obter',
  'choice.wait': 'Não encomenda nem paga nada.',
};
