import { Feed } from 'feed';
import type { PublicChange } from '../../data/incident/public-history.ts';
import { FILTER_PARAMETERS } from '../../data/query/filter.ts';
import { publicChange } from '../domain/changes.ts';
import { escapeHtml } from '../domain/html.ts';
import type { IncidentHistory, RecordChange } from '../domain/ports/incident-history.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { CHANGES_PATH, changesPage, FEED_PATH, FEED_TYPE } from './changes.ts';
import { isNotModified } from './conditional.ts';
import type { Links } from './links.ts';
import { ParameterReader, type Query, refuse } from './parameters.ts';
import type { Endpoint } from './route.ts';
import { sendBody } from './send.ts';

const MAP_NAME = 'Minneapolis Incident Map';
/** A reader asks often; whoever wants more pages through `/api/changes`. */
const ENTRIES = 50;

/** `GET /api/incidents.atom`: the latest changes that match, as an Atom feed (RFC 4287). */
export function atomEndpoint(
  store: Pick<IncidentStore, 'revision'>,
  history: IncidentHistory,
  links: Links,
): Endpoint {
  return {
    parameters: FILTER_PARAMETERS,
    async handle(request, response, query) {
      const reader = new ParameterReader(query);
      const filter = reader.filter();
      refuse(reader.errors);
      if (isNotModified(request, response, await store.revision())) return;
      const page = await history.changes(filter, ENTRIES, null);
      isNotModified(request, response, page.revision);
      sendBody(
        request,
        response,
        `${FEED_TYPE}; charset=utf-8`,
        feedOf(page.changes, query, links),
      );
    },
  };
}

function feedOf(changes: readonly RecordChange[], query: Query, links: Links): string {
  const self = links.to(FEED_PATH, query);
  const feed = new Feed({
    title: `${MAP_NAME}: what changed`,
    id: self,
    link: changesPage(query, links),
    feedLinks: { atom: self },
    updated: new Date(changes[0]?.end.at ?? 0),
    author: { name: MAP_NAME },
    copyright: '',
    generator: MAP_NAME,
  });
  for (const change of changes) {
    const told = publicChange(change);
    feed.addItem({
      title: escapeHtml(titleOf(told)),
      id: entryId(change, told, links),
      link: linkOf(told, query, links),
      date: new Date(change.end.at),
      content: contentOf(told),
    });
  }
  return feed.atom1();
}

/** Stays as it is however often the feed is made: a version is named by the moment it is known from. */
function entryId({ end, revision }: RecordChange, told: PublicChange, links: Links): string {
  const which = end.source === 1 ? `revision-${revision}` : `known-${end.at}`;
  return `${links.to(CHANGES_PATH)}#${told.incidentId ?? 'withdrawn'}/${which}`;
}

function linkOf({ incidentId }: PublicChange, query: Query, links: Links): string {
  return incidentId === null
    ? changesPage(query, links)
    : links.map(new Map([['incident', incidentId]]));
}

const KINDS = {
  added: 'New',
  updated: 'Updated',
  learned: 'More became known',
  withdrawn: 'Withdrawn',
} as const;

function titleOf({ kind, title }: PublicChange): string {
  return title === null ? 'An incident was withdrawn' : `${KINDS[kind]}: ${title}`;
}

function contentOf({ what, why }: PublicChange): string {
  const lines = what.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  return `<ul>${lines}</ul>${why === null ? '' : `<p>${escapeHtml(why)}</p>`}`;
}
