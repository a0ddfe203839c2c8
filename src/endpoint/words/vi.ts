import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Vui lòng xác nhận: {product}',
  'confirm.lead':
    'Bạn đã yêu cầu được báo khi sản phẩm này có hàng trở lại. Vui lòng xác nhận rằng đó là bạn.',
  'confirm.button': 'Có, hãy báo cho tôi',
  'confirm.ignore':
    'Nếu không phải bạn, hãy bỏ qua tin này: không có xác nhận của bạn, bạn sẽ không nhận thêm tin nào. Liên kết có hiệu lực trong 48 giờ.',
  'restock.subject': 'Có hàng trở lại: {product}',
  'restock.lead': 'Sản phẩm bạn hỏi đã có hàng trở lại.',
  'restock.button': 'Xem sản phẩm',
  'restock.soon': 'Những người khác cũng đã được báo, nên sản phẩm có thể lại hết hàng.',
  'restock.why': 'Bạn nhận tin này một lần vì bạn đã yêu cầu.',
  quantity: 'Số lượng bạn cần: {count}',
  price: 'Giá: {price}',
  'leave.link': 'Không nhận thêm tin về sản phẩm này',
  'confirm.title': 'Xác nhận yêu cầu của bạn',
  'confirm.text': 'Nhấn nút và chúng tôi sẽ viết cho bạn một lần khi sản phẩm này có hàng trở lại.',
  'confirmed.title': 'Đã xác nhận. Cảm ơn bạn!',
  'confirmed.text': 'Chúng tôi sẽ viết cho bạn một lần, ngay khi sản phẩm này có hàng trở lại.',
  'leave.title': 'Ngừng nhận tin?',
  'leave.text': 'Bạn sẽ không nhận tin nào về sản phẩm này.',
  'leave.button': 'Ngừng nhận tin',
  'left.title': 'Xong',
  'left.text': 'Bạn sẽ không nhận thêm tin về sản phẩm này.',
  'left.all-button': 'Ngừng nhận tin về mọi sản phẩm',
  'left.all-text': 'Bạn sẽ không nhận thêm tin từ cửa hàng này về bất kỳ sản phẩm nào.',
  'invalid.title': 'Liên kết này không còn hiệu lực',
  'invalid.text':
    'Liên kết đã được dùng hoặc đã hết hạn. Nếu bạn đã nhấn nút trước đó thì mọi thứ đều ổn. Nếu chưa, hãy yêu cầu lại trên trang sản phẩm.',
  'taken.title': 'Còn một bước nữa',
  'taken.text': 'Hãy xem hộp thư của bạn: chúng tôi đã gửi một tin. Nhấn nút trong đó để xác nhận.',
  'failed.title': 'Không thành công',
  'failed.text': 'Kiểm tra địa chỉ email rồi thử lại.',
  'failed.busy': 'Vui lòng thử lại sau vài phút.',
  back: 'Quay lại cửa hàng',
};
