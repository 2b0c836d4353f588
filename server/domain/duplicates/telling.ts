import type { IncidentDraft, ReportFeature } from '../../../data/incident/schema.ts';
import { parseDateTime } from '../../../data/time/rfc3339.ts';
import { latestInstant, type TimeSpan } from '../../../data/time/span.ts';
import type { CategoryId } from '../../../data/vocabulary/categories.ts';
import { tellingWords } from './telling-words.ts';

/** What of a report or an incident is compared with another. */
export interface Telling {
  /** Null where only the city is known. */
  readonly position: readonly [longitude: number, latitude: number] | null;
  /** Radius within which it happened, in metres. */
  readonly uncertaintyMeters: number;
  /** From when it may have begun until when it may have lasted. */
  readonly span: TimeSpan;
  readonly words: ReadonlySet<string>;
  /** The words of its place, which count only where a position is missing. */
  readonly placeWords: ReadonlySet<string>;
  readonly category: CategoryId;
}

type Told = Pick<IncidentDraft | ReportFeature, 'geometry' | 'properties'>;

export function tellingOf({ geometry, properties }: Told): Telling {
  const began = instant(properties.occurredAt);
  const ended = properties.endedAt === null ? null : instant(properties.endedAt);
  const isPlaced = geometry !== null && properties.locationPrecision !== 'city';
  return {
    position: isPlaced ? geometry.coordinates : null,
    uncertaintyMeters: properties.uncertaintyMeters ?? 0,
    span: { from: began, to: latestInstant(began, ended, properties.timePrecision) },
    words: tellingWords(`${properties.title}\n${properties.summary}`),
    placeWords: tellingWords(properties.place),
    category: properties.category,
  };
}

/** The schema has checked the text before. */
function instant(text: string): number {
  return parseDateTime(text) as number;
}
