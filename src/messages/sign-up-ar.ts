import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'كيف تودّ أن نخبرك؟',
  'sign-up.by-email': 'بالبريد الإلكتروني',
  'sign-up.by-sms': 'برسالة نصية',
  'sign-up.by-whatsapp': 'عبر واتساب',
  'sign-up.by-push': 'في تطبيقنا',
  'sign-up.phone': 'رقم الجوّال',
  'sign-up.phone.missing': 'أدخل رقم جوّالك.',
  'sign-up.phone.invalid': 'أدخل الرقم مع رمز البلد، مثل 00447700900123.',
  'sign-up.quantity': 'كم قطعة تريد؟',
  'sign-up.quantity.invalid': 'أدخل عددًا صحيحًا من 1 فأكثر.',
  'sign-up.any': 'أي خيار من هذا المنتج يناسبني',
  'sign-up.refused': 'لم يُقبل هذا. يُرجى التحقق منه.',
  'sign-up.pending': 'بقيت خطوة: افتح الرسالة التي أرسلناها إليك وأكّد طلبك.',
  'sign-up.already': 'أنت مسجّل في القائمة بالفعل. سنراسلك حالما يمكنك طلبه.',
  'sign-up.wait': 'محاولات كثيرة في وقت قصير. يُرجى المحاولة بعد قليل.',
  'choice.legend': 'طريقتان للحصول عليه',
  'choice.wait': 'لا تطلب شيئًا ولا تدفع شيئًا.',
};
