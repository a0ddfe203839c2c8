import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Lütfen onaylayın: {product}',
  'confirm.lead':
    'Bu ürün yeniden stoka girdiğinde haber verilmesini istediniz. Lütfen bunu sizin istediğinizi onaylayın.',
  'confirm.button': 'Evet, haber verin',
  'confirm.ignore':
    'Bunu siz istemediyseniz bu iletiyi dikkate almayın: onayınız olmadan başka ileti almazsınız. Bağlantı 48 saat geçerlidir.',
  'restock.subject': 'Yeniden stokta: {product}',
  'restock.lead': 'Sorduğunuz ürün yeniden stokta.',
  'restock.button': 'Ürüne git',
  'restock.soon': 'Başkalarına da haber verdik, bu yüzden yeniden tükenebilir.',
  'restock.why': 'Bu iletiyi istediğiniz için bir kez alıyorsunuz.',
  quantity: 'İstediğiniz adet: {count}',
  price: 'Fiyat: {price}',
  'leave.link': 'Bu ürün hakkında başka ileti istemiyorum',
  'confirm.title': 'İsteğinizi onaylayın',
  'confirm.text': 'Düğmeye basın; bu ürün yeniden stoka girdiğinde size bir kez yazarız.',
  'confirmed.title': 'Onaylandı. Teşekkürler!',
  'confirmed.text': 'Bu ürün yeniden stoka girer girmez size bir kez yazacağız.',
  'leave.title': 'İletiler durdurulsun mu?',
  'leave.text': 'Bu ürün hakkında ileti almazsınız.',
  'leave.button': 'İletileri durdur',
  'left.title': 'Tamam',
  'left.text': 'Bu ürün hakkında artık ileti almayacaksınız.',
  'left.all-button': 'Tüm ürünler için iletileri durdur',
  'left.all-text': 'Bu mağazadan artık hiçbir ürün hakkında ileti almayacaksınız.',
  'invalid.title': 'Bu bağlantı artık geçerli değil',
  'invalid.text':
    'Daha önce kullanılmış ya da süresi dolmuş. Düğmeye daha önce bastıysanız her şey yolunda. Basmadıysanız ürün sayfasından yeniden isteyin.',
  'taken.title': 'Son bir adım',
  'taken.text': 'Gelen kutunuza bakın: size bir ileti gönderdik. Onaylamak için içindeki düğmeye basın.',
  'failed.title': 'Olmadı',
  'failed.text': 'E-posta adresini denetleyip yeniden deneyin.',
  'failed.busy': 'Lütfen birkaç dakika sonra yeniden deneyin.',
  back: 'Mağazaya dön',
};
