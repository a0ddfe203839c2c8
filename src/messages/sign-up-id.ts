import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Bagaimana kami memberi tahu Anda?',
  'sign-up.by-email': 'Lewat email',
  'sign-up.by-sms': 'Lewat SMS',
  'sign-up.by-whatsapp': 'Lewat WhatsApp',
  'sign-up.by-push': 'Di aplikasi kami',
  'sign-up.phone': 'Nomor ponsel',
  'sign-up.phone.missing': 'Masukkan nomor ponsel Anda.',
  'sign-up.phone.invalid': 'Masukkan nomor dengan kode negara, misalnya +44 7700 900123.',
  'sign-up.quantity': 'Berapa banyak yang Anda inginkan?',
  'sign-up.quantity.invalid': 'Masukkan bilangan bulat mulai dari 1.',
  'sign-up.any': 'Varian apa pun boleh',
  'sign-up.refused': 'Ini tidak diterima. Silakan periksa lagi.',
  'sign-up.pending': 'Hampir selesai: buka pesan yang kami kirim dan konfirmasikan.',
  'sign-up.already': 'Anda sudah ada dalam daftar. Kami akan menulis begitu Anda bisa memesannya.',
  'sign-up.wait': 'Terlalu banyak percobaan dalam waktu singkat. Silakan coba lagi sebentar lagi.',
  'choice.legend': 'Dua cara mendapatkannya',
  'choice.wait': 'Anda tidak memesan dan tidak membayar apa pun.',
};
