import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Confirme seu pedido de aviso: {product}',
  'confirm.lead':
    'Você pediu para ser avisado quando este produto voltar a estar disponível. Confirme que foi você.',
  'confirm.button': 'Sim, quero ser avisado',
  'confirm.ignore':
    'Se não foi você, ignore esta mensagem: sem a sua confirmação, você não receberá outra. O link funciona por 48 horas.',
  'restock.subject': 'Disponível novamente: {product}',
  'restock.lead': 'O produto que você esperava está disponível novamente.',
  'restock.button': 'Ver o produto',
  'restock.soon': 'Outras pessoas também foram avisadas, então ele pode se esgotar de novo.',
  'restock.why': 'Você recebe esta mensagem uma única vez, porque pediu.',
  quantity: 'Quantidade desejada: {count}',
  price: 'Preço: {price}',
  'leave.link': 'Não quero mais mensagens sobre este produto',
  'confirm.title': 'Confirme seu pedido de aviso',
  'confirm.text': 'Aperte o botão e escreveremos uma vez, quando este produto voltar a estar disponível.',
  'confirmed.title': 'Confirmado. Obrigado!',
  'confirmed.text': 'Escreveremos uma vez, assim que este produto voltar a estar disponível.',
  'leave.title': 'Parar de receber mensagens?',
  'leave.text': 'Você não receberá nenhuma mensagem sobre este produto.',
  'leave.button': 'Parar de receber mensagens',
  'left.title': 'Pronto',
  'left.text': 'Você não receberá mais mensagens sobre este produto.',
  'left.all-button': 'Não receber mensagens sobre nenhum produto',
  'left.all-text': 'Você não receberá mais mensagens desta loja sobre nenhum produto.',
  'invalid.title': 'Este link não funciona mais',
  'invalid.text':
    'Ele já foi usado ou expirou. Se você já apertou o botão, está tudo certo. Se não, peça de novo na página do produto.',
  'taken.title': 'Falta um passo',
  'taken.text': 'Veja sua caixa de entrada: enviamos uma mensagem. Aperte o botão nela para confirmar.',
  'failed.title': 'Não deu certo',
  'failed.text': 'Confira o endereço de e-mail e tente de novo.',
  'failed.busy': 'Tente de novo em alguns minutos.',
  back: 'Voltar para a loja',
};
