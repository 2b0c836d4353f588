import { FILTER_PARAMETERS } from '../../data/query/filter.ts';
import type { IncidentStore, PageEnd } from '../domain/ports/incident-store.ts';
import { isNotModified } from './conditional.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { GEOJSON, HTML, type Link, type Links } from './links.ts';
import { ParameterReader, type Query, readPaging, refuse } from './parameters.ts';
import type { Endpoint } from './route.ts';
import { sendBody } from './send.ts';

export const ITEMS_PATH = '/api/collections/incidents/items';
export const ITEMS_PARAMETERS = [...FILTER_PARAMETERS, 'limit', 'cursor', 'sortby'] as const;
/** Largest page. */
export const MOST_ITEMS = 1000;

/** `GET …/items`: a page of the incidents that match, in order of time, with a link to the next. */
export function itemsEndpoint(store: IncidentStore, links: Links): Endpoint {
  return {
    parameters: ITEMS_PARAMETERS,
    async handle(request, response, query) {
      const { filter, page } = read(query);
      if (isNotModified(request, response, await store.revision())) return;
      const { features, numberMatched, next, revision } = await store.items(filter, page);
      isNotModified(request, response, revision);
      const members = JSON.stringify({
        links: linksOf(query, next, links),
        numberMatched,
        numberReturned: features.length,
        timeStamp: new Date().toISOString(),
        revision,
      });
      const text = `{"type":"FeatureCollection","features":[${features.join(',')}],${members.slice(1)}`;
      sendBody(request, response, GEOJSON, text);
    },
  };
}

function read(query: Query) {
  const reader = new ParameterReader(query);
  const filter = reader.filter();
  const paging = readPaging(reader, MOST_ITEMS, readCursor);
  const newestFirst = reader.value(
    'sortby',
    false,
    (text) => (text === 'occurredAt' ? false : text === '-occurredAt' ? true : null),
    'Expected occurredAt, or -occurredAt for the newest first.',
  );
  refuse(reader.errors);
  return { filter, page: { ...paging, newestFirst } };
}

function linksOf(query: Query, next: PageEnd | null, links: Links): Link[] {
  const found: Link[] = [
    { rel: 'self', type: GEOJSON, href: links.to(ITEMS_PATH, query) },
    { rel: 'alternate', type: HTML, title: 'The same on the map', href: links.map(query) },
  ];
  if (next !== null) {
    const following = new Map([...query, ['cursor', writeCursor(next)]]);
    found.push({ rel: 'next', type: GEOJSON, href: links.to(ITEMS_PATH, following) });
  }
  return found;
}
