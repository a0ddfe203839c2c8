import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'हम आपको कैसे बताएँ?',
  'sign-up.by-email': 'ईमेल से',
  'sign-up.by-sms': 'SMS से',
  'sign-up.by-whatsapp': 'WhatsApp पर',
  'sign-up.by-push': 'हमारे ऐप में',
  'sign-up.phone': 'मोबाइल नंबर',
  'sign-up.phone.missing': 'अपना मोबाइल नंबर लिखें।',
  'sign-up.phone.invalid': 'नंबर देश के कोड के साथ लिखें, जैसे +44 7700 900123।',
  'sign-up.quantity': 'आपको कितने चाहिए?',
  'sign-up.quantity.invalid': '1 या उससे बड़ी पूरी संख्या लिखें।',
  'sign-up.any': 'इस उत्पाद का कोई भी विकल्प चलेगा',
  'sign-up.refused': 'यह स्वीकार नहीं हुआ। कृपया इसे जाँच लें।',
  'sign-up.pending': 'बस एक कदम और: हमारा भेजा संदेश खोलें और पुष्टि करें।',
  'sign-up.already': 'आप पहले से सूची में हैं। जैसे ही आप ऑर्डर कर सकेंगे, हम आपको लिखेंगे।',
  'sign-up.wait': 'थोड़े समय में बहुत अधिक कोशिशें हुईं। कृपया कुछ देर बाद फिर कोशिश करें।',
  'choice.legend': 'इसे पाने के दो तरीके',
  'choice.wait': 'आप न कुछ ऑर्डर करते हैं, न कुछ चुकाते हैं।',
};
