import type { Bbox } from '../../data/geo/bbox.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { IncidentFilter } from '../../data/query/filter.ts';
import type { Answer } from '../api/answer.ts';
import type { ApiFailure } from '../api/failure.ts';
import type { OwnReport } from '../api/reports.ts';
import type { ThemeChoice } from '../theme/theme.ts';

/** What a person narrows by; the viewport is kept apart, since the map owns it. */
export type Filter = Pick<
  IncidentFilter,
  'datetime' | 'categories' | 'verifications' | 'text' | 'asOf'
>;

/** The middle of what can be seen clear of panels. */
export interface Camera {
  readonly zoom: number;
  readonly longitude: number;
  readonly latitude: number;
}

/** What the map shows, snapped outward to whole cells, as the server is asked for it. */
export interface Viewport {
  readonly bbox: Bbox;
  /** A whole number, 0 to 20. */
  readonly zoom: number;
}

/** What stands in the panel or sheet. Each has an address. */
export type Screen =
  | { readonly kind: 'list' }
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'place'; readonly longitude: number; readonly latitude: number }
  | {
      readonly kind: 'report';
      /** Title of the record that is to be corrected, where it is one. */
      readonly correcting: string | null;
    }
  | { readonly kind: 'status'; readonly token: string }
  | { readonly kind: 'about' };

/** An incident that is open, or on its way. */
export interface Opened {
  readonly id: string;
  readonly feature: IncidentFeature | null;
  readonly failure: ApiFailure | null;
}

/** Where this device says it is. Kept on this page alone: in no address, no request, no storage. */
export interface OwnPosition {
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracyMeters: number;
}

export type SheetHeight = 'peek' | 'half' | 'full';

export interface State {
  readonly filter: Filter;
  readonly screen: Screen;
  /** Where the map is, or is asked to go; null until it has fitted itself to the incidents. */
  readonly camera: Camera | null;
  /** Rises whenever the map is asked to go to `camera`, rather than telling where it went. */
  readonly cameraRequest: number;
  /** Rises whenever a cluster is opened: the move of the map that follows is a step of its own. */
  readonly clustersOpened: number;
  readonly viewport: Viewport | null;
  readonly answer: Answer | null;
  /** What the answer was asked with: while a newer one is awaited, or fails, not `filter`. */
  readonly answerFilter: Filter;
  /** Slow: over 300 ms, so that it is worth telling. */
  readonly loading: 'no' | 'quiet' | 'slow';
  readonly failure: ApiFailure | null;
  readonly loadingMore: boolean;
  readonly opened: Opened | null;
  readonly atPlace: readonly IncidentFeature[] | null;
  /** The incident that the pointer or the focus is on, in list or map. */
  readonly hovered: string | null;
  /** True while a handle of the timeline is held: the address waits until it is let go. */
  readonly adjusting: boolean;
  readonly sheet: SheetHeight;
  readonly filtersOpen: boolean;
  readonly theme: ThemeChoice;
  /** Marks one by one and in clusters, or how dense they lie. */
  readonly drawnAs: 'marks' | 'heat';
  readonly ownPosition: OwnPosition | null;
  readonly map: 'loading' | 'ready' | 'missing';
  readonly ownReports: readonly OwnReport[];
  /** The report being written: where it may have happened, shown on the map. */
  readonly placing: { readonly radiusMeters: number | null } | null;
  /** When what is shown was kept on this device (ms), while the server gives no answer; else null. */
  readonly keptAt: number | null;
  /** A newer page waits for a reload. */
  readonly updateReady: boolean;
  /** What of the address could not be read. */
  readonly dropped: readonly string[];
}

export const NO_FILTER: Filter = {
  datetime: null,
  categories: null,
  verifications: null,
  text: null,
  asOf: Infinity,
};

export const INITIAL_STATE: State = {
  filter: NO_FILTER,
  screen: { kind: 'list' },
  camera: null,
  cameraRequest: 0,
  clustersOpened: 0,
  viewport: null,
  answer: null,
  answerFilter: NO_FILTER,
  loading: 'no',
  failure: null,
  loadingMore: false,
  opened: null,
  atPlace: null,
  hovered: null,
  adjusting: false,
  sheet: 'peek',
  filtersOpen: false,
  theme: 'system',
  drawnAs: 'marks',
  ownPosition: null,
  map: 'loading',
  ownReports: [],
  placing: null,
  keptAt: null,
  updateReady: false,
  dropped: [],
};

/** @returns true where nothing is narrowed, the day of knowledge included. */
export function isUnfiltered(filter: Filter): boolean {
  return (
    filter.datetime === null &&
    filter.categories === null &&
    filter.verifications === null &&
    filter.text === null &&
    filter.asOf === Infinity
  );
}
