import { existsSync } from 'node:fs';

/** @returns what to say where there is no database, since to open one makes it; null where it is there. */
export function missingDatabase(path: string): string | null {
  return existsSync(path)
    ? null
    : `database ${path}: is not there. Set DATABASE_URL to the one that the server has.`;
}
