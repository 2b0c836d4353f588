import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { report } from '../made-reports.ts';

/** Adds reports to the database of its first argument, and prints each id once it is acknowledged. */
const store = await openSqliteStore(process.argv[2] ?? '');
for (let number = 1; ; number++) {
  const id = `r${number}`;
  await store.reports.add({
    id,
    tokenHash: `hash-${id}`,
    receivedOn: '2026-02-01',
    feature: report(),
  });
  process.stdout.write(`${id}\n`);
}
