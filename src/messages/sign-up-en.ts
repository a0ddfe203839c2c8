import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'How should we tell you?',
  'sign-up.by-email': 'By e-mail',
  'sign-up.by-sms': 'By text message',
  'sign-up.by-whatsapp': 'By WhatsApp',
  'sign-up.by-push': 'In our app',
  'sign-up.phone': 'Mobile number',
  'sign-up.phone.missing': 'Enter your mobile number.',
  'sign-up.phone.invalid': 'Enter the number with its country code, such as +44 7700 900123.',
  'sign-up.quantity': 'How many would you like?',
  'sign-up.quantity.invalid': 'Enter a whole number from 1.',
  'sign-up.any': 'Any version of this product will do',
  'sign-up.refused': 'This was not accepted. Please check it.',
  'sign-up.pending': 'Almost done: please open the message we have sent you and confirm.',
  'sign-up.already': 'You are already on the list. We will write to you as soon as you can order it.',
  'sign-up.wait': 'Those were too many tries at once. Please try again a little later.',
  'choice.legend': 'Two ways to get it',
  'choice.wait': 'You order nothing and pay nothing.',
};
