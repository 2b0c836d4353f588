import { setTimeout as delay } from 'node:timers/promises';
import type { IncidentFilter } from '../../data/query/filter.ts';
import type { IncidentStore, Page, PageRequest } from './ports/incident-store.ts';
import type { Views } from './ports/views.ts';

const ATTEMPTS = 3;
/** A commit is visible some milliseconds before its change is told. */
const RETRY_MS = 10;

interface Parts {
  readonly incidents: Pick<IncidentStore, 'find' | 'items' | 'itemsAmong'>;
  readonly views: Pick<Views, 'list'>;
  /** False until the index holds what the store holds. */
  isReady(): boolean;
}

/**
 * Reads a page of what matches: the index counts it and says which versions stand on the page, and the
 * store reads these. Where the index cannot tell, the store looks by itself, which takes as long as
 * there are incidents.
 * @param signal aborted once nobody waits any more.
 */
export async function readItems(
  filter: IncidentFilter,
  page: PageRequest,
  { incidents, views, isReady }: Parts,
  signal: AbortSignal,
): Promise<Page> {
  const { text, ...others } = filter;
  const request = {
    ...others,
    newestFirst: page.newestFirst,
    after: page.after?.occurredAt ?? null,
    // One more tells whether there is a next page.
    limit: page.limit + 1,
  };
  for (let attempt = 0; attempt < ATTEMPTS && isReady(); attempt++) {
    const found = text === null ? null : await incidents.find(text, signal);
    const textKeys = found?.keys ?? null;
    const listed = await views.list(
      { ...request, textKeys },
      { revision: found?.revision ?? null, signal },
    );
    if (listed) {
      const { keys, matched } = listed.answer;
      if (keys === null) break;
      const read = await incidents.itemsAmong(keys, page, matched);
      // What another process wrote is in the next view and in the next page at the same time.
      if (read) return { ...read, revision: listed.revision };
    }
    await delay(attempt * RETRY_MS);
  }
  return incidents.items(filter, page, signal);
}
