import type { Bbox } from '../../data/geo/bbox.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { IncidentFilter } from '../../data/query/filter.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { Answer } from '../api/answer.ts';
import type { ApiFailure } from '../api/failure.ts';
import type { OwnReport } from '../api/reports.ts';
import type { LanguageId } from '../language/languages.ts';
import { NO_LISTS, type PagedLists } from '../list/paged-list.ts';
import type { Spread } from '../map/drawn-feature.ts';
import type { ThemeChoice } from '../theme/theme.ts';
import type { RollingId } from '../time/rolling.ts';

/** What a person narrows by; the viewport is kept apart, since the map owns it. */
export type Filter = Pick<
  IncidentFilter,
  'within' | 'datetime' | 'categories' | 'verifications' | 'text' | 'asOf'
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

/** A day of Minneapolis, 2026-01-14, and the day as known on which it is told; null for today. */
export interface ComparedDay {
  readonly date: string;
  readonly knownOn: string | null;
}

/** Two stretches of so many days, from these on. */
export interface Compared {
  readonly first: ComparedDay;
  readonly second: ComparedDay;
  /** 1 to 31. */
  readonly days: number;
}

/** What stands in the panel or sheet. Each has an address. */
export type Screen =
  | { readonly kind: 'list' }
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'place'; readonly longitude: number; readonly latitude: number }
  | {
      readonly kind: 'report';
      /** The record that is said to be wrong, where it is one. */
      readonly correcting: IncidentFeature | null;
      /** Token of the reporter's own report, where that is corrected. */
      readonly amending?: string;
    }
  /** Opening a report by its link or its words. */
  | { readonly kind: 'ownReport' }
  | { readonly kind: 'status'; readonly token: string }
  | { readonly kind: 'changes' }
  /** A follower's own page, on the link that their mails have. */
  | { readonly kind: 'following'; readonly token: string }
  | { readonly kind: 'charts' }
  | { readonly kind: 'compare'; readonly compared: Compared | null }
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
  /** The lists of the answer, as far as anybody has scrolled; and what shares a point. */
  readonly lists: PagedLists;
  /** What the map draws apart that shares a point; holds for the answer that it is of. */
  readonly spread: Spread | null;
  /** The incident, or the token of one's own report, that pointer or focus is on, in list or map. */
  readonly hovered: string | null;
  /** True while a handle of the timeline is held: the address waits until it is let go. */
  readonly adjusting: boolean;
  readonly sheet: SheetHeight;
  readonly filtersOpen: boolean;
  readonly theme: ThemeChoice;
  /** Marks one by one and in clusters, or how dense they lie. */
  readonly drawnAs: 'marks' | 'heat';
  readonly ownPosition: OwnPosition | null;
  /** An area to narrow by is being drawn: presses on the map are its corners. */
  readonly isDrawing: boolean;
  /** Ready: once all of it was drawn. Missing: it cannot be drawn here. Unloaded: its code did not come. */
  readonly map: 'loading' | 'ready' | 'missing' | 'unloaded';
  /** Missing: a file of what lies under the marks could not be loaded. */
  readonly basemap: 'shown' | 'missing';
  /** Rises whenever a person asks for it again. */
  readonly basemapRequest: number;
  readonly ownReports: readonly OwnReport[];
  /** The report being written: where it may have happened, shown on the map. */
  readonly placing: { readonly radiusMeters: number | null } | null;
  /** When what is shown was kept on this device (ms), while the server gives no answer; else null. */
  readonly keptAt: number | null;
  /** A newer page waits for a reload. */
  readonly updateReady: boolean;
  /** What of the address could not be read. */
  readonly dropped: readonly string[];
  /** The range that follows the clock, whose times `filter.datetime` has; null for fixed times. */
  readonly rolling: RollingId | null;
  /** What the timeline is drawn over: what a person zoomed to, else what holds nearly everything. */
  readonly span: TimeSpan | null;
  readonly homeSpan: TimeSpan | null;
  readonly play: Play;
  /** The language that is asked for, and the one that the page speaks until it is loaded. */
  readonly language: LanguageId;
  readonly spoken: LanguageId;
  /** What has come since what is shown was counted; null for nothing. */
  readonly news: News | null;
  /** Rises whenever a person asks to see it. */
  readonly newsRequest: number;
}

export interface Play {
  readonly isPlaying: boolean;
  /** A window that moves on, or one whose end alone does. */
  readonly grows: boolean;
  /** Milliseconds of the window; null: a twentieth of the timeline. */
  readonly windowMs: number | null;
  /** Seconds that the whole timeline takes. */
  readonly seconds: number;
}

/** Incidents that came and that changed; null where only that something did is known. */
export interface News {
  readonly added: number | null;
  readonly changed: number | null;
  readonly revision: number;
}

export const NO_FILTER: Filter = {
  within: null,
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
  lists: NO_LISTS,
  spread: null,
  hovered: null,
  adjusting: false,
  sheet: 'peek',
  filtersOpen: false,
  theme: 'system',
  drawnAs: 'marks',
  ownPosition: null,
  isDrawing: false,
  map: 'loading',
  basemap: 'shown',
  basemapRequest: 0,
  ownReports: [],
  placing: null,
  keptAt: null,
  updateReady: false,
  dropped: [],
  rolling: null,
  span: null,
  homeSpan: null,
  play: { isPlaying: false, grows: false, windowMs: null, seconds: 20 },
  language: 'en',
  spoken: 'en',
  news: null,
  newsRequest: 0,
};

/** @returns what is asked by: while an area is drawn or changed, what lies around it is seen as well. */
export function askedFilter({ filter, isDrawing }: State): Filter {
  return isDrawing && filter.within ? { ...filter, within: null } : filter;
}

/** @returns true where there will be no map until the page is loaded anew. */
export function isWithoutMap({ map }: Pick<State, 'map'>): boolean {
  return map === 'missing' || map === 'unloaded';
}

/** @returns true where the first load failed: there is no time to play, and none to choose. */
export function hasNothing({ answer, failure }: State): boolean {
  return answer === null && failure !== null;
}
