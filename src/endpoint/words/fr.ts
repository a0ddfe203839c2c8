import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Confirmez votre demande : {product}',
  'confirm.lead':
    'Vous avez demandé à être prévenu du retour de ce produit. Merci de confirmer que cette demande vient de vous.',
  'confirm.button': 'Oui, prévenez-moi',
  'confirm.ignore':
    'Si ce n’était pas vous, ignorez ce message : sans confirmation, vous n’en recevrez pas d’autre. Le lien est valable 48 heures.',
  'restock.subject': 'De nouveau disponible : {product}',
  'restock.lead': 'Le produit que vous attendiez est de nouveau disponible.',
  'restock.button': 'Voir le produit',
  'restock.soon': 'D’autres personnes ont aussi été prévenues, il peut donc être vite épuisé.',
  'restock.why': 'Vous recevez ce message une seule fois, car vous l’avez demandé.',
  quantity: 'Quantité souhaitée : {count}',
  price: 'Prix : {price}',
  'leave.link': 'Ne plus recevoir de messages sur ce produit',
  'confirm.title': 'Confirmez votre demande',
  'confirm.text': 'Appuyez sur le bouton et nous vous écrirons une fois, dès le retour de ce produit.',
  'confirmed.title': 'C’est confirmé. Merci !',
  'confirmed.text': 'Nous vous écrirons une fois, dès que ce produit sera de nouveau disponible.',
  'leave.title': 'Ne plus recevoir de messages ?',
  'leave.text': 'Vous ne recevrez alors aucun message sur ce produit.',
  'leave.button': 'Ne plus recevoir de messages',
  'left.title': 'C’est fait',
  'left.text': 'Vous ne recevrez plus de messages sur ce produit.',
  'left.all-button': 'Arrêter les messages pour tous les produits',
  'left.all-text': 'Vous ne recevrez plus de messages de cette boutique, pour aucun produit.',
  'invalid.title': 'Ce lien n’est plus valable',
  'invalid.text':
    'Il a déjà été utilisé ou il a expiré. Si vous avez déjà appuyé sur le bouton, tout est en ordre. Sinon, refaites la demande sur la page du produit.',
  'taken.title': 'Encore une étape',
  'taken.text':
    'Consultez votre boîte de réception : nous vous avons envoyé un message. Confirmez avec le bouton qu’il contient.',
  'failed.title': 'Cela n’a pas fonctionné',
  'failed.text': 'Vérifiez l’adresse e-mail et réessayez.',
  'failed.busy': 'Veuillez réessayer dans quelques minutes.',
  back: 'Retour à la boutique',
};
