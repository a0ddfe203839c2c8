import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Confirme o seu pedido: {product}',
  'confirm.lead':
    'Pediu para ser avisado quando este produto voltar a estar disponível. Confirme, por favor, que o pedido foi seu.',
  'confirm.button': 'Sim, avisem-me',
  'confirm.ignore':
    'Se o pedido não foi seu, ignore esta mensagem: sem a sua confirmação não receberá outra. A ligação funciona durante 48 horas.',
  'restock.subject': 'Disponível de novo: {product}',
  'restock.lead': 'O produto que procurava está de novo disponível.',
  'restock.button': 'Ver o produto',
  'restock.soon': 'Também avisámos outras pessoas, por isso pode voltar a esgotar.',
  'restock.why': 'Recebe esta mensagem uma única vez, porque a pediu.',
  quantity: 'Quantidade pretendida: {count}',
  price: 'Preço: {price}',
  'leave.link': 'Não receber mais mensagens sobre este produto',
  'confirm.title': 'Confirme o seu pedido',
  'confirm.text': 'Prima o botão e escrevemos-lhe uma vez, quando este produto voltar a estar disponível.',
  'confirmed.title': 'Confirmado. Obrigado!',
  'confirmed.text': 'Escrevemos-lhe uma vez, assim que este produto voltar a estar disponível.',
  'leave.title': 'Deixar de receber mensagens?',
  'leave.text': 'Não receberá nenhuma mensagem sobre este produto.',
  'leave.button': 'Deixar de receber mensagens',
  'left.title': 'Feito',
  'left.text': 'Não receberá mais mensagens sobre este produto.',
  'left.all-button': 'Não receber mensagens sobre nenhum produto',
  'left.all-text': 'Não receberá mais mensagens desta loja sobre nenhum produto.',
  'invalid.title': 'Esta ligação já não funciona',
  'invalid.text':
    'Já foi usada ou expirou. Se já premiu o botão, está tudo bem. Caso contrário, peça de novo na página do produto.',
  'taken.title': 'Falta um passo',
  'taken.text':
    'Veja a sua caixa de correio: enviámos-lhe uma mensagem. Prima o botão que ela contém para confirmar.',
  'failed.title': 'Não resultou',
  'failed.text': 'Verifique o endereço de e-mail e tente de novo.',
  'failed.busy': 'Tente de novo dentro de alguns minutos.',
  back: 'Voltar à loja',
};
