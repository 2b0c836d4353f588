import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { IncidentDraft } from '../../data/incident/schema.ts';
import { NO_FILTER } from '../../data/query/filter.ts';
import { syntheticIncident } from '../../data/synthetic/incident.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { type Environment, readSettings, SettingsError } from '../settings.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { StoreError } from '../store/sqlite/store-error.ts';
import { asksForHelp } from './help.ts';
import { Progress, type ProgressOutput } from './progress.ts';

const USAGE =
  'Usage: npm run generate -- --count N [--seed S] [--mix]   (made-up incidents, flagged synthetic; --mix adds them beside real ones)';
const MOST = 100_000_000;

interface Order {
  readonly count: number;
  readonly seed: number;
  readonly mix: boolean;
}

/**
 * `npm run generate -- --count N --seed S`: fills the database with made-up incidents. The same seed
 * gives the same ones; made again, they replace themselves. A running server looks for them by itself.
 * @param options what stands after the `--`.
 * @returns the exit code: 0; 1 where the database or a setting cannot be used; 2 for wrong usage.
 */
export async function generateCommand(
  options: readonly string[],
  environment: Environment,
  output: ProgressOutput,
): Promise<number> {
  if (asksForHelp(options)) {
    output.write(`${USAGE}\n`);
    return 0;
  }
  const order = readOrder(options);
  if (typeof order === 'string') {
    output.write(`${order}\n${USAGE}\n`);
    return 2;
  }
  try {
    const { database } = readSettings(environment);
    const store = await openSqliteStore(database.path);
    try {
      if (!order.mix && (await holdsRealRecords(store.incidents))) {
        output.write(
          `The database ${database.path} holds real records. Set DATABASE_URL to another one, or say --mix to put synthetic ones beside them.\n`,
        );
        return 1;
      }
      await generate(store.incidents, order, output);
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof StoreError)) throw error;
    output.write(`${error.message}\n`);
    return 1;
  }
}

async function generate(
  store: Pick<IncidentStore, 'putAll'>,
  order: Order,
  output: ProgressOutput,
): Promise<void> {
  const progress = new Progress('Synthetic incidents', order.count, output);
  await store.putAll(made(order), Date.now(), (written) => progress.show(written));
  progress.end();
  output.write('A server that runs on this database shows them some seconds later.\n');
}

/** Each is made when it is asked for. */
function* made({ seed, count }: Order): Generator<IncidentDraft> {
  for (let index = 0; index < count; index++) yield syntheticIncident(seed, index);
}

/** Reads until the first record that is not synthetic. Within a text its quotes would be escaped. */
async function holdsRealRecords(store: IncidentStore): Promise<boolean> {
  for await (const features of store.stream(NO_FILTER, '\n')) {
    if (features.includes('"synthetic":false')) return true;
  }
  return false;
}

/** @returns what is wrong with the options, where something is. */
function readOrder(options: readonly string[]): Order | string {
  try {
    const { values } = parseArgs({
      args: [...options],
      options: {
        count: { type: 'string' },
        seed: { type: 'string', default: '1' },
        mix: { type: 'boolean', default: false },
      },
    });
    const count = readWhole(values.count ?? '');
    const seed = readWhole(values.seed);
    if (count === null || count < 1 || count > MOST) {
      return `--count: received ${JSON.stringify(values.count) ?? 'nothing'}; accepted is a whole number from 1 to ${MOST}.`;
    }
    if (seed === null) {
      return `--seed: received ${JSON.stringify(values.seed)}; accepted is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`;
    }
    return { count, seed, mix: values.mix };
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function readWhole(text: string): number | null {
  const value = Number(text.replaceAll('_', ''));
  return /^\d[\d_]*$/.test(text) && Number.isSafeInteger(value) ? value : null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await generateCommand(process.argv.slice(2), process.env, process.stderr);
}
