import type { Place } from '../../data/gazetteer/places.ts';
import type { ReportInput } from '../../data/incident/schema.ts';
import { formatCentral, startOfCentral } from '../../data/time/central.ts';
import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { LocationPrecision, TimePrecision } from '../../data/vocabulary/precisions.ts';
import { fromInputValue } from '../time/inputs.ts';

/** A place as chosen in the first step. */
export interface ChosenPlace {
  readonly position: readonly [longitude: number, latitude: number];
  readonly locationPrecision: LocationPrecision;
  readonly uncertaintyMeters: number;
  readonly locationBasis: string;
}

/** What is being written. Everything is kept as it was typed until it is sent. */
export interface Draft {
  readonly place: ChosenPlace | null;
  /** Where the place was picked from the list, what was picked. */
  readonly picked: Place | null;
  /** Radius in metres for whoever is not sure exactly; null for whoever is. */
  readonly unsureMeters: number | null;
  readonly placeWords: string;
  readonly category: CategoryId | null;
  readonly when: 'now' | 'pick';
  /** Value of a `datetime-local` input, Central Time. */
  readonly pickedTime: string;
  readonly timePrecision: TimePrecision;
  readonly title: string;
  readonly summary: string;
  /** One web address a line. */
  readonly links: string;
}

export function newDraft(correcting: string | null): Draft {
  return {
    place: null,
    picked: null,
    unsureMeters: null,
    placeWords: '',
    category: null,
    when: 'now',
    pickedTime: '',
    timePrecision: 'exact',
    title: correcting ? `Correction: ${correcting}`.slice(0, 160) : '',
    summary: '',
    links: '',
  };
}

/** Below this an uncertain place is a block, from it on a neighborhood. */
export const AREA_METERS = 400;

/**
 * How exactly a pin says where it is.
 * @param metersPerPixel at the zoom it was set: nobody sets one closer than they see.
 * @param unsureMeters radius that the reporter gave, or null.
 */
export function pinPlace(
  position: readonly [number, number],
  metersPerPixel: number,
  unsureMeters: number | null,
): ChosenPlace {
  const seen = Math.max(10, Math.round((metersPerPixel * 12) / 10) * 10);
  const meters = Math.max(seen, unsureMeters ?? 0);
  const locationPrecision =
    meters <= 20 ? 'exact' : meters < AREA_METERS ? 'block' : 'neighborhood';
  return {
    position: [Number(position[0].toFixed(6)), Number(position[1].toFixed(6))],
    locationPrecision,
    uncertaintyMeters: locationPrecision === 'block' ? Math.max(80, meters) : meters,
    locationBasis: 'Pin set by the reporter on the map',
  };
}

/** @returns ground metres that one pixel covers (Web Mercator, 512 px tiles). */
export function metersPerPixel(latitude: number, zoom: number): number {
  return (Math.cos((latitude * Math.PI) / 180) * 40_075_016.686) / (512 * 2 ** zoom);
}

/**
 * The report as it is sent. Fields that were left empty are sent so, for the schema to name.
 * @param now milliseconds since 1970.
 */
export function reportOf(draft: Draft, now: number): ReportInput {
  const { place } = draft;
  const sources = draft.links
    .split(/\s+/)
    .filter(Boolean)
    .map((url) => ({ publisher: hostOf(url), url }));
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: place ? [...place.position] : [NaN, NaN] },
    properties: {
      title: draft.title,
      summary: draft.summary,
      category: draft.category as CategoryId,
      occurredAt: occurredAt(draft, now),
      timePrecision: draft.when === 'now' ? 'hour' : draft.timePrecision,
      place: draft.placeWords,
      locationPrecision: place?.locationPrecision ?? 'block',
      uncertaintyMeters: place?.uncertaintyMeters ?? null,
      locationBasis: place?.locationBasis ?? 'Given by the reporter',
      sources,
    },
  };
}

/** The earliest moment of the hour, day, week or month that is meant; empty where none is given. */
function occurredAt(draft: Draft, now: number): string {
  // The minute it was sent would tell who stood where; the hour is enough.
  if (draft.when === 'now') return formatCentral(startOfCentral('hour', now));
  const instant = fromInputValue(draft.pickedTime, false);
  if (instant === null) return '';
  return formatCentral(
    draft.timePrecision === 'exact' ? instant : startOfCentral(draft.timePrecision, instant),
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') || url : url;
}
