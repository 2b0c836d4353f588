import { FILTER_PARAMETERS } from '../../data/query/filter.ts';
import { byDay } from '../domain/changes.ts';
import type { ChangesEnd, IncidentHistory } from '../domain/ports/incident-history.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { readChangesCursor, writeChangesCursor } from './changes-cursor.ts';
import { isNotModified } from './conditional.ts';
import { HTML, JSON_TYPE, type Link, type Links } from './links.ts';
import { ParameterReader, type Query, readPaging, refuse } from './parameters.ts';
import type { Endpoint } from './route.ts';
import { sendJson } from './send.ts';
import { madeFor } from './waiting.ts';

export const CHANGES_PATH = '/api/changes';
export const FEED_PATH = '/api/incidents.atom';
export const FEED_TYPE = 'application/atom+xml';
export const CHANGES_PARAMETERS = [...FILTER_PARAMETERS, 'limit', 'cursor'] as const;
const MOST_CHANGES = 1000;

/** `GET /api/changes`: what happened to records and what became known, by day, newest first. */
export function changesEndpoint(
  store: Pick<IncidentStore, 'revision'>,
  history: IncidentHistory,
  links: Links,
): Endpoint {
  return {
    parameters: CHANGES_PARAMETERS,
    async handle(request, response, query) {
      const { filter, limit, after } = read(query);
      if (isNotModified(request, response, await store.revision())) return;
      const page = await madeFor(response, (signal) =>
        history.changes(filter, { limit, after, signal }),
      );
      if (page === null) return;
      if (isNotModified(request, response, page.revision)) return;
      sendJson(request, response, {
        days: byDay(page.changes),
        links: linksOf(query, page.next, links),
        revision: page.revision,
      });
    },
  };
}

function read(query: Query) {
  const reader = new ParameterReader(query);
  const filter = reader.filter();
  const paging = readPaging(reader, MOST_CHANGES, readChangesCursor);
  refuse(reader.errors);
  return { filter, ...paging };
}

function linksOf(query: Query, next: ChangesEnd | null, links: Links): Link[] {
  const filter = new Map([...query].filter(([name]) => name !== 'limit' && name !== 'cursor'));
  const found: Link[] = [
    { rel: 'self', type: JSON_TYPE, href: links.to(CHANGES_PATH, query) },
    { rel: 'alternate', type: HTML, title: 'The same to read', href: changesPage(filter, links) },
    { rel: 'alternate', type: FEED_TYPE, title: 'Feed', href: links.to(FEED_PATH, filter) },
  ];
  if (next !== null) {
    const following = new Map([...query, ['cursor', writeChangesCursor(next)]]);
    found.push({ rel: 'next', type: JSON_TYPE, href: links.to(CHANGES_PATH, following) });
  }
  return found;
}

/** The screen on the map that lists the same. */
export function changesPage(filter: Query, links: Links): string {
  return `${links.map(filter)}#changes`;
}
