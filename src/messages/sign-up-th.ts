import type { SignUpMessages } from './catalogue.js';

export const words: SignUpMessages = {
  'sign-up.channel': 'ให้เราแจ้งคุณทางไหน',
  'sign-up.by-email': 'ทางอีเมล',
  'sign-up.by-sms': 'ทาง SMS',
  'sign-up.by-whatsapp': 'ทาง WhatsApp',
  'sign-up.by-push': 'ในแอปของเรา',
  'sign-up.phone': 'หมายเลขโทรศัพท์มือถือ',
  'sign-up.phone.missing': 'กรอกหมายเลขโทรศัพท์มือถือของคุณ',
  'sign-up.phone.invalid': 'กรอกหมายเลขพร้อมรหัสประเทศ เช่น +44 7700 900123',
  'sign-up.quantity': 'คุณต้องการกี่ชิ้น',
  'sign-up.quantity.invalid': 'กรอกจำนวนเต็มตั้งแต่ 1 ขึ้นไป',
  'sign-up.any': 'สินค้านี้แบบไหนก็ได้',
  'sign-up.refused': 'ข้อมูลนี้ไม่ได้รับการยอมรับ โปรดตรวจสอบ',
  'sign-up.pending': 'เกือบเสร็จแล้ว โปรดเปิดข้อความที่เราส่งให้แล้วกดยืนยัน',
  'sign-up.already': 'คุณอยู่ในรายชื่อแล้ว เราจะแจ้งทันทีที่คุณสั่งซื้อได้',
  'sign-up.wait': 'ลองหลายครั้งเกินไปในเวลาสั้น ๆ โปรดลองอีกครั้งในอีกสักครู่',
  'choice.legend': 'เลือกได้สองวิธี',
  'choice.wait': 'คุณไม่ต้องสั่งซื้อและไม่ต้องจ่ายเงิน',
};
