// Migrates a database and is killed before its nth statement: `node migrate-and-die.mjs ADDRESS N`.
import { connect } from '../../dist/endpoint/database/connect.js';
import { migrate } from '../../dist/endpoint/database/migrate.js';

const [address, last] = process.argv.slice(2);
const database = await connect(address);
let statements = 0;
const die = {
  transformQuery({ node }) {
    statements += 1;
    if (statements > Number(last)) process.kill(process.pid, 'SIGKILL');
    return node;
  },
  transformResult: async ({ result }) => result,
};
await migrate({ ...database, db: database.db.withPlugin(die) });
await database.close();
