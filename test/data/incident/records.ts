import {
  type Account,
  type Decision,
  type IncidentDraft,
  incidentDraft,
  type ReportInput,
  type Source,
} from '../../../data/incident/schema.ts';

/** Small records, right in every field, for tests that change the one field they are about. */

export function draftOf(
  id: string,
  properties: Partial<IncidentDraft['properties']> = {},
  coordinates: [number, number] | null = [-93.265, 44.9778],
): IncidentDraft {
  return incidentDraft.parse({
    type: 'Feature',
    id,
    geometry: coordinates && { type: 'Point', coordinates },
    properties: {
      title: 'Vigil at the park',
      summary: 'People gathered with candles.',
      category: 'vigil',
      occurredAt: '2026-01-10T18:00:00-06:00',
      endedAt: null,
      timePrecision: 'hour',
      place: 'Downtown',
      locationPrecision: 'block',
      uncertaintyMeters: 100,
      locationBasis: 'Named by the organizer',
      actors: [],
      crowdSizeLow: null,
      crowdSizeHigh: null,
      injuries: null,
      fatalities: null,
      arrests: null,
      policeMeasures: [],
      crowdMeasures: [],
      accounts: [],
      sources: [],
      decisions: [],
      synthetic: false,
      ...properties,
    },
  });
}

export function accountOf(id: string, knownAt: string, more: Partial<Account> = {}): Account {
  return {
    id,
    by: 'The city',
    role: 'government',
    says: 'It happened.',
    saidAt: null,
    knownAt,
    knownAtBasis: 'said',
    sources: [],
    disputes: [],
    ...more,
  };
}

export function sourceOf(id: string, publishedAt: string | null): Source {
  return {
    id,
    publisher: 'A newspaper',
    title: 'A report',
    url: 'https://example.org/a',
    publishedAt,
    archivedUrl: null,
  };
}

export function decisionOf(
  verification: Decision['verification'],
  decidedAt: string,
  basedOnKnownAt?: string,
): Decision {
  return {
    verification,
    decidedAt,
    reason: 'Said so.',
    basedOn: basedOnKnownAt === undefined ? null : { what: 'A finding', knownAt: basedOnKnownAt },
  };
}

/** What a reporter sends, with only what is required. */
export function reportOf(properties: Partial<ReportInput['properties']> = {}): ReportInput {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-93.265, 44.9778] },
    properties: {
      title: 'Vigil at the park',
      summary: 'People gathered with candles.',
      category: 'vigil',
      occurredAt: '2026-01-10T18:00:00-06:00',
      timePrecision: 'hour',
      place: 'Downtown',
      locationPrecision: 'block',
      ...properties,
    },
  };
}
