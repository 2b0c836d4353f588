import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { formatCentralExact } from '../../data/time/central.ts';
import { checkAudit } from '../domain/audit.ts';
import { canonicalJson } from '../domain/audit-chain.ts';
import type { AuditEntry } from '../domain/ports/audit-log.ts';
import { type Environment, readSettings, SettingsError } from '../settings.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { StoreError } from '../store/sqlite/store-error.ts';
import { asksForHelp } from './help.ts';
import { missingDatabase } from './missing-database.ts';

const USAGE = `Usage: npm run audit                     checks that every entry of the audit log stands unaltered
       npm run audit -- --list           prints the entries too
       npm run audit -- --expect HASH    checks also that the log still holds the entry of that hash,
                                         noted earlier: so that nothing was cut off its end`;

/**
 * `npm run audit`: checks the audit log's hash chain, also while the server runs.
 * @returns the exit code: 0; 1 where the log is not whole, or the database or a setting cannot be
 *   used; 2 for wrong usage.
 */
export async function auditCommand(
  options: readonly string[],
  environment: Environment,
  print: (line: string) => void,
): Promise<number> {
  if (asksForHelp(options)) {
    print(USAGE);
    return 0;
  }
  const order = readOrder(options);
  if (typeof order === 'string') {
    print(`${order}\n${USAGE}`);
    return 2;
  }
  try {
    const { path } = readSettings(environment).database;
    // To make an empty one, as opening does, and find it whole would tell of nobody's log.
    const missing = missingDatabase(path);
    if (missing !== null) {
      print(missing);
      return 1;
    }
    const store = await openSqliteStore(path);
    let isHeld = order.expected === null;
    const { count, last, brokenAt } = await checkAudit(store.audit, (entry) => {
      if (order.lists) print(lineOf(entry));
      if (entry.hash === order.expected) isHeld = true;
    });
    await store.close();
    if (brokenAt !== null) {
      print(`Entry ${brokenAt} does not follow from those before: the log was altered there.`);
      print(`Before it, ${entries(count)} as made; the hash of the last of them is ${last}`);
      return 1;
    }
    print(`In ${path}, ${entries(count)} as made. The last hash is ${last}`);
    if (!isHeld)
      print(`No entry has the hash ${order.expected}: the log was cut off, or made anew.`);
    return isHeld ? 0 : 1;
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof StoreError)) throw error;
    print(error.message);
    return 1;
  }
}

/** @returns what is wrong with the options, where something is. */
function readOrder(
  options: readonly string[],
): { lists: boolean; expected: string | null } | string {
  try {
    const { values } = parseArgs({
      args: [...options],
      options: { list: { type: 'boolean' }, expect: { type: 'string' } },
    });
    const expected = values.expect ?? null;
    if (expected !== null && !/^[0-9a-f]{64}$/.test(expected)) {
      return `--expect: received ${JSON.stringify(expected)}; accepted is a hash of 64 digits, as this command prints it.`;
    }
    return { lists: values.list === true, expected };
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function entries(count: number): string {
  return count === 1 ? '1 entry stands' : `${count} entries stand`;
}

function lineOf({ number, at, by, act, subject, detail, hash }: AuditEntry): string {
  return [number, formatCentralExact(at), by, act, subject, canonicalJson(detail), hash].join('\t');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await auditCommand(process.argv.slice(2), process.env, (line) =>
    console.log(line),
  );
}
