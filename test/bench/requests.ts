import type { Area } from '../../data/geo/area.ts';
import type { Bbox } from '../../data/geo/bbox.ts';
import { snapBbox } from '../../data/view/snap.ts';
import type { ViewRequest } from '../../data/view/types.ts';

export interface Viewport {
  readonly zoom: number;
  readonly bbox: Bbox;
}

/** At 45° north a degree of latitude is so many times as high on the map as one of longitude. */
const STRETCH = 1 / Math.cos((44.97 * Math.PI) / 180);

/** Viewports of 1280 × 800 px over the city, as the client asks for them, from all of it to a block. */
export const VIEWPORTS: readonly Viewport[] = [
  { zoom: 10, around: [-93.265, 44.97] as const },
  { zoom: 11, around: [-93.265, 44.97] as const },
  { zoom: 12, around: [-93.265, 44.965] as const },
  { zoom: 13, around: [-93.27, 44.965] as const },
  { zoom: 14, around: [-93.265, 44.965] as const },
  { zoom: 16, around: [-93.268, 44.978] as const },
].map(({ zoom, around: [longitude, latitude] }) => {
  const degreesPerPixel = 360 / (512 * 2 ** zoom);
  const [halfWidth, halfHeight] = [640 * degreesPerPixel, (400 * degreesPerPixel) / STRETCH];
  const viewport = [
    longitude - halfWidth,
    latitude - halfHeight,
    longitude + halfWidth,
    latitude + halfHeight,
  ] as const;
  return { zoom, bbox: snapBbox(viewport, zoom) };
});

/** The whole city, which is every incident. */
export const CITY = VIEWPORTS[1] as Viewport;

const YEAR_2021 = { from: Date.UTC(2021, 0, 1, 6), to: Date.UTC(2022, 0, 1, 6) - 1 };
export const EVENING = { from: Date.UTC(2024, 6, 1, 23), to: Date.UTC(2024, 6, 2, 5) };
const NEARLY_ALL = { from: Date.UTC(2016, 4, 9, 17), to: Date.UTC(2026, 3, 20, 9) };

type Filter = Pick<ViewRequest, 'datetime' | 'categories' | 'verifications' | 'asOf'>;

export const NO_FILTER: Filter = {
  datetime: null,
  categories: null,
  verifications: null,
  asOf: Infinity,
};

export const FILTERS: readonly { readonly name: string; readonly filter: Filter }[] = [
  { name: 'all', filter: NO_FILTER },
  { name: 'nearly all the time', filter: { ...NO_FILTER, datetime: NEARLY_ALL } },
  { name: 'a year', filter: { ...NO_FILTER, datetime: YEAR_2021 } },
  { name: 'an evening', filter: { ...NO_FILTER, datetime: EVENING } },
  { name: 'one category', filter: { ...NO_FILTER, categories: ['protest'] } },
  {
    name: 'two verifications, a year',
    filter: { ...NO_FILTER, verifications: ['verified', 'disputed'], datetime: YEAR_2021 },
  },
];

/** Half the city, with bays, as a person may draw it. */
export const DRAWN = star(12, 0.06, 0.04);
/** As much of it, and as many corners as an area may have, every other one far inside. */
export const ROUGH = star(200, 0.06, 0.04);

function star(corners: number, outer: number, inner: number): Area {
  return Array.from({ length: corners }, (_, corner) => {
    const turn = (2 * Math.PI * corner) / corners;
    const reach = corner % 2 === 0 ? outer : inner;
    return [-93.265 + reach * Math.cos(turn), 44.96 + 0.8 * reach * Math.sin(turn)] as const;
  });
}

/** As it was known in the middle of the decade. */
export const AS_OF = Date.UTC(2022, 5, 1, 5) - 1;

export function requestOf(filter: Filter, viewport: Viewport): ViewRequest {
  return { ...filter, ...viewport, within: null, textKeys: null, bins: 60 };
}

/** @param number makes the address, and by a little the viewport, another one: nothing is repeated. */
export function viewPath(filter: Filter, { bbox, zoom }: Viewport, number: number): string {
  const [west, south, east, north] = bbox;
  const query = new URLSearchParams({
    zoom: String(zoom),
    bbox: [west, south, east, (north + number / 1e6).toFixed(6)].join(),
    ...(filter.categories ? { category: filter.categories.join() } : {}),
    ...(filter.verifications ? { verification: filter.verifications.join() } : {}),
  });
  if (filter.datetime) {
    const ends = [filter.datetime.from, filter.datetime.to];
    query.set('datetime', ends.map((end) => new Date(end).toISOString()).join('/'));
  }
  return `/api/view?${query}`;
}

/** What is asked for again and again. */
export const REPEATED_VIEW = viewPath(NO_FILTER, CITY, 0);
