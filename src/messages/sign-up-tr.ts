import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Size nasıl haber verelim?',
  'sign-up.by-email': 'E-postayla',
  'sign-up.by-sms': 'SMS ile',
  'sign-up.by-whatsapp': 'WhatsApp ile',
  'sign-up.by-push': 'Uygulamamızda',
  'sign-up.phone': 'Cep telefonu numarası',
  'sign-up.phone.missing': 'Cep telefonu numaranızı yazın.',
  'sign-up.phone.invalid': 'Numarayı ülke koduyla yazın, örneğin +44 7700 900123.',
  'sign-up.quantity': 'Kaç adet istiyorsunuz?',
  'sign-up.quantity.invalid': '1 veya daha büyük bir tam sayı yazın.',
  'sign-up.any': 'Bu ürünün her seçeneği olur',
  'sign-up.refused': 'Bu kabul edilmedi. Lütfen kontrol edin.',
  'sign-up.pending': 'Neredeyse tamam: Gönderdiğimiz mesajı açıp onaylayın.',
  'sign-up.already': 'Zaten listedesiniz. Sipariş verebileceğiniz anda size yazacağız.',
  'sign-up.wait': 'Kısa sürede çok fazla deneme yapıldı. Lütfen biraz sonra yeniden deneyin.',
  'choice.legend': 'Almanın iki yolu',
  'choice.wait': 'Sipariş vermez, ödeme yapmazsınız.',
};
