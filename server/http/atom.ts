import { Feed } from 'feed';
import type { PublicChange } from '../../data/incident/public-history.ts';
import { FILTER_PARAMETERS } from '../../data/query/filter.ts';
import { nextCentral, startOfCentral } from '../../data/time/central.ts';
import { findChanges, publicChange } from '../domain/changes.ts';
import { escapeHtml } from '../domain/html.ts';
import type {
  ChangesPage,
  IncidentHistory,
  RecordChange,
} from '../domain/ports/incident-history.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { CHANGES_PATH, changesPage, FEED_PATH, FEED_TYPE } from './changes.ts';
import { readChangesCursor, writeChangesCursor } from './changes-cursor.ts';
import { isNotModified } from './conditional.ts';
import type { Links } from './links.ts';
import { ParameterReader, type Query, readStart, refuse } from './parameters.ts';
import type { Endpoint } from './route.ts';
import { sendBody } from './send.ts';
import { madeFor } from './waiting.ts';

const MAP_NAME = 'Minneapolis Incident Map';
export const FEED_PARAMETERS = [...FILTER_PARAMETERS, 'cursor'] as const;
/** A reader asks often. */
const ENTRIES = 50;
/** Of what changed, looked at for a document of the feed: 300,000 versions. */
const MOST_PAGES = 5;

/**
 * `GET /api/incidents.atom`: the latest changes that match, as an Atom feed (RFC 4287). What came before
 * them, and where little matches what was looked at no farther, follows by `next` (RFC 5005 §3).
 * @param now in milliseconds since 1970.
 */
export function atomEndpoint(
  store: Pick<IncidentStore, 'revision'>,
  history: IncidentHistory,
  links: Links,
  now: () => number,
): Endpoint {
  return {
    parameters: FEED_PARAMETERS,
    async handle(request, response, query) {
      const reader = new ParameterReader(query);
      const filter = reader.filter();
      const after = readStart(reader, readChangesCursor);
      refuse(reader.errors);
      if (isNotModified(request, response, await store.revision())) return;
      const page = await madeFor(response, (signal) =>
        findChanges(history, filter, { limit: ENTRIES, after, signal }, MOST_PAGES),
      );
      if (page === null) return;
      if (isNotModified(request, response, page.revision)) return;
      sendBody(request, response, `${FEED_TYPE}; charset=utf-8`, feedOf(page, query, links, now()));
    },
  };
}

function feedOf({ changes, next }: ChangesPage, query: Query, links: Links, now: number): string {
  const filter = new Map([...query].filter(([name]) => name !== 'cursor'));
  const feed = new Feed({
    title: `${MAP_NAME}: what changed`,
    id: links.to(FEED_PATH, filter),
    link: changesPage(filter, links),
    feedLinks: { atom: links.to(FEED_PATH, query) },
    updated: new Date(latestOf(changes) ?? startOfCentral('day', now)),
    author: { name: MAP_NAME },
    copyright: '',
    generator: MAP_NAME,
  });
  for (const change of changes) {
    const told = publicChange(change);
    feed.addItem({
      title: escapeHtml(titleOf(told)),
      id: entryId(change, told, links),
      link: linkOf(told, filter, links),
      date: new Date(datedAt(change)),
      content: contentOf(told),
    });
  }
  if (next === null) return feed.atom1();
  const following = new Map([...filter, ['cursor', writeChangesCursor(next)]]);
  const link = `<link rel="next" href="${escapeHtml(links.to(FEED_PATH, following))}"/>`;
  // The library has no place for it.
  return feed.atom1().replace('</generator>', (tag) => `${tag}\n    ${link}`);
}

/** @returns null for none: that nothing is in it can be said as of today, and of no other day. */
function latestOf(changes: readonly RecordChange[]): number | null {
  return changes.length === 0 ? null : Math.max(...changes.map(datedAt));
}

/**
 * What is known to the day alone stands at its last millisecond in the order of changes. An entry is dated
 * by where that day begins: it tells the hour no more than its end does, and never lies ahead (RFC 4287
 * §4.2.15).
 */
function datedAt({ end: { at } }: RecordChange): number {
  return nextCentral('day', at) - 1 === at ? startOfCentral('day', at) : at;
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
