// A process that sells and is asked without end: node demand-writer.mjs DATABASE. Ends when its input does.
import { connect } from '../../dist/endpoint/database/connect.js';
import { transaction } from '../../dist/endpoint/database/transaction.js';
import { countDemand } from '../../dist/endpoint/demand/count-demand.js';

const [address, at] = process.argv.slice(2);
const database = await connect(address);
const table = { product: 'table', variant: '' };
let ended = false;
process.stdin.on('end', () => (ended = true)).resume();
while (!ended) {
  await transaction(database, async (tx) => {
    await countDemand(tx, Number(at), table, 'backordered', 3);
    await countDemand(tx, Number(at), table, 'asked', 3);
    await tx
      .updateTable('items')
      .set((it) => ({ beyond_sold: it('beyond_sold', '+', 3) }))
      .execute();
  });
  // Others get their turn: also the end of the input.
  await new Promise((resolve) => setTimeout(resolve));
}
await database.close();
