import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Mohon konfirmasi: {product}',
  'confirm.lead':
    'Anda meminta kabar saat produk ini tersedia lagi. Mohon konfirmasi bahwa permintaan ini dari Anda.',
  'confirm.button': 'Ya, kabari saya',
  'confirm.ignore':
    'Jika bukan Anda, abaikan pesan ini: tanpa konfirmasi, Anda tidak akan menerima pesan lain. Tautan berlaku selama 48 jam.',
  'restock.subject': 'Tersedia lagi: {product}',
  'restock.lead': 'Produk yang Anda tanyakan sudah tersedia lagi.',
  'restock.button': 'Lihat produk',
  'restock.soon': 'Orang lain juga sudah dikabari, jadi produk ini bisa habis lagi.',
  'restock.why': 'Anda menerima pesan ini satu kali karena Anda memintanya.',
  quantity: 'Jumlah yang diminta: {count}',
  price: 'Harga: {price}',
  'leave.link': 'Jangan kirim pesan lagi tentang produk ini',
  'confirm.title': 'Konfirmasi permintaan Anda',
  'confirm.text': 'Tekan tombol, dan kami akan menulis satu kali saat produk ini tersedia lagi.',
  'confirmed.title': 'Sudah dikonfirmasi. Terima kasih!',
  'confirmed.text': 'Kami akan menulis satu kali, segera setelah produk ini tersedia lagi.',
  'leave.title': 'Hentikan pesan?',
  'leave.text': 'Anda tidak akan menerima pesan tentang produk ini.',
  'leave.button': 'Hentikan pesan',
  'left.title': 'Selesai',
  'left.text': 'Anda tidak akan menerima pesan lagi tentang produk ini.',
  'left.all-button': 'Hentikan pesan tentang semua produk',
  'left.all-text': 'Anda tidak akan menerima pesan lagi dari toko ini tentang produk apa pun.',
  'invalid.title': 'Tautan ini tidak berlaku lagi',
  'invalid.text':
    'Tautan sudah digunakan atau kedaluwarsa. Jika Anda sudah menekan tombolnya, semuanya beres. Jika belum, ajukan lagi di halaman produk.',
  'taken.title': 'Satu langkah lagi',
  'taken.text':
    'Lihat kotak masuk Anda: kami telah mengirim pesan. Tekan tombol di dalamnya untuk konfirmasi.',
  'failed.title': 'Tidak berhasil',
  'failed.text': 'Periksa alamat email, lalu coba lagi.',
  'failed.busy': 'Silakan coba lagi beberapa menit lagi.',
  back: 'Kembali ke toko',
};
