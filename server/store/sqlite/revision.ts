import type { Connection } from './connection.ts';

/** @returns the number of the latest change; 0 before the first. */
export async function revisionOf(connection: Connection): Promise<number> {
  const row = await connection.get<{ revision: number }>('SELECT revision FROM counters');
  return row?.revision ?? 0;
}
