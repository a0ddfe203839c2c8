import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Πώς να σας ενημερώσουμε;',
  'sign-up.by-email': 'Με email',
  'sign-up.by-sms': 'Με SMS',
  'sign-up.by-whatsapp': 'Μέσω WhatsApp',
  'sign-up.by-push': 'Στην εφαρμογή μας',
  'sign-up.phone': 'Αριθμός κινητού',
  'sign-up.phone.missing': 'Γράψτε τον αριθμό του κινητού σας.',
  'sign-up.phone.invalid': 'Γράψτε τον αριθμό με τον κωδικό χώρας, π.χ. +44 7700 900123.',
  'sign-up.quantity': 'Πόσα τεμάχια θέλετε;',
  'sign-up.quantity.invalid': 'Γράψτε έναν ακέραιο αριθμό από το 1.',
  'sign-up.any': 'Μου κάνει οποιαδήποτε παραλλαγή',
  'sign-up.refused': 'Δεν έγινε δεκτό. Ελέγξτε το, παρακαλούμε.',
  'sign-up.pending': 'Σχεδόν έτοιμο: ανοίξτε το μήνυμα που σας στείλαμε και επιβεβαιώστε.',
  'sign-up.already': 'Είστε ήδη στη λίστα. Θα σας γράψουμε μόλις μπορείτε να το παραγγείλετε.',
  'sign-up.wait': 'Πάρα πολλές προσπάθειες μαζί. Δοκιμάστε ξανά λίγο αργότερα.',
  'choice.legend': 'Δύο τρόποι να το αποκτήσετε',
  'choice.wait': 'Δεν παραγγέλνετε και δεν πληρώνετε τίποτα.',
};
