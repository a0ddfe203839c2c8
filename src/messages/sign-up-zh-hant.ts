import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': '您希望我們如何通知您？',
  'sign-up.by-email': '電子郵件',
  'sign-up.by-sms': '簡訊',
  'sign-up.by-whatsapp': '透過 WhatsApp',
  'sign-up.by-push': '應用程式內通知',
  'sign-up.phone': '手機號碼',
  'sign-up.phone.missing': '請輸入您的手機號碼。',
  'sign-up.phone.invalid': '請輸入含國碼的號碼，例如 +44 7700 900123。',
  'sign-up.quantity': '您想要幾件？',
  'sign-up.quantity.invalid': '請輸入不小於 1 的整數。',
  'sign-up.any': '此商品的任何款式都可以',
  'sign-up.refused': '未獲接受，請檢查。',
  'sign-up.pending': '還差一步：請開啟我們寄出的訊息並確認。',
  'sign-up.already': '您已在名單中。可以下單時，我們會立即通知您。',
  'sign-up.wait': '短時間內嘗試次數過多，請稍後再試。',
  'choice.legend': '兩種方式',
  'choice.wait': '您無需下單，也無需付款。',
};
