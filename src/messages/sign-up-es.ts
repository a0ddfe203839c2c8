import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': '¿Cómo quieres que te avisemos?',
  'sign-up.by-email': 'Por correo electrónico',
  'sign-up.by-sms': 'Por SMS',
  'sign-up.by-whatsapp': 'Por WhatsApp',
  'sign-up.by-push': 'En nuestra aplicación',
  'sign-up.phone': 'Número de móvil',
  'sign-up.phone.missing': 'Escribe tu número de móvil.',
  'sign-up.phone.invalid': 'Escribe el número con el prefijo del país, por ejemplo +44 7700 900123.',
  'sign-up.quantity': '¿Cuántos quieres?',
  'sign-up.quantity.invalid': 'Escribe un número entero a partir de 1.',
  'sign-up.any': 'Me vale cualquier variante',
  'sign-up.refused': 'No se ha aceptado. Revísalo, por favor.',
  'sign-up.pending': 'Ya casi está: abre el mensaje que te hemos enviado y confirma.',
  'sign-up.already': 'Ya estás en la lista. Te escribiremos en cuanto puedas pedirlo.',
  'sign-up.wait': 'Demasiados intentos seguidos. Inténtalo de nuevo un poco más tarde.',
  'choice.legend': 'Dos formas de conseguirlo',
  'choice.wait': 'No pides ni pagas nada.',
};
