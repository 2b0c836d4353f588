import { syntheticIncident } from '../../../data/synthetic/incident.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';

/** Fills the database of its first argument without end, and prints how many are written so far. */
const store = await openSqliteStore(process.argv[2] ?? '');
await store.incidents.putAll(endless(), Date.now(), (count) => process.stdout.write(`${count}\n`));

function* endless() {
  for (let index = 0; ; index++) yield syntheticIncident(1, index);
}
