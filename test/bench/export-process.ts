/**
 * One download, measured in a process of its own, so that its memory is its own:
 * `tsx export-process.ts stream|serve|stringify DATABASE`. Prints one line of JSON.
 *
 * - stream: every feature as the download has it, made into bytes.
 * - serve: the same while 50 views a second are answered.
 * - stringify: the peer, `JSON.stringify` of features that are objects in memory.
 */
import { NO_FILTER } from '../../data/query/filter.ts';
import type { IncidentStore } from '../../server/domain/ports/incident-store.ts';
import { IncidentIndex } from '../../server/index/incident-index.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { timeOf, withStall } from './measure.ts';
import { FILTERS, requestOf, VIEWPORTS } from './requests.ts';

/** So many features are one text of about 150 MB, which V8 still makes. */
const STRINGIFIED = 100_000;
const VIEW_EVERY_MS = 20;

export interface ExportFigures {
  readonly megabytesPerSecond: number;
  readonly residentMegabytes: number;
  readonly stallMs: number;
  readonly views: number;
}

const [mode = '', path = ''] = process.argv.slice(2);
const store = await openSqliteStore(path);
const figures = await measure(store.incidents);
await store.close();
console.log(JSON.stringify(figures));

async function measure(incidents: IncidentStore): Promise<ExportFigures> {
  if (mode === 'stringify') return stringify(await features(incidents, STRINGIFIED));
  let views = 0;
  const index = mode === 'serve' ? new IncidentIndex(incidents) : null;
  await index?.fill();
  let resident = process.memoryUsage.rss();
  const watching = setInterval(() => {
    resident = Math.max(resident, process.memoryUsage.rss());
  }, 50);
  const serving = setInterval(() => {
    const viewport = VIEWPORTS[views % VIEWPORTS.length] ?? VIEWPORTS[0];
    const { filter } = FILTERS[views % FILTERS.length] ?? {};
    if (index && viewport && filter) JSON.stringify(index.view(requestOf(filter, viewport)));
    views++;
  }, VIEW_EVERY_MS);
  if (!index) clearInterval(serving);
  let bytes = 0;
  const { result: milliseconds, stallMs } = await withStall(() =>
    timeOf(async () => {
      for await (const text of incidents.stream(NO_FILTER, ',\n'))
        bytes += Buffer.from(text).length;
    }),
  );
  clearInterval(serving);
  clearInterval(watching);
  return {
    megabytesPerSecond: bytes / 1000 / milliseconds,
    residentMegabytes: resident / 1e6,
    stallMs,
    views: index ? views : 0,
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
  return { megabytesPerSecond: bytes / 1000 / milliseconds, residentMegabytes, stallMs, views: 0 };
}

async function features(incidents: IncidentStore, most: number): Promise<unknown[]> {
  const objects: unknown[] = [];
  for await (const text of incidents.stream(NO_FILTER, ',')) {
    objects.push(...JSON.parse(`[${text}]`));
    if (objects.length >= most) break;
  }
  return objects;
}
