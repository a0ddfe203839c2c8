import type { DemandReport } from './demand-schema.js';
import { markup, type Markup } from './markup.js';
import { WEEK } from './week.js';

/** Periods that are a click away, in weeks. */
const PERIODS = [4, 12, 52];

/** Chooses the period. The link goes along in each address, as there is no cookie. */
export function periodForm(
  { from, to, weeks, asOf }: DemandReport,
  { link, problem }: { link: string; problem?: string | undefined },
): Markup {
  const today = asOf.slice(0, 10);
  const since = (count: number): string =>
    new Date(Date.parse(asOf) - (count - 1) * WEEK).toISOString().slice(0, 10);
  const address = (path: string, query: Readonly<Record<string, string>>): string =>
    `${path}?${new URLSearchParams({ link, ...query }).toString()}`;
  const period = { from, to };
  return markup`<form class="period" action="demand" method="get" aria-label="Period">
<input type="hidden" name="link" value="${link}">
<label>From the week of <input type="date" name="from" value="${from}" required></label>
<label>to <input type="date" name="to" value="${to}" required></label>
<button>Show</button>
<p class="period__links">${PERIODS.map(
    (count) =>
      markup`<a href="${address('demand', { from: since(count), to: today })}"${
        count === weeks.length && markup` aria-current="true"`
      }>${count} weeks</a> `,
  )}<a href="${address('demand.csv', { ...period, by: 'item' })}" download>CSV by item</a> <a href="${address('demand.csv', period)}" download>CSV by week</a></p>
</form>
${problem && markup`<p class="wrong" role="alert">${problem}</p>`}`;
}
