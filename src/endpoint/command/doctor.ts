import { sql } from 'kysely';
import { connect } from '../database/connect.js';
import { sightOf } from '../database/sight.js';
import { kindOf } from '../log.js';
import type { Settings } from '../settings.js';

/** `backorder-elements doctor`: a line for each thing that it looks at; changes nothing. */
export async function doctor(settings: Settings, say: (text: string) => 0): Promise<number> {
  let wrong = 0;
  const note = (isSound: boolean, text: string): void => {
    if (!isSound) wrong += 1;
    say(`${isSound ? '✔' : '✘'} ${text}\n`);
  };
  note(true, 'The settings can be read.');
  if (settings.SHOP_ORIGINS.length === 0)
    say('– SHOP_ORIGINS is empty: pages of other origins may not ask.\n');
  if (!settings.PUBLIC_URL) say('– PUBLIC_URL is not set: mails can have no links.\n');
  try {
    const { problems } = await sightOf(settings.DATABASE_URL, 'integrity_check');
    note(problems.length === 0, problems[0] ?? 'The database is whole, and of this version.');
    if (problems.length === 0) await lookAtCounts(settings.DATABASE_URL, note);
  } catch (error) {
    note(false, `The database cannot be opened (${kindOf(error)}).`);
  }
  return wrong > 0 ? 1 : 0;
}

/** Counts that no order of events could have made. */
async function lookAtCounts(address: string, note: (isSound: boolean, text: string) => void): Promise<void> {
  const database = await connect(address);
  const { db } = database;
  try {
    const below = await db
      .selectFrom('items')
      .select((it) => it.fn.countAll<number>().as('items'))
      .where((it) =>
        it.or(
          (['shelf_held', 'shelf_sold', 'beyond_held', 'beyond_sold'] as const).map((name) =>
            it(name, '<', 0),
          ),
        ),
      )
      .executeTakeFirstOrThrow();
    note(Number(below.items) === 0, 'No count of held or sold pieces is below zero.');
    const astray = await sql<{ items: number }>`
      select count(*) as items from items where shelf_held + beyond_held <> coalesce((
        select sum(shelf + beyond) from reservation_lines join reservations on reservations.id = reservation
        where state = 'held' and reservation_lines.product = items.product
          and reservation_lines.variant = items.variant), 0)`.execute(db);
    note(Number(astray.rows[0]?.items) === 0, 'What is held is what open reservations hold.');
  } finally {
    await database.close();
  }
}
