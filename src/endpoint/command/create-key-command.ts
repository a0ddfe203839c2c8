import { noteChange } from '../audit.js';
import { connect } from '../database/connect.js';
import { migrate } from '../database/migrate.js';
import { transaction } from '../database/transaction.js';
import { insertKey } from '../keys/bearer-key.js';
import { isScope, SCOPES, type Scope } from '../keys/scopes.js';

/**
 * `backorder-elements create-key`: the only way to a first key.
 *
 * @param scopes names with commas between, or `all`
 * @throws Error for a scope that there is not
 */
export async function createKeyCommand(
  address: string,
  name: string,
  scopes: string,
  say: (text: string) => 0,
): Promise<number> {
  const wanted =
    scopes === 'all' ? (Object.keys(SCOPES) as Scope[]) : scopes.split(',').map((it) => it.trim());
  if (!wanted.every(isScope)) {
    const known = Object.entries(SCOPES).map(([scope, what]) => `  ${scope}: ${what}`);
    throw new Error(`One of these scopes is none. There are:\n${known.join('\n')}`);
  }
  const database = await connect(address);
  try {
    await migrate(database);
    const { key } = await transaction(database, async (tx) => {
      const now = Date.now();
      const made = await insertKey(tx, now, name, wanted);
      const change = { action: 'key.create', subject: made.id, after: { name, scopes: wanted } };
      await noteChange(tx, now, { actor: 'command', ...change });
      return made;
    });
    return say(`${key}\n`);
  } finally {
    await database.close();
  }
}
