import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'ご確認ください：{product}',
  'confirm.lead':
    'この商品が再び購入できるようになったらお知らせするよう、ご依頼をいただきました。ご本人によるご依頼か、ご確認ください。',
  'confirm.button': 'はい、知らせてください',
  'confirm.ignore':
    'お心当たりがない場合は、このメールを無視してください。ご確認がなければ、今後メールをお送りすることはありません。リンクは48時間有効です。',
  'restock.subject': '再入荷：{product}',
  'restock.lead': 'お問い合わせの商品が再び購入できるようになりました。',
  'restock.button': '商品を見る',
  'restock.soon': 'ほかのお客様にもお知らせしているため、再び売り切れることがあります。',
  'restock.why': 'このメールは、ご依頼により一度だけお送りしています。',
  quantity: 'ご希望の数量：{count}',
  price: '価格：{price}',
  'leave.link': 'この商品についてのメールを停止する',
  'confirm.title': 'ご依頼の確認',
  'confirm.text': 'ボタンを押すと、この商品が再び購入できるようになったときに一度だけメールをお送りします。',
  'confirmed.title': '確認しました。ありがとうございます。',
  'confirmed.text': 'この商品が再び購入できるようになり次第、一度だけメールをお送りします。',
  'leave.title': 'メールを停止しますか？',
  'leave.text': 'この商品についてのメールは届かなくなります。',
  'leave.button': 'メールを停止する',
  'left.title': '完了しました',
  'left.text': 'この商品についてのメールは今後お送りしません。',
  'left.all-button': 'すべての商品についてのメールを停止する',
  'left.all-text': 'このショップから商品についてのメールは今後お送りしません。',
  'invalid.title': 'このリンクは無効です',
  'invalid.text':
    'すでに使用されたか、有効期限が切れています。以前にボタンを押した場合は問題ありません。そうでない場合は、商品のページからもう一度ご依頼ください。',
  'taken.title': 'あと一歩です',
  'taken.text':
    '受信トレイをご覧ください。メールをお送りしました。メール内のボタンを押して確認してください。',
  'failed.title': 'うまくいきませんでした',
  'failed.text': 'メールアドレスを確認して、もう一度お試しください。',
  'failed.busy': '数分後にもう一度お試しください。',
  back: 'ショップに戻る',
};
