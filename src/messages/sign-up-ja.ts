import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'お知らせの方法を選んでください',
  'sign-up.by-email': 'メール',
  'sign-up.by-sms': 'SMS',
  'sign-up.by-whatsapp': 'WhatsApp',
  'sign-up.by-push': 'アプリの通知',
  'sign-up.phone': '携帯電話番号',
  'sign-up.phone.missing': '携帯電話番号を入力してください。',
  'sign-up.phone.invalid': '国番号を付けて入力してください（例：+44 7700 900123）。',
  'sign-up.quantity': 'ご希望の数量',
  'sign-up.quantity.invalid': '1以上の整数を入力してください。',
  'sign-up.any': 'この商品ならどの種類でもよい',
  'sign-up.refused': '受け付けられませんでした。ご確認ください。',
  'sign-up.pending': 'あと少しです。お送りしたメッセージを開いて確認してください。',
  'sign-up.already': 'すでに登録されています。注文できるようになりましたらご連絡します。',
  'sign-up.wait': '短時間に操作が多すぎます。しばらくしてからもう一度お試しください。',
  'choice.legend': '2つの方法から選べます',
  'choice.wait': '注文も支払いも発生しません。',
};
