import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'Chúng tôi nên báo cho bạn bằng cách nào?',
  'sign-up.by-email': 'Qua email',
  'sign-up.by-sms': 'Qua SMS',
  'sign-up.by-whatsapp': 'Qua WhatsApp',
  'sign-up.by-push': 'Trong ứng dụng của chúng tôi',
  'sign-up.phone': 'Số điện thoại di động',
  'sign-up.phone.missing': 'Nhập số điện thoại di động của bạn.',
  'sign-up.phone.invalid': 'Nhập số kèm mã quốc gia, ví dụ +44 7700 900123.',
  'sign-up.quantity': 'Bạn muốn bao nhiêu chiếc?',
  'sign-up.quantity.invalid': 'Nhập một số nguyên từ 1 trở lên.',
  'sign-up.any': 'Phiên bản nào của sản phẩm này cũng được',
  'sign-up.refused': 'Thông tin này không được chấp nhận. Vui lòng kiểm tra lại.',
  'sign-up.pending': 'Gần xong rồi: hãy mở tin nhắn chúng tôi đã gửi và xác nhận.',
  'sign-up.already': 'Bạn đã có trong danh sách. Chúng tôi sẽ viết cho bạn ngay khi bạn có thể đặt hàng.',
  'sign-up.wait': 'Quá nhiều lần thử trong thời gian ngắn. Vui lòng thử lại sau ít phút.',
  'choice.legend': 'Hai cách để có sản phẩm',
  'choice.wait': 'Bạn không đặt hàng và không trả tiền.',
};
