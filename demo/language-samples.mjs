/*
 * What languages.mjs puts into the braces of each message: dates counted from today, so that nothing here grows old, and
 * counts that take different forms of a word in one language or another.
 */
import { dayWords } from '/src/messages/dates.ts';
import { say } from '/src/messages/say.ts';
import { whenWords } from '/src/elements/shared/promise-words.ts';

const NOW = Date.now();
const day = (days) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10);
const ofMonth = (months, date) => {
  const now = new Date(NOW);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, date))
    .toISOString()
    .slice(0, 10);
};

const window = (start, end, precision) => ({ window: { start, end, precision } });
const lead = (min, max, unit) => ({ ...window(day(0), day(0), 'day'), leadTime: { min, max, unit } });

/** A time of each kind, by the message that says it. */
const TIMES = {
  'when.day': [window(day(9), day(9), 'day'), window(day(400), day(400), 'day')],
  'when.range': [window(day(9), day(13), 'day'), window(ofMonth(2, 1), ofMonth(8, 0), 'quarter')],
  'when.months': [window(ofMonth(1, 1), ofMonth(3, 0), 'month')],
  'when.week': [window(day(9), day(9), 'week')],
  'when.month': [window(ofMonth(1, 1), ofMonth(2, 0), 'month')],
  'when.quarter': [window(ofMonth(3, 1), ofMonth(3, 1), 'quarter')],
  'when.by': [window(day(9), day(9), 'by')],
  'when.days': [1, 2, 5, 21].map((count) => lead(count, count, 'day')),
  'when.weeks': [1, 2, 5].map((count) => lead(count, count, 'week')),
  'when.days-range': [
    [1, 2],
    [5, 10],
    [14, 21],
  ].map(([min, max]) => lead(min, max, 'day')),
  'when.weeks-range': [
    [1, 2],
    [4, 6],
  ].map(([min, max]) => lead(min, max, 'week')),
};
const SOME_TIMES = ['when.day', 'when.range', 'when.month', 'when.days-range'].map((name) => TIMES[name][0]);
const COUNTS = [1, 2, 5, 21];

const TIME = Date.UTC(2026, 0, 1, 14);
const short = { timeStyle: 'short', timeZone: 'UTC' };

/** What a language says of each message, by name: once for each sample that may change its words. */
export function samplesIn(language) {
  const { tag, messages } = language;
  // What Intl makes is dear, so it is made once a language.
  const values = {
    date: dayWords(tag, day(-2), day(0).slice(0, 4)),
    quarter: 1,
    year: Number(day(120).slice(0, 4)),
    now: 2,
    later: 3,
    time: new Intl.DateTimeFormat(tag, short).format(TIME),
    place: new Intl.DisplayNames(tag, { type: 'region' }).of('NL'),
  };
  const some = SOME_TIMES.map((time) => whenWords(time, language, NOW));
  values.promise = say(language, 'promise.ship.estimated', { when: some[0] });
  const samplesOf = (name) => {
    if (TIMES[name]) return TIMES[name].map((time) => whenWords(time, language, NOW));
    const message = messages[name];
    const plural = typeof message !== 'string';
    const text = plural ? message.other : message;
    // What comes together or apart is more than one piece.
    const counts = name === 'split.together' ? COUNTS.slice(1) : plural ? COUNTS : [5];
    const said = (text.includes('{when}') ? some : ['']).flatMap((when, index) =>
      (index ? [5] : counts).map((count) => say(language, name, { ...values, count, when })),
    );
    return [...new Set(said)];
  };
  return new Map(Object.keys(messages).map((name) => [name, samplesOf(name)]));
}
