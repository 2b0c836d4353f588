import { FILTER_PARAMETERS, type IncidentFilter } from '../../data/query/filter.ts';
import { formatCentral } from '../../data/time/central.ts';
import type { ViewAnswer, ViewRequest } from '../../data/view/types.ts';
import type { IncidentStore, IncidentSummary } from '../domain/ports/incident-store.ts';
import type { Views } from '../domain/ports/views.ts';
import type { AnswerCache } from './answer-cache.ts';
import { isNotModified } from './conditional.ts';
import { filling } from './health.ts';
import { GEOJSON } from './links.ts';
import { ParameterReader, parseCount, parseDecimal, type Query, refuse } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import type { Endpoint } from './route.ts';
import { TextKeys } from './text-keys.ts';
import { clusterFeature, singleFeature } from './view-features.ts';

/** A view has a place for what has none: `unplaced`. */
export const VIEW_PARAMETERS = [
  ...FILTER_PARAMETERS.filter((name) => name !== 'placed'),
  'zoom',
  'bins',
] as const;

const WORLD = [-180, -90, 180, 90] as const;
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
  const textKeys = new TextKeys(store);
  return {
    parameters: VIEW_PARAMETERS,
    async handle(request, response, query) {
      const { filter, zoom, bins } = read(query);
      if (!isReady()) throw filling();
      if (isNotModified(request, response, views.revision)) return;
      await answers.send(request, response, GEOJSON, async () => {
        const seen = await see(filter, zoom, bins);
        return { text: JSON.stringify(collectionOf(seen)), revision: seen.revision };
      });
    },
  };

  /** The columns may move on while the store is asked: then everything is counted again. */
  async function see(filter: IncidentFilter, zoom: number, bins: number): Promise<Seen> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { revision } = views;
      const textMatches = filter.text === null ? null : await textKeys.of(filter.text, revision);
      if (views.revision !== revision) continue;
      const request = requestOf(filter, zoom, bins, textMatches);
      const answer = views.view(request);
      const keys = answer.singles.map((single) => single.key);
      const summaries = keys.length > 0 ? await store.summaries(keys) : NO_SUMMARIES;
      if (answer.singles.every((single) => summaries.has(single.key))) {
        return { answer, summaries, revision };
      }
    }
    throw new HttpProblem(503, 'The data is changing faster than it can be read; try again.', [], {
      'Retry-After': '1',
    });
  }
}

const NO_SUMMARIES: ReadonlyMap<number, IncidentSummary> = new Map();

interface Seen {
  readonly answer: ViewAnswer;
  readonly summaries: ReadonlyMap<number, IncidentSummary>;
  readonly revision: number;
}

function read(query: Query) {
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
  refuse(reader.errors);
  return { filter, zoom, bins };
}

function requestOf(
  filter: IncidentFilter,
  zoom: number,
  bins: number,
  textKeys: ReadonlySet<number> | null,
): ViewRequest {
  const { bbox, datetime, categories, verifications, asOf } = filter;
  return {
    bbox: bbox ?? WORLD,
    zoom,
    bins,
    datetime,
    categories,
    verifications,
    textKeys,
    asOf,
  };
}

function collectionOf({ answer, summaries, revision }: Seen) {
  const { timeline } = answer;
  return {
    type: 'FeatureCollection',
    features: [
      ...answer.clusters.map(clusterFeature),
      ...answer.singles.map((single) => singleFeature(single, summaries)),
    ],
    matched: answer.matched,
    unplaced: answer.unplaced,
    matchedAnywhere: answer.matchedAnywhere,
    total: answer.total,
    zoom: answer.zoom,
    timeline: {
      from: formatCentral(timeline.from),
      to: formatCentral(timeline.to),
      binSeconds: timeline.binMs / 1000,
      byCategory: timeline.byCategory,
    },
    facets: answer.facets,
    revision,
    timeStamp: new Date().toISOString(),
  };
}
