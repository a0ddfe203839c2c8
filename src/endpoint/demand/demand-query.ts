import { z } from '@hono/zod-openapi';

const day = z.iso.date({ error: 'Must be a day such as 2026-11-22.' });

/** What a report is asked for with, in the API and on the page. */
export const DEMAND_QUERY = z.object({
  from: day.optional().openapi({ description: 'A day of the first week; twelve weeks in all when left out' }),
  to: day.optional().openapi({ description: 'A day of the last week; today when left out' }),
  product: z
    .string()
    .max(2_000)
    .transform((text) => [...new Set(text.split(',').filter(Boolean))])
    .pipe(
      z
        .array(
          z
            .string()
            .max(200)
            .regex(/^\P{Cc}*$/u),
        )
        .max(50),
    )
    .optional()
    .openapi({ description: 'Ids, handles or SKUs, with commas between; every product when left out' }),
});

/** The same for the API. */
export const DEMAND_API_QUERY = DEMAND_QUERY.extend({
  exact: z
    .literal('1')
    .optional()
    .openapi({ description: 'Tells counts below 5 as well; the key needs the scope `people:admin`' }),
  by: z
    .enum(['week', 'item'])
    .default('week')
    .openapi({ description: 'CSV only: a row for each week of each item, or one for each item' }),
});

export type DemandQuery = z.output<typeof DEMAND_QUERY>;
