/**
 * One download, measured in a process of its own, so that its memory is its own:
 * `tsx export-process.ts stream|stringify DATABASE`. Prints one line of JSON.
 *
 * - stream: every feature as the download has it, made into bytes.
 * - stringify: the peer, `JSON.stringify` of features that are objects in memory.
 */
import { NO_FILTER } from '../../data/query/filter.ts';
import type { IncidentStore } from '../../server/domain/ports/incident-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { timeOf, withStall } from './measure.ts';

/** So many features are one text of about 150 MB, which V8 still makes. */
const STRINGIFIED = 100_000;

export interface ExportFigures {
  readonly megabytesPerSecond: number;
  readonly residentMegabytes: number;
  readonly stallMs: number;
}

const [mode = '', path = ''] = process.argv.slice(2);
const store = await openSqliteStore(path);
const figures = await measure(store.incidents);
await store.close();
console.log(JSON.stringify(figures));

async function measure(incidents: IncidentStore): Promise<ExportFigures> {
  if (mode === 'stringify') return stringify(await features(incidents, STRINGIFIED));
  let resident = process.memoryUsage.rss();
  const watching = setInterval(() => {
    resident = Math.max(resident, process.memoryUsage.rss());
  }, 50);
  let bytes = 0;
  const { result: milliseconds, stallMs } = await withStall(() =>
    timeOf(async () => {
      for await (const text of incidents.stream(NO_FILTER, ',\n'))
        bytes += Buffer.from(text).length;
    }),
  );
  clearInterval(watching);
  return {
    megabytesPerSecond: bytes / 1000 / milliseconds,
    residentMegabytes: resident / 1e6,
    stallMs,
  };
}

async function stringify(objects: readonly unknown[]): Promise<ExportFigures> {
  let bytes = 0;
  const { result: milliseconds, stallMs } = await withStall(() =>
    timeOf(() => {
      bytes = Buffer.from(JSON.stringify(objects)).length;
    }),
  );
  const residentMegabytes = process.memoryUsage.rss() / 1e6;
  return { megabytesPerSecond: bytes / 1000 / milliseconds, residentMegabytes, stallMs };
}

async function features(incidents: IncidentStore, most: number): Promise<unknown[]> {
  const objects: unknown[] = [];
  for await (const text of incidents.stream(NO_FILTER, ',')) {
    objects.push(...JSON.parse(`[${text}]`));
    if (objects.length >= most) break;
  }
  return objects;
}
