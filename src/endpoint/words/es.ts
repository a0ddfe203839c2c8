import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Confirma tu solicitud: {product}',
  'confirm.lead':
    'Has pedido que te avisemos cuando este producto vuelva a estar disponible. Confirma, por favor, que fuiste tú.',
  'confirm.button': 'Sí, avísame',
  'confirm.ignore':
    'Si no fuiste tú, ignora este mensaje: sin tu confirmación no recibirás ningún otro. El enlace funciona durante 48 horas.',
  'restock.subject': 'Disponible de nuevo: {product}',
  'restock.lead': 'El producto por el que preguntaste vuelve a estar disponible.',
  'restock.button': 'Ver el producto',
  'restock.soon': 'También hemos avisado a otras personas, así que puede volver a agotarse.',
  'restock.why': 'Recibes este mensaje una sola vez, porque lo pediste.',
  quantity: 'Cantidad deseada: {count}',
  price: 'Precio: {price}',
  'leave.link': 'No recibir más mensajes sobre este producto',
  'confirm.title': 'Confirma tu solicitud',
  'confirm.text': 'Pulsa el botón y te escribiremos una vez, cuando este producto vuelva a estar disponible.',
  'confirmed.title': 'Confirmado. ¡Gracias!',
  'confirmed.text': 'Te escribiremos una vez, en cuanto este producto vuelva a estar disponible.',
  'leave.title': '¿Dejar de recibir mensajes?',
  'leave.text': 'No recibirás ningún mensaje sobre este producto.',
  'leave.button': 'Dejar de recibir mensajes',
  'left.title': 'Hecho',
  'left.text': 'No recibirás más mensajes sobre este producto.',
  'left.all-button': 'No recibir mensajes de ningún producto',
  'left.all-text': 'No recibirás más mensajes de esta tienda sobre ningún producto.',
  'invalid.title': 'Este enlace ya no funciona',
  'invalid.text':
    'Ya se ha usado o ha caducado. Si ya pulsaste el botón, todo está bien. Si no, vuelve a pedirlo en la página del producto.',
  'taken.title': 'Falta un paso',
  'taken.text':
    'Mira tu bandeja de entrada: te hemos enviado un mensaje. Pulsa el botón que contiene para confirmar.',
  'failed.title': 'No ha funcionado',
  'failed.text': 'Comprueba la dirección de correo electrónico e inténtalo de nuevo.',
  'failed.busy': 'Inténtalo de nuevo dentro de unos minutos.',
  back: 'Volver a la tienda',
};
