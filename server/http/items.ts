import { incidentProperties } from '../../data/incident/schema.ts';
import { FILTER_PARAMETERS } from '../../data/query/filter.ts';
import { readItems } from '../domain/items.ts';
import type { PageEnd } from '../domain/ports/incident-store.ts';
import { isNotModified } from './conditional.ts';
import type { Context } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { GEOJSON, HTML, type Link, type Links } from './links.ts';
import { ParameterReader, type Query, readPaging, refuse } from './parameters.ts';
import type { Endpoint } from './route.ts';
import { sendBody } from './send.ts';
import { madeFor } from './waiting.ts';

export const ITEMS_PATH = '/api/collections/incidents/items';
export const ITEMS_PARAMETERS = [
  ...FILTER_PARAMETERS,
  'limit',
  'cursor',
  'sortby',
  'properties',
] as const;
export const PROPERTY_NAMES: readonly string[] = Object.keys(incidentProperties.shape);
/** Largest page. */
export const MOST_ITEMS = 1000;

/** `GET …/items`: a page of the incidents that match, in order of time, with a link to the next. */
export function itemsEndpoint(
  context: Pick<Context, 'incidents' | 'views' | 'isReady'>,
  links: Links,
): Endpoint {
  return {
    parameters: ITEMS_PARAMETERS,
    async handle(request, response, query) {
      const { filter, page } = readQuestion(query);
      if (isNotModified(request, response, await context.incidents.revision())) return;
      const read = await madeFor(response, (signal) => readItems(filter, page, context, signal));
      if (read === null) return;
      const { features, numberMatched, next, revision } = read;
      if (isNotModified(request, response, revision)) return;
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

function readQuestion(query: Query) {
  const reader = new ParameterReader(query);
  const filter = reader.filter();
  const paging = readPaging(reader, MOST_ITEMS, readCursor);
  const newestFirst = reader.value(
    'sortby',
    false,
    (text) => (text === 'occurredAt' ? false : text === '-occurredAt' ? true : null),
    'Expected occurredAt, or -occurredAt for the newest first.',
  );
  const properties = reader.value(
    'properties',
    null,
    propertiesIn,
    `Expected one or more of: ${PROPERTY_NAMES.join(', ')}; separated by commas.`,
  );
  refuse(reader.errors);
  return { filter, page: { ...paging, newestFirst, properties } };
}

function propertiesIn(text: string): readonly string[] | null {
  const names = [...new Set(text.split(','))];
  return names.every((name) => PROPERTY_NAMES.includes(name)) ? names : null;
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
