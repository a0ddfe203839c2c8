import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { connect, isPostgresAddress } from '../database/connect.js';
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
    const [problem = missing(settings.DATABASE_URL)] = problems;
    if (problem !== undefined) note(false, problem);
    else await lookAtCounts(settings.DATABASE_URL, note);
  } catch (error) {
    note(false, `The database cannot be opened (${kindOf(error)}).`);
  }
  return wrong > 0 ? 1 : 0;
}

/** To open a SQLite file that is not there would make one. */
function missing(address: string): string | undefined {
  const made = isPostgresAddress(address) || /^(?:file|:memory):/.test(address) || existsSync(address);
  return made ? undefined : 'There is no database of this name yet; serve makes it.';
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
    // Only what could be asked is said to be whole.
    note(true, 'The database is whole, and of this version.');
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
