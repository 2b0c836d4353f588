import { setTimeout as delay } from 'node:timers/promises';
import { FILTER_PARAMETERS, type IncidentFilter } from '../../data/query/filter.ts';
import { parseDatetime, type TimeSpan } from '../../data/time/span.ts';
import type { KeyBits } from '../../data/view/key-bits.ts';
import type { IncidentSummary } from '../../data/view/response.ts';
import type { ViewAnswer, ViewRequest } from '../../data/view/types.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import type { Counted, Views } from '../domain/ports/views.ts';
import type { AnswerCache } from './answer-cache.ts';
import { isNotModified } from './conditional.ts';
import { filling } from './health.ts';
import { GEOJSON } from './links.ts';
import { ParameterReader, parseCount, parseDecimal, type Query, refuse } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import type { Endpoint } from './route.ts';
import { Turns } from './turns.ts';
import { viewText } from './view-text.ts';

/** A view has a place for what has none: `unplaced`. */
export const VIEW_PARAMETERS = [
  ...FILTER_PARAMETERS.filter((name) => name !== 'placed'),
  'zoom',
  'bins',
  'span',
] as const;

const WORLD = [-180, -90, 180, 90] as const;
const RETRY_MS = 10;
/** Read in one turn of the event loop: about 1 ms. */
const SUMMARIES_AT_ONCE = 500;
export const DEFAULT_ZOOM = 11;
export const HIGHEST_ZOOM = 20;
export const DEFAULT_BINS = 60;
export const MOST_BINS = 1000;

/**
 * `GET /api/view`: what the map, the timeline and the counts show of a viewport, all counted in one
 * pass over one revision. Where there would be too many marks, the index gathers them at a lower
 * zoom; the answer's `zoom` says which.
 */
export function viewEndpoint(
  store: IncidentStore,
  views: Views,
  isReady: () => boolean,
  answers: AnswerCache,
): Endpoint {
  const turns = new Turns();
  return {
    parameters: VIEW_PARAMETERS,
    async handle(request, response, query) {
      const asked = read(query);
      if (!isReady()) throw filling();
      if (isNotModified(request, response, views.revision)) return;
      await answers.send(request, response, GEOJSON, async (signal) => {
        const { view, summaries } = await see(asked, signal);
        const text = await viewText(view, summaries, new Date().toISOString(), turns);
        return { text, revision: view.revision };
      });
    },
  };

  /**
   * The columns may move on while the store is asked: then everything is counted again. Where they had a
   * version that another process has taken away, what that wrote is waited for.
   */
  async function see(asked: Asked, signal: AbortSignal): Promise<Seen> {
    const { text } = asked.filter;
    let wanted: number | null = null;
    for (let attempt = 0; attempt < 5; attempt++) {
      const found = text === null ? null : await store.find(text, signal);
      const request = requestOf(asked, found?.keys ?? null);
      const view = await views.view(request, { revision: found?.revision ?? wanted, signal });
      wanted = null;
      if (view === null) {
        // A commit is visible some milliseconds before its change is told.
        await delay(attempt * RETRY_MS);
        continue;
      }
      const keys = view.answer.singles.map((single) => single.key);
      const summaries = await summariesOf(keys, signal);
      if (summaries.size === keys.length) return { view, summaries };
      const latest = await store.revision();
      if (latest > views.revision) wanted = latest;
    }
    throw new HttpProblem(503, 'The data is changing faster than it can be read; try again.', [], {
      'Retry-After': '1',
    });
  }

  /** @returns those of versions that are still there. */
  async function summariesOf(
    keys: readonly number[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, IncidentSummary>> {
    const summaries = new Map<number, IncidentSummary>();
    for (let start = 0; start < keys.length; start += SUMMARIES_AT_ONCE) {
      const found = await store.summaries(keys.slice(start, start + SUMMARIES_AT_ONCE));
      signal.throwIfAborted();
      for (const [key, summary] of found) summaries.set(key, summary);
    }
    return summaries;
  }
}

interface Seen {
  readonly view: Counted<ViewAnswer>;
  readonly summaries: ReadonlyMap<number, IncidentSummary>;
}

interface Asked {
  readonly filter: IncidentFilter;
  readonly zoom: number;
  readonly bins: number;
  readonly span: TimeSpan | undefined;
}

function read(query: Query): Asked {
  const reader = new ParameterReader(query);
  const filter = reader.filter();
  const zoom = reader.value(
    'zoom',
    DEFAULT_ZOOM,
    (text) => parseDecimal(text, 0, HIGHEST_ZOOM),
    `Expected a number from 0 to ${HIGHEST_ZOOM}.`,
  );
  const bins = reader.value(
    'bins',
    DEFAULT_BINS,
    (text) => parseCount(text, 1, MOST_BINS),
    `Expected a whole number from 1 to ${MOST_BINS}.`,
  );
  const span = reader.value<TimeSpan | undefined>(
    'span',
    undefined,
    parseClosedSpan,
    'Expected two date-times or days, start/end, neither of them open.',
  );
  refuse(reader.errors);
  return { filter, zoom, bins, span };
}

function parseClosedSpan(text: string): TimeSpan | null {
  const span = parseDatetime(text);
  return span && Number.isFinite(span.from) && Number.isFinite(span.to) ? span : null;
}

function requestOf({ filter, zoom, bins, span }: Asked, textKeys: KeyBits | null): ViewRequest {
  const { bbox, within, datetime, categories, verifications, asOf } = filter;
  return {
    bbox: bbox ?? WORLD,
    within,
    zoom,
    bins,
    span,
    datetime,
    categories,
    verifications,
    textKeys,
    asOf,
  };
}
