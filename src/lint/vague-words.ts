/**
 * Words that sound like a time and are none, by language. A `*` at the end takes any ending; in languages that write without
 * blanks a word may stand anywhere. Add a language: a line.
 */
const VAGUE: Readonly<Record<string, readonly string[]>> = {
  ar: ['قريبا', 'عما قريب', 'في أقرب وقت', 'لاحقا'],
  bg: ['скоро', 'в близко бъдеще', 'възможно най-скоро'],
  cs: ['brzy', 'co nejdříve', 'zanedlouho', 'v dohledné době', 'připravujeme'],
  da: ['snart', 'inden længe', 'hurtigst muligt', 'snarest', 'på vej'],
  de: [
    'bald',
    'demnächst',
    'in kürze',
    'in bälde',
    'baldigst',
    'baldmöglichst',
    'schnellstmöglich',
    'in absehbarer zeit',
  ],
  el: ['σύντομα', 'συντόμως', 'προσεχώς', 'σε λίγο', 'το συντομότερο'],
  en: [
    'soon',
    'soonest',
    'shortly',
    'asap',
    'a.s.a.p',
    'coming',
    'before long',
    'any day now',
    'in due course',
    'in the near future',
    'stay tuned',
  ],
  es: ['pronto', 'próximamente', 'en breve', 'cuanto antes', 'lo antes posible', 'dentro de poco'],
  et: ['varsti', 'peagi', 'lähiajal', 'esimesel võimalusel', 'tulekul'],
  fi: ['pian', 'tulossa', 'lähiaikoina', 'piakkoin'],
  fr: [
    'bientôt',
    'prochainement',
    'sous peu',
    'dès que possible',
    'au plus vite',
    'incessamment',
    'à venir',
    "d'ici peu",
  ],
  he: ['בקרוב', 'בהקדם', 'בזמן הקרוב', 'תכף'],
  hi: ['जल्द', 'जल्दी', 'शीघ्र', 'आने वाला', 'आ रहा है'],
  hr: ['uskoro', 'ubrzo', 'čim prije', 'što prije'],
  hu: ['hamarosan', 'rövidesen', 'nemsokára', 'a közeljövőben', 'mielőbb'],
  id: ['segera', 'sebentar lagi', 'tidak lama lagi', 'dalam waktu dekat', 'akan datang'],
  it: ['presto', 'prossimamente', 'a breve', 'quanto prima', 'in arrivo', 'tra poco'],
  ja: ['近日', 'まもなく', '間もなく', 'もうすぐ', 'そのうち', '近々', '近いうち'],
  ko: ['곧', '조만간*', '머지않아', '빠른 시일*'],
  lt: ['netrukus', 'greitai', 'artimiausiu metu', 'kuo greičiau'],
  lv: ['drīz', 'drīzumā', 'tuvākajā laikā', 'pēc iespējas ātrāk'],
  nb: ['snart', 'om kort tid', 'så snart som mulig', 'snarest', 'på vei'],
  nl: ['binnenkort', 'spoedig', 'zo snel mogelijk', 'zsm', 'z.s.m', 'onderweg', 'weldra'],
  pl: ['wkrótce', 'niebawem', 'niedługo', 'w najbliższym czasie', 'jak najszybciej'],
  'pt-BR': ['em breve', 'brevemente', 'logo', 'o quanto antes', 'assim que possível'],
  'pt-PT': ['em breve', 'brevemente', 'logo que possível', 'proximamente', 'o mais depressa possível'],
  ro: ['în curând', 'curând', 'în scurt timp', 'cât mai curând'],
  ru: ['скоро', 'вскоре', 'в ближайшее время', 'в скором времени', 'как можно скорее'],
  sk: ['čoskoro', 'onedlho', 'zakrátko', 'čo najskôr', 'v dohľadnom čase', 'pripravujeme'],
  sl: ['kmalu', 'v kratkem', 'čim prej'],
  sv: ['snart', 'inom kort', 'så snart som möjligt', 'snarast', 'på väg'],
  th: ['เร็วๆนี้', 'เร็ว ๆ นี้', 'เร็วๆ นี้', 'ในไม่ช้า', 'อีกไม่นาน'],
  tr: ['yakında', 'kısa sürede', 'birazdan'],
  uk: ['скоро', 'незабаром', 'невдовзі', 'найближчим часом', 'якнайшвидше'],
  vi: ['sắp', 'sớm', 'trong thời gian tới'],
  'zh-Hans': ['即将', '很快', '不久', '尽快', '敬请期待', '近期'],
  'zh-Hant': ['即將', '很快', '不久', '盡快', '儘快', '敬請期待', '近期'],
};

/** The languages that have vague words listed. */
export const VAGUE_LANGUAGES: readonly string[] = Object.keys(VAGUE);

const ALIAS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', iw: 'he', in: 'id' };
const UNSPACED = /^(?:ja|th|zh)/;
// Marks make other words in these; elsewhere people leave them out.
const MARKED = /^(?:hi|ja|ko|th|vi|zh)/;

/**
 * The first word of a text that sounds like a time and is none. English is understood in every language: it is pasted into
 * all of them.
 */
export function vagueWord(tag: string, text: string): string | undefined {
  const [primary = 'en'] = tag.toLowerCase().split(/[-_]/);
  const wanted = ALIAS[primary] ?? primary;
  for (const language of VAGUE_LANGUAGES) {
    if (language !== 'en' && language.split('-')[0] !== wanted) continue;
    const spoken = plain(language, text);
    const found = VAGUE[language]?.find((word) => patternOf(language, word).test(spoken));
    if (found !== undefined) return found.replace('*', '');
  }
  return undefined;
}

/** One form for all ways of writing the same: case, wide letters, blanks, and accents that are left out. */
function plain(language: string, text: string): string {
  const composed = text.normalize(MARKED.test(language) ? 'NFKC' : 'NFKD');
  const bare = MARKED.test(language) ? composed : composed.replace(/\p{M}/gu, '');
  const even = bare
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[\u00ad\u200b-\u200f]/g, '')
    .replace(/\s+/g, ' ');
  // Turkish has two letters i, and capitals of both are written for either.
  return even.toLowerCase().replaceAll('ı', 'i');
}

function patternOf(language: string, word: string): RegExp {
  const open = word.endsWith('*');
  const literal = plain(language, open ? word.slice(0, -1) : word).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  if (UNSPACED.test(language)) return new RegExp(literal, 'u');
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${literal}${open ? '' : '(?![\\p{L}\\p{N}\\p{M}])'}`, 'u');
}
