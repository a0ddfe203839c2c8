import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': '您希望我们如何通知您？',
  'sign-up.by-email': '电子邮件',
  'sign-up.by-sms': '短信',
  'sign-up.by-whatsapp': '通过 WhatsApp',
  'sign-up.by-push': '应用内通知',
  'sign-up.phone': '手机号码',
  'sign-up.phone.missing': '请输入您的手机号码。',
  'sign-up.phone.invalid': '请输入带国家代码的号码，例如 +44 7700 900123。',
  'sign-up.quantity': '您想要多少件？',
  'sign-up.quantity.invalid': '请输入不小于 1 的整数。',
  'sign-up.any': '该商品的任意款式都可以',
  'sign-up.refused': '未被接受，请检查。',
  'sign-up.pending': '还差一步：请打开我们发送的消息并确认。',
  'sign-up.already': '您已在名单中。可以下单时，我们会立即通知您。',
  'sign-up.wait': '短时间内尝试次数过多，请稍后再试。',
  'choice.legend': '两种方式',
  'choice.wait': '您无需下单，也无需付款。',
};
