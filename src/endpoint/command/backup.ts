import { existsSync } from 'node:fs';
import { isPostgresAddress } from '../database/connect.js';

/**
 * `backorder-elements backup`: SQLite writes the copy by itself, as of one moment; others read and write meanwhile.
 *
 * @throws Error where there is nothing to copy, or something already in the place
 */
export async function backup(address: string, file: string, say: (text: string) => 0): Promise<number> {
  if (isPostgresAddress(address)) throw new Error('This is for SQLite. Back up PostgreSQL with pg_dump.');
  if (!existsSync(address)) throw new Error('There is no database of this name.');
  if (existsSync(file)) throw new Error('There is already a file of this name; nothing was written.');
  const { default: Sqlite } = await import('libsql');
  const source = new Sqlite(address);
  try {
    source.pragma('busy_timeout = 5000');
    source.prepare('vacuum into ?').run(file);
  } finally {
    source.close();
  }
  const copy = new Sqlite(file, { readonly: true });
  try {
    const rows = copy.pragma('integrity_check') as { integrity_check: string }[];
    if (rows[0]?.integrity_check !== 'ok') throw new Error('The copy is not sound; do not rely on it.');
  } finally {
    copy.close();
  }
  return say(`${file}\n`);
}
