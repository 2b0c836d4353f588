import type { IncidentFilter } from '../../data/query/filter.ts';
import { formatCentral } from '../../data/time/central.ts';
import type { ViewAnswer, ViewRequest } from '../../data/view/types.ts';
import type { IncidentStore, IncidentSummary } from '../domain/ports/incident-store.ts';
import type { Views } from '../domain/ports/views.ts';
import { isNotModified } from './conditional.ts';
import { filling } from './health.ts';
import { GEOJSON } from './links.ts';
import { ParameterReader, parseCount, parseDecimal, type Query, refuse } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import type { Endpoint } from './route.ts';
import { sendBody } from './send.ts';
import { TextKeys } from './text-keys.ts';
import { clusterFeature, singleFeature } from './view-features.ts';

const WORLD = [-180, -90, 180, 90] as const;
const DEFAULT_ZOOM = 11;
const HIGHEST_ZOOM = 20;
const DEFAULT_BINS = 60;
const MOST_BINS = 1000;

/**
 * `GET /api/view`: what the map, the timeline and the counts show of a viewport, all counted in one
 * pass over one revision. Where there would be too many marks, the index gathers them at a lower
 * zoom; the answer's `zoom` says which.
 */
export function viewEndpoint(store: IncidentStore, views: Views, isReady: () => boolean): Endpoint {
  const textKeys = new TextKeys(store);
  return {
    parameters: ['bbox', 'zoom', 'bins', 'category', 'verification', 'q', 'datetime', 'asOf'],
    async handle(request, response, query) {
      const { filter, zoom, bins } = read(query);
      if (!isReady()) throw filling();
      if (isNotModified(request, response, views.revision)) return;
      const seen = await see(filter, zoom, bins);
      isNotModified(request, response, seen.revision);
      sendBody(request, response, GEOJSON, JSON.stringify(collectionOf(seen)));
    },
  };

  /** The columns may move on while the store is asked: then everything is counted again. */
  async function see(filter: IncidentFilter, zoom: number, bins: number): Promise<Seen> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { revision } = views;
      const keys = filter.text === null ? null : await textKeys.of(filter.text, revision);
      if (views.revision !== revision) continue;
      const request = requestOf(filter, zoom, bins, keys);
      const answer = views.view(request);
      const summaries = await store.summaries(answer.singles.map((single) => single.key));
      if (answer.singles.every((single) => summaries.has(single.key))) {
        return { answer, summaries, revision };
      }
    }
    throw new HttpProblem(503, 'The data is changing faster than it can be read; try again.', [], {
      'Retry-After': '1',
    });
  }
}

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
