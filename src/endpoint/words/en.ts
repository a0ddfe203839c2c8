import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Please confirm: {product}',
  'confirm.lead':
    'You asked to be told when this product is available again. Please confirm that it was you.',
  'confirm.button': 'Yes, tell me',
  'confirm.ignore':
    'If it was not you, ignore this message: without your confirmation you will get no other. The link works for 48 hours.',
  'restock.subject': 'Available again: {product}',
  'restock.lead': 'The product you asked about is available again.',
  'restock.button': 'Go to the product',
  'restock.soon': 'Others have been told as well, so it may sell out again.',
  'restock.why': 'You get this message once, because you asked for it.',
  quantity: 'Quantity you asked for: {count}',
  price: 'Price: {price}',
  'leave.link': 'No more messages about this product',
  'confirm.title': 'Confirm your request',
  'confirm.text': 'Press the button, and we will write to you once when this product is available again.',
  'confirmed.title': 'Confirmed. Thank you!',
  'confirmed.text': 'We will write to you once, as soon as this product is available again.',
  'leave.title': 'Stop messages?',
  'leave.text': 'You will then get no message about this product.',
  'leave.button': 'Stop messages',
  'left.title': 'Done',
  'left.text': 'You will get no more messages about this product.',
  'left.all-button': 'Stop messages about all products',
  'left.all-text': 'You will get no more messages from this shop about any product.',
  'invalid.title': 'This link no longer works',
  'invalid.text':
    'It has been used already, or it has expired. If you pressed the button before, all is well. Otherwise ask again on the product’s page.',
  'taken.title': 'One step left',
  'taken.text': 'Look into your inbox: we have sent you a message. Press the button in it to confirm.',
  'failed.title': 'That did not work',
  'failed.text': 'Check the e-mail address, and try again.',
  'failed.busy': 'Please try again in a few minutes.',
  back: 'Back to the shop',
};
