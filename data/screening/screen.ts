import type { IncidentDraft, ReportFeature } from '../incident/schema.ts';
import { type PrivateDetail, privateDetails } from './private-details.ts';

/** Something that may put people in danger if it were public. It may err: a person decides. */
export interface Warning {
  /** JSON pointer (RFC 6901) into the Feature. */
  readonly pointer: string;
  /** What it looks like, what to change, and why. Holds nothing of the text itself. */
  readonly message: string;
  /** Stable, as the message is not. */
  readonly code: PrivateDetail['id'];
}

/** Looks through every text of a report that would be published; addresses of sources are left out. */
export function screen({ properties }: Pick<ReportFeature, 'properties'>): Warning[] {
  return texts(properties, '/properties').flatMap(warningsOf);
}

/** Looks through the texts that an edit adds or changes: what stood before was looked at before. */
export function screenEdit(before: Edited, after: Edited): Warning[] {
  const standing = new Set(texts(before.properties, '/properties').map(([, text]) => text));
  return texts(after.properties, '/properties')
    .filter(([, text]) => !standing.has(text))
    .flatMap(warningsOf);
}

/** Looks through one text. @param pointer where it stands. */
export function screenText(pointer: string, text: string): Warning[] {
  return warningsOf([pointer, text]);
}

/** A report or an incident. */
type Edited = Pick<ReportFeature | IncidentDraft, 'properties'>;

function warningsOf([pointer, text]: [pointer: string, text: string]): Warning[] {
  return privateDetails(text).map((detail) => ({
    pointer,
    message: detail.advice,
    code: detail.id,
  }));
}

/** Members that hold a code, a time or an address, and no words. */
const NOT_WORDS = new Set([
  'id',
  'category',
  'occurredAt',
  'endedAt',
  'timePrecision',
  'locationPrecision',
  'role',
  'verification',
  'saidAt',
  'knownAt',
  'knownAtBasis',
  'decidedAt',
  'publishedAt',
  'url',
  'archivedUrl',
  'policeMeasures',
  'crowdMeasures',
  'disputes',
]);

function texts(value: unknown, pointer: string): [pointer: string, text: string][] {
  if (typeof value === 'string') return [[pointer, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    NOT_WORDS.has(name) ? [] : texts(member, `${pointer}/${name}`),
  );
}
