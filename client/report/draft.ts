import { z } from 'zod';
import type { IncidentFeature, ReportFeature, ReportInput } from '../../data/incident/schema.ts';
import { centralDate, formatCentral, startOfCentral } from '../../data/time/central.ts';
import { CATEGORIES, type CategoryId } from '../../data/vocabulary/categories.ts';
import {
  LOCATION_PRECISIONS,
  type LocationPrecision,
  TIME_PRECISIONS,
} from '../../data/vocabulary/precisions.ts';
import { whenWords } from '../detail/words.ts';
import { fromInputValue, toInputValue } from '../time/inputs.ts';
import { AREA_METERS } from './place.ts';

const position = z.readonly(z.tuple([z.number(), z.number()]));
const locationPrecision = z.enum(LOCATION_PRECISIONS.map(({ id }) => id));

/** What is being written. Everything is kept as it was typed until it is sent. */
const draft = z.strictObject({
  /** As the map under the pin, or `picked`, has it. */
  place: z
    .strictObject({
      position,
      locationPrecision,
      uncertaintyMeters: z.number(),
      locationBasis: z.string(),
    })
    .nullable(),
  /** Chosen otherwise than by the pin; it holds for as long as the pin stays on it. */
  picked: z
    .strictObject({
      coordinates: position,
      locationPrecision,
      uncertaintyMeters: z.number(),
      basis: z.string(),
    })
    .nullable(),
  /** Radius in metres for whoever is not sure exactly; null for whoever is. */
  unsureMeters: z.number().nullable(),
  placeWords: z.string(),
  category: z.enum(CATEGORIES.map(({ id }) => id)).nullable(),
  when: z.enum(['now', 'today', 'pick']),
  /** Value of a `datetime-local` input, Central Time. */
  pickedTime: z.string(),
  timePrecision: z.enum(TIME_PRECISIONS.map(({ id }) => id)),
  title: z.string(),
  summary: z.string(),
  /** One web address a line. */
  links: z.string(),
});

export const draftSchema = draft;
export type Draft = Readonly<z.infer<typeof draft>>;
/** A place as chosen in the first step. */
export type ChosenPlace = NonNullable<Draft['place']>;
export type PickedPlace = NonNullable<Draft['picked']>;

export const EMPTY_DRAFT: Draft = {
  place: null,
  picked: null,
  unsureMeters: null,
  placeWords: '',
  category: null,
  when: 'now',
  pickedTime: '',
  timePrecision: 'exact',
  title: '',
  summary: '',
  links: '',
};

/** @param correcting a record that is said to be wrong: the moderator is told which. */
export function newDraft(correcting: IncidentFeature | null): Draft {
  if (!correcting) return EMPTY_DRAFT;
  const { id, geometry, properties } = correcting;
  const { title, place, category, occurredAt, timePrecision } = properties;
  return {
    ...EMPTY_DRAFT,
    ...placeOf(geometry, properties, 'As on the record that is to be corrected'),
    category,
    placeWords: place,
    when: 'pick',
    pickedTime: toInputValue(Date.parse(occurredAt)),
    timePrecision,
    title: `Correction: ${title}`.slice(0, 160),
    summary: `About the record “${title}” (${id}), ${whenWords(properties)}, ${place}.\n\nWhat is wrong, and what is right: `,
  };
}

/** @returns a report as the form holds it, to be corrected. */
export function draftOf({ geometry, properties }: ReportFeature | ReportInput): Draft {
  const basis = properties.locationBasis ?? 'Given by the reporter';
  return {
    ...EMPTY_DRAFT,
    ...placeOf(geometry, properties, basis),
    placeWords: properties.place,
    category: properties.category,
    when: 'pick',
    pickedTime: toInputValue(Date.parse(properties.occurredAt)),
    timePrecision: properties.timePrecision,
    title: properties.title,
    summary: properties.summary,
    links: (properties.sources ?? []).map(({ url }) => url).join('\n'),
  };
}

function placeOf(
  geometry: { readonly coordinates: readonly number[] } | null,
  properties: {
    readonly locationPrecision: LocationPrecision;
    readonly uncertaintyMeters?: number | null | undefined;
  },
  basis: string,
): Pick<Draft, 'place' | 'picked' | 'unsureMeters'> {
  const [longitude, latitude] = geometry?.coordinates ?? [];
  if (longitude === undefined || latitude === undefined) {
    return { place: null, picked: null, unsureMeters: null };
  }
  const uncertaintyMeters = properties.uncertaintyMeters ?? AREA_METERS;
  const { locationPrecision } = properties;
  const at = [longitude, latitude] as const;
  return {
    place: { position: at, locationPrecision, uncertaintyMeters, locationBasis: basis },
    picked: { coordinates: at, locationPrecision, uncertaintyMeters, basis },
    unsureMeters: null,
  };
}

/** Whether somebody has written or chosen anything; the pin stands somewhere from the start. */
export function isChanged(draft: Draft, first: Draft): boolean {
  const written = (of: Draft): string => JSON.stringify({ ...of, place: null, unsureMeters: null });
  return written(draft) !== written(first);
}

/**
 * A draft that is opened again later: "now" and "today" are what they were when it was written.
 * @param savedAt and now in milliseconds since 1970.
 */
export function resumed(draft: Draft, savedAt: number, now: number): Draft {
  if (draft.when === 'now' && startOfCentral('hour', savedAt) !== startOfCentral('hour', now)) {
    return {
      ...draft,
      when: 'pick',
      pickedTime: toInputValue(startOfCentral('hour', savedAt)),
      timePrecision: 'hour',
    };
  }
  return draft.when === 'today' && centralDate(savedAt) !== centralDate(now)
    ? { ...draft, when: 'pick' }
    : draft;
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

/** What the form asks nothing about stays as it was. */
export function withUnasked(report: ReportInput, before: ReportInput | null): ReportInput {
  if (!before) return report;
  const sources = report.properties.sources?.map(
    (source) => before.properties.sources?.find(({ url }) => url === source.url) ?? source,
  );
  return {
    ...report,
    properties: { ...before.properties, ...report.properties, ...(sources ? { sources } : {}) },
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
