import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': '어떻게 알려 드릴까요?',
  'sign-up.by-email': '이메일',
  'sign-up.by-sms': '문자 메시지',
  'sign-up.by-whatsapp': 'WhatsApp으로',
  'sign-up.by-push': '앱 알림',
  'sign-up.phone': '휴대전화 번호',
  'sign-up.phone.missing': '휴대전화 번호를 입력하세요.',
  'sign-up.phone.invalid': '국가 번호를 포함해 입력하세요(예: +44 7700 900123).',
  'sign-up.quantity': '몇 개를 원하시나요?',
  'sign-up.quantity.invalid': '1 이상의 정수를 입력하세요.',
  'sign-up.any': '이 상품의 어떤 옵션이든 괜찮아요',
  'sign-up.refused': '접수되지 않았습니다. 다시 확인해 주세요.',
  'sign-up.pending': '거의 다 됐습니다. 보내 드린 메시지를 열어 확인해 주세요.',
  'sign-up.already': '이미 신청되어 있습니다. 주문할 수 있게 되면 바로 알려 드리겠습니다.',
  'sign-up.wait': '짧은 시간에 너무 많이 시도했습니다. 잠시 후 다시 시도해 주세요.',
  'choice.legend': '두 가지 방법',
  'choice.wait': '주문도 결제도 하지 않습니다.',
};
