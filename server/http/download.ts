import { once } from 'node:events';
import type { Response } from 'express';
import { FILTER_PARAMETERS, type IncidentFilter, writeFilter } from '../../data/query/filter.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { GEOJSON } from './links.ts';
import { ParameterReader, refuse } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import type { Endpoint } from './route.ts';

/** How the Features of a download are put together. */
interface Format {
  readonly extension: string;
  readonly type: string;
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
}

export const FORMATS: readonly Format[] = [
  {
    extension: 'geojson',
    type: GEOJSON,
    head: '{"type":"FeatureCollection","features":[\n',
    separator: ',\n',
    tail: '\n]}\n',
  },
  { extension: 'geojsonl', type: 'application/x-ndjson', head: '', separator: '\n', tail: '\n' },
];

export interface DownloadLimits {
  /**
   * How long a client may take for a chunk (half a megabyte or so), or wait for the first: an open
   * snapshot keeps the database's log from shrinking, and others wait for its connection.
   */
  readonly chunkMs: number;
  /** Of each format; who comes when so many run or wait is told to come again. */
  readonly atOnce: number;
}

const LIMITS: DownloadLimits = { chunkMs: 60_000, atOnce: 64 };

/** `GET /api/incidents.{extension}`: every incident that matches, streamed as fast as it is taken. */
export function downloadEndpoint(
  store: IncidentStore,
  format: Format,
  { chunkMs, atOnce }: DownloadLimits = LIMITS,
): Endpoint {
  let running = 0;
  return {
    parameters: FILTER_PARAMETERS,
    async handle(request, response, query) {
      const reader = new ParameterReader(query);
      const filter = reader.filter();
      refuse(reader.errors);
      if (running >= atOnce) throw tooMany();
      response.setHeader('Content-Type', format.type);
      response.setHeader(
        'Content-Disposition',
        `attachment; filename="${fileName(filter, format.extension)}"`,
      );
      // `no-transform` also keeps it from being compressed here, which would hold chunks back.
      response.setHeader('Cache-Control', 'no-cache, no-transform');
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      running++;
      try {
        await sendAll(response, store.stream(filter, format.separator), format, chunkMs);
      } finally {
        running--;
      }
    },
  };
}

/** Downloads of one view, all of it and its parts, do not overwrite each other. */
function fileName(filter: IncidentFilter, extension: string): string {
  return `minneapolis-incidents${partOf(filter)}.${extension}`;
}

function partOf(filter: IncidentFilter): string {
  if (filter.bbox) return '-in-view';
  if (filter.placed === false) return '-without-place';
  return writeFilter(filter).length > 0 ? '-filtered' : '';
}

function tooMany(): HttpProblem {
  const detail = 'Too many downloads are under way; try again in a moment.';
  return new HttpProblem(503, detail, [], { 'Retry-After': '5' });
}

/** The first chunk is awaited before anything is sent, so that a failing store can still be told. */
async function sendAll(
  response: Response,
  chunks: AsyncIterable<string>,
  format: Format,
  chunkMs: number,
): Promise<void> {
  const gone = new AbortController();
  const cut = setTimeout(() => response.destroy(), chunkMs);
  response.once('close', () => {
    clearTimeout(cut);
    gone.abort();
  });
  let before = format.head;
  let isEmpty = true;
  for await (const chunk of chunks) {
    if (gone.signal.aborted || response.destroyed) return;
    cut.refresh();
    const hasRoom = response.write(before + chunk);
    before = format.separator;
    isEmpty = false;
    if (!hasRoom && !(await isDrained(response, gone.signal))) return;
  }
  if (gone.signal.aborted || response.destroyed) return;
  cut.refresh();
  response.end(isEmpty ? format.head + (format.head === '' ? '' : format.tail) : format.tail);
}

/** @returns false where the client went away first, or was cut off. */
async function isDrained(response: Response, gone: AbortSignal): Promise<boolean> {
  try {
    await once(response, 'drain', { signal: gone });
    return true;
  } catch {
    return false;
  }
}
