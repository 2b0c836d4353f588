import { once } from 'node:events';
import type { Response } from 'express';
import { FILTER_PARAMETERS } from '../../data/query/filter.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { GEOJSON } from './links.ts';
import { ParameterReader, refuse } from './parameters.ts';
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

/** A client that takes nothing for so long has gone; its snapshot of the data is given up. */
const IDLE_MS = 60_000;

/** `GET /api/incidents.{extension}`: every incident that matches, streamed as fast as it is taken. */
export function downloadEndpoint(store: IncidentStore, format: Format): Endpoint {
  return {
    parameters: FILTER_PARAMETERS,
    async handle(request, response, query) {
      const reader = new ParameterReader(query);
      const filter = reader.filter();
      refuse(reader.errors);
      response.setHeader('Content-Type', format.type);
      response.setHeader(
        'Content-Disposition',
        `attachment; filename="minneapolis-incidents.${format.extension}"`,
      );
      // `no-transform` also keeps it from being compressed here, which would hold chunks back.
      response.setHeader('Cache-Control', 'no-cache, no-transform');
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      response.setTimeout(IDLE_MS, () => response.destroy());
      await sendAll(response, store.stream(filter, format.separator), format);
    },
  };
}

/** The first chunk is awaited before anything is sent, so that a failing store can still be told. */
async function sendAll(response: Response, chunks: AsyncIterable<string>, format: Format) {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  let before = format.head;
  let isEmpty = true;
  for await (const chunk of chunks) {
    if (gone.signal.aborted) return;
    const hasRoom = response.write(before + chunk);
    before = format.separator;
    isEmpty = false;
    if (!hasRoom && !(await drained(response, gone.signal))) return;
  }
  if (gone.signal.aborted) return;
  response.end(isEmpty ? format.head + (format.head === '' ? '' : format.tail) : format.tail);
}

/** @returns false where the client went away first. */
async function drained(response: Response, gone: AbortSignal): Promise<boolean> {
  try {
    await once(response, 'drain', { signal: gone });
    return true;
  } catch {
    return false;
  }
}
