// How many requests of a shop's sale reach the origin behind a CDN that keeps the availability document as it is told to:
//   node test/bench/growth.mjs [visitors] [days]
// A simulation by seconds: visitors come by the hour of the day, with a peak; each looks at pages, each page asks for its products;
// each place of the CDN keeps an answer `max-age` seconds, shows it `stale-while-revalidate` seconds longer while it asks once anew.
// Page counts follow a power law, as those of shops do. The numbers are by a fixed seed.
import { pathToFileURL } from 'node:url';

/** Numbers from 0 to 1, the same each time. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Share of a day's visitors by hour: a peak at 20:00 that is about a tenth of the day. */
const HOURS = [12, 7, 4, 3, 3, 5, 12, 22, 32, 40, 46, 50, 54, 52, 50, 50, 52, 58, 72, 92, 100, 80, 50, 26];

/** @returns requests of the pages, those that reach the origin, and how many at most in a second and on average in the peak hour */
export function simulate({
  visitors = 450_000,
  days = 10,
  peakDay = 3,
  pagesEach = 6,
  pages = 3000,
  places = 12,
  maxAge = 30,
  stale = 300,
  browserKeeps = true,
  seed = 7,
} = {}) {
  const random = randomOf(seed);
  const weights = Array.from({ length: pages }, (_, rank) => 1 / (rank + 1) ** 0.9);
  const steps = [];
  weights.reduce((sum, weight) => (steps.push(sum + weight), sum + weight), 0);
  const pageAt = () => {
    const wanted = random() * steps.at(-1);
    let [low, high] = [0, pages - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const dayShares = Array.from({ length: days }, (_, day) => (day === peakDay ? 4 : 1));
  const allShares = dayShares.reduce((a, b) => a + b) * HOURS.reduce((a, b) => a + b);
  // When an answer was fetched into a place, by page.
  const kept = Array.from({ length: places }, () => new Float64Array(pages).fill(-Infinity));
  const seen = new Map();
  const total = { asked: 0, origin: 0, blocking: 0, peakAsked: 0, peakOrigin: 0, mostInASecond: 0 };
  for (let day = 0; day < days; day += 1) {
    for (const [hour, share] of HOURS.entries()) {
      const isPeak = day === peakDay && hour === 20;
      const views = Math.round(((visitors * dayShares[day] * share) / allShares) * pagesEach);
      for (let second = 0; second < 3600; second += 1) {
        const now = (day * 24 + hour) * 3600 + second;
        const count = Math.floor(views / 3600 + random());
        let atOrigin = 0;
        for (let view = 0; view < count; view += 1) {
          const page = pageAt();
          // One in five looks at a page again within its age, and asks nobody.
          if (browserKeeps && random() < 0.2 && now - (seen.get(page) ?? -Infinity) < maxAge) continue;
          seen.set(page, now);
          total.asked += 1;
          if (isPeak) total.peakAsked += 1;
          const place = kept[Math.floor(random() * places)];
          const age = now - place[page];
          if (age < maxAge) continue;
          place[page] = now;
          atOrigin += 1;
          if (age >= maxAge + stale) total.blocking += 1;
        }
        total.origin += atOrigin;
        if (isPeak) total.peakOrigin += atOrigin;
        total.mostInASecond = Math.max(total.mostInASecond, atOrigin);
      }
    }
  }
  return total;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const visitors = Number(process.argv[2] ?? 450_000);
  const days = Number(process.argv[3] ?? 10);
  const rows = {};
  for (const [name, options] of [
    ['no CDN', { maxAge: 0, stale: 0, browserKeeps: false }],
    ['max-age 30, stale 300, 1 place', { places: 1 }],
    ['max-age 30, stale 300, 12 places', {}],
    ['max-age 30, stale 300, 60 places', { places: 60 }],
    ['max-age 120, stale 600, 12 places', { maxAge: 120, stale: 600 }],
  ]) {
    const { asked, origin, blocking, peakAsked, peakOrigin, mostInASecond } = simulate({
      visitors,
      days,
      ...options,
    });
    rows[name] = {
      'pages ask': asked,
      'reach the origin': origin,
      'of them a shopper waits for': blocking,
      '%': Math.round((origin / asked) * 1000) / 10,
      'peak hour, asked/s': Math.round((peakAsked / 3600) * 10) / 10,
      'peak hour, origin/s': Math.round((peakOrigin / 3600) * 10) / 10,
      'most in a second': mostInASecond,
    };
  }
  console.log(
    `${visitors} visitors in ${days} days, six pages each, 3000 product sets; the fourth day has four times the others`,
  );
  console.table(rows);
}
