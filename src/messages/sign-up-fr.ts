import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Comment vous prévenir ?',
  'sign-up.by-email': 'Par e-mail',
  'sign-up.by-sms': 'Par SMS',
  'sign-up.by-whatsapp': 'Par WhatsApp',
  'sign-up.by-push': 'Dans notre application',
  'sign-up.phone': 'Numéro de mobile',
  'sign-up.phone.missing': 'Saisissez votre numéro de mobile.',
  'sign-up.phone.invalid': 'Saisissez le numéro avec l’indicatif du pays, par exemple +44 7700 900123.',
  'sign-up.quantity': 'Combien en voulez-vous ?',
  'sign-up.quantity.invalid': 'Saisissez un nombre entier à partir de 1.',
  'sign-up.any': 'Toutes les variantes me conviennent',
  'sign-up.refused': 'Cela n’a pas été accepté. Veuillez vérifier.',
  'sign-up.pending': 'Presque terminé : ouvrez le message que nous vous avons envoyé et confirmez.',
  'sign-up.already': 'Vous êtes déjà sur la liste. Nous vous écrirons dès que vous pourrez le commander.',
  'sign-up.wait': 'Trop d’essais en peu de temps. Veuillez réessayer un peu plus tard.',
  'choice.legend': 'Deux façons de l’obtenir',
  'choice.wait': 'Vous ne commandez rien et ne payez rien.',
};
