import type { Area } from '../../data/geo/area.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { LocationPrecision } from '../../data/vocabulary/precisions.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';

/** Shapes of `GET /api/view` and `…/items`, as the server's HTTP contract has them. */

type Position = [longitude: number, latitude: number];

export interface ClusterFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: Position };
  readonly properties: {
    readonly cluster: true;
    readonly point_count: number;
    readonly point_count_abbreviated: string | number;
    readonly categories: Partial<Record<CategoryId, number>>;
    readonly verifications: Partial<Record<VerificationId, number>>;
    /** How many of them are known no closer than an area. */
    readonly imprecise: number;
    /** The zoom at which it comes apart; over 20 where all share one point. */
    readonly expansion_zoom: number;
  };
}

export interface SingleFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: Position };
  readonly properties: {
    readonly cluster: false;
    readonly title: string;
    readonly category: CategoryId;
    readonly verification: VerificationId;
    readonly occurredAt: string;
    readonly latestAt: string;
    readonly timePrecision: IncidentFeature['properties']['timePrecision'];
    readonly place: string;
    readonly locationPrecision: LocationPrecision;
    readonly uncertaintyMeters: number | null;
    readonly synthetic: boolean;
  };
}

export type ViewFeature = ClusterFeature | SingleFeature;

export interface Timeline {
  /** RFC 3339: the beginning of the first bin and the end of the last. */
  readonly from: string;
  readonly to: string;
  readonly binSeconds: number;
  readonly byCategory: Partial<Record<CategoryId, readonly number[]>>;
  readonly byVerification: Partial<Record<VerificationId, readonly number[]>>;
  /** How many begin before `from` and from `to` on. */
  readonly before: number;
  readonly after: number;
  /** Holds every beginning, whatever is filtered. */
  readonly whole: { readonly from: string; readonly to: string };
}

export interface ViewResponse {
  readonly features: readonly ViewFeature[];
  /** Match every filter and lie in the box. */
  readonly matched: number;
  /** Match every filter but the box, and have no position. */
  readonly unplaced: number;
  /** Match every filter but the box, with or without a position. */
  readonly matchedAnywhere: number;
  readonly total: number;
  /** At which its cells are 64 px wide: the one asked for, or a lower one where too many would be filled. */
  readonly zoom: number;
  readonly timeline: Timeline;
  readonly facets: {
    readonly category: Partial<Record<CategoryId, number>>;
    readonly verification: Partial<Record<VerificationId, number>>;
  };
  readonly revision: number;
}

/** What lists show of an incident: a whole record, or as much of one as the page holds itself. */
export interface ListedIncident {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: IncidentFeature['geometry'];
  readonly properties: Pick<
    IncidentFeature['properties'],
    | 'title'
    | 'category'
    | 'verification'
    | 'occurredAt'
    | 'latestAt'
    | 'timePrecision'
    | 'place'
    | 'locationPrecision'
    | 'uncertaintyMeters'
    | 'synthetic'
  > & { readonly accounts: { readonly length: number } };
}

export function isWhole(incident: ListedIncident): incident is IncidentFeature {
  return 'summary' in incident.properties;
}

export interface ItemsPage {
  readonly features: readonly ListedIncident[];
  readonly numberMatched: number;
  readonly revision: number;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

/** Map, timeline, counts and list of one revision, applied together. */
export interface Answer {
  /** Names the question: what else is asked for later belongs to it only if this is the same. */
  readonly key: string;
  readonly view: ViewResponse;
  /** The first page of what the map shows. */
  readonly list: ItemsPage;
  /** The first page of what is known no closer than the city. */
  readonly unplaced: ItemsPage;
}

/** @returns of which revision each of its parts is. */
export function revisionsOf({ view, list, unplaced }: Answer): readonly number[] {
  return [view, list, unplaced].map(({ revision }) => revision);
}

/**
 * Everything that stands in the list: in the view, or known no closer than the city; with a drawn area
 * what lies in it, as every download counts, since of what has no place nobody knows whether it does.
 */
export function countShown({ matched, unplaced }: ViewResponse, within: Area | null): number {
  return within ? matched : matched + unplaced;
}
