import Supercluster from 'supercluster';
import type { ViewRequest, ViewRow } from '../../data/view/types.ts';
import { IncidentIndex } from '../../server/index/incident-index.ts';
import { copiesOf } from './copies.ts';
import { type BenchDatabase, COPIED, MOST_STORED } from './database.ts';
import {
  against,
  atMost,
  computeOf,
  type Figure,
  interleaved,
  medianCompute,
  timeOf,
  withStall,
} from './measure.ts';
import {
  AS_OF,
  CITY,
  DRAWN,
  EVENING,
  FILTERS,
  NO_FILTER,
  requestOf,
  VIEWPORTS,
} from './requests.ts';

/**
 * A view is short beside a rebuild: enough of them that a collection of its garbage, some 0.2 s on
 * other threads whose processor time counts, is over before half of them.
 */
const VIEWS_A_ROUND = 150;
/** As many as a collection of what was left by filling the index cannot outlast. */
const VIEWS_EACH = 25;
/** Fewer are soon rebuilt: the goals are for a million. */
const MANY = 900_000;

interface PlacedRow {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'Point'; readonly coordinates: [number, number] };
  readonly properties: Omit<ViewRow, 'position'>;
}

/** The view index against supercluster, which is built anew for every filter. */
export async function viewFigures(
  { store: { incidents } }: BenchDatabase,
  count: number,
): Promise<Figure[]> {
  const isCopied = count > MOST_STORED;
  const index = new IncidentIndex(
    isCopied ? await copiesOf(incidents, Math.round(count / COPIED)) : incidents,
  );
  const { result: fillMs, stallMs } = await withStall(() => timeOf(() => index.fill()));
  const share = Math.max(1, count / 1e6);
  await worstView(index, FILTERS); // once to let the loops be compiled
  const { result: worst, stallMs: viewStallMs } = await withStall(() => worstView(index, FILTERS));
  // Beside ten million objects there would be no memory left for supercluster.
  const features = isCopied ? null : await placedRows(incidents.viewRows());
  const sample = await incidents.find('snow');
  const text = { ...requestOf(NO_FILTER, CITY), textKeys: sample?.keys ?? null };
  index.close();
  const filled = atMost('index filled from SQLite', fillMs / 1000, 5 * share, 's');
  return [
    ...(isCopied ? [] : [filled]),
    atMost('longest event-loop delay while it fills', stallMs, 20, 'ms'),
    atMost('memory of the index', index.byteLength / 1e6, 60 * share, 'MB'),
    atMost(
      `whole view at its worst (${worst.name})`,
      worst.milliseconds,
      share > 1 ? 25 : 15,
      'ms',
    ),
    atMost('longest event-loop delay while views are counted', viewStallMs, 20, 'ms'),
    ...(features === null ? [] : await rebuildFigures(index, features)),
    ...(await singleFigures(index, text)),
  ];
}

/** Each change at the viewport where ours is slowest; the goal stands for the widest, all there is. */
async function rebuildFigures(
  index: IncidentIndex,
  features: readonly PlacedRow[],
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const filter of FILTERS) {
    const { name, request } = await worstView(index, [filter]);
    const times = await interleaved(
      () => medianCompute(() => see(index, request), VIEWS_A_ROUND),
      () => computeOf(() => superclusterView(features, request)),
    );
    const isMany = features.length > MANY;
    const leastRatio = filter.filter === NO_FILTER && isMany ? 150 : isMany ? 10 : 1;
    figures.push(
      against(`change to ${name}, against a supercluster rebuild`, times, {
        unit: 'ms',
        isBetter: 'less',
        leastRatio,
      }),
    );
  }
  return figures;
}

async function singleFigures(index: IncidentIndex, text: ViewRequest): Promise<Figure[]> {
  const evening = requestOf({ ...NO_FILTER, datetime: EVENING }, CITY);
  const then = requestOf({ ...NO_FILTER, asOf: AS_OF }, CITY);
  const drawn = { ...requestOf(NO_FILTER, CITY), within: DRAWN };
  const views: readonly [name: string, view: () => Promise<unknown>][] = [
    ['view of an evening', () => see(index, evening)],
    ['view as known in 2022', () => see(index, then)],
    ['view of a drawn area', () => see(index, elsewhere(drawn))],
    [`view of a search (${text.textKeys?.size} versions)`, () => see(index, text)],
  ];
  const figures: Figure[] = [];
  for (const [name, view] of views) figures.push(atMost(name, await medianCompute(view), 15, 'ms'));
  return figures;
}

/** Looks at each filter in every viewport. */
async function worstView(index: IncidentIndex, filters: typeof FILTERS) {
  let worst: { name: string; request: ViewRequest; milliseconds: number } | null = null;
  for (const { name, filter } of filters) {
    for (const viewport of VIEWPORTS) {
      const request = requestOf(filter, viewport);
      const milliseconds = await medianCompute(() => see(index, elsewhere(request)), VIEWS_EACH);
      if (worst === null || milliseconds > worst.milliseconds) {
        worst = { name: `${name}, zoom ${viewport.zoom}`, request, milliseconds };
      }
    }
  }
  if (worst === null) throw new Error('no view was asked for');
  return worst;
}

let moved = 0;

/** The same view a millionth of a degree farther north, so that nothing is kept from the last one. */
function elsewhere(request: ViewRequest): ViewRequest {
  const [west, south, east, north] = request.bbox;
  moved = (moved + 1) % 1000;
  return { ...request, bbox: [west, south, east, north + moved / 1e6] };
}

/** A benchmark of wrong answers is worth nothing. */
async function see(index: IncidentIndex, request: ViewRequest): Promise<void> {
  const view = await index.view(request, { revision: null, signal: new AbortController().signal });
  if (view === null) throw new Error('no view, though any revision would do');
  const { clusters, singles, matched } = view.answer;
  const counted = clusters.reduce((sum, cluster) => sum + cluster.count, singles.length);
  if (counted !== matched) throw new Error(`marks count ${counted}, matched is ${matched}`);
}

function superclusterView(features: readonly PlacedRow[], request: ViewRequest): number {
  const { datetime, categories, verifications, bbox, zoom } = request;
  const matching = features.filter(
    ({ properties: { occurredAt, latestAt, category, verification } }) =>
      (datetime === null || (occurredAt <= datetime.to && latestAt >= datetime.from)) &&
      (categories === null || categories.includes(category)) &&
      (verifications === null || verifications.includes(verification)),
  );
  const index = new Supercluster({ radius: 64, extent: 512, maxZoom: 16 });
  index.load(matching);
  return index.getClusters([...bbox], Math.floor(zoom)).length;
}

/** What is known today and has a place, as GeoJSON objects. */
async function placedRows(
  batches: AsyncIterable<{ rows: readonly ViewRow[] }>,
): Promise<PlacedRow[]> {
  const features: PlacedRow[] = [];
  for await (const { rows } of batches) {
    for (const { position, ...properties } of rows) {
      if (position === null || properties.knownUntil !== Infinity) continue;
      const coordinates: [number, number] = [position[0], position[1]];
      features.push({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties });
    }
  }
  return features;
}
