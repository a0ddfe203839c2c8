import { existsSync } from 'node:fs';
import { isPostgresAddress } from './connect.js';

/** Begins the names of the triggers that keep a database as it was when it was moved away. */
export const MOVED = 'moved_away_';

/** What was seen of a database before it is used. */
export interface Sight {
  /** Why it must not be used; none when it may. */
  readonly problems: readonly string[];
}

/**
 * Looks at a database without changing it: whether a SQLite file is whole, and whether it is of a version that this knows.
 * A database that is damaged only gets worse by use.
 *
 * @param check `quick_check` leaves out what takes long: whether indexes agree with their tables
 */
export async function sightOf(address: string, check: 'quick_check' | 'integrity_check'): Promise<Sight> {
  if (isPostgresAddress(address) || address === ':memory:') return { problems: [] };
  if (!existsSync(address)) {
    const rest = ['-wal', '-shm'].some((end) => existsSync(address + end));
    return {
      problems: rest
        ? ['The database file is gone, though what belongs to it is there. Restore it first.']
        : [],
    };
  }
  const { default: Sqlite } = await import('libsql');
  const damaged =
    'The database file is damaged, or no SQLite database. Restore a backup; it was not touched.';
  try {
    const file = new Sqlite(address);
    try {
      file.pragma('busy_timeout = 5000');
      const [row] = file.pragma(check) as Record<string, string>[];
      if (row?.[check] !== 'ok') return { problems: [damaged] };
      const gone = file.prepare(`select 1 from sqlite_master where name like '${MOVED}%' limit 1`).get();
      if (gone) return { problems: ['This database was moved to PostgreSQL. Start with that address.'] };
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && /CORRUPT|NOTADB/.test(String(error.code))) {
      return { problems: [damaged] };
    }
    throw error;
  }
  return { problems: [] };
}
