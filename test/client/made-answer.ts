import type { Answer } from '../../client/api/answer.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import { CATEGORY_IDS } from '../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../data/vocabulary/verifications.ts';

/** An incident of which only the id matters. */
export function incident(id: string, occurredAt = '2026-01-14T18:50:00-06:00'): IncidentFeature {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [-93.27, 44.97] },
    properties: {
      title: `Incident ${id}`,
      summary: 'Something happened.',
      category: 'protest',
      occurredAt,
      endedAt: null,
      latestAt: occurredAt,
      timePrecision: 'exact',
      place: 'Lake Street and Chicago Avenue',
      locationPrecision: 'intersection',
      uncertaintyMeters: 20,
      locationBasis: 'street grid',
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
      verification: 'unverified',
      decisions: [],
      synthetic: false,
      createdAt: '2026-02-01T00:00:00-06:00',
      updatedAt: '2026-02-01T00:00:00-06:00',
      revision: 1,
    },
  };
}

/** An answer whose list holds these incidents. */
export function answerOf(features: readonly IncidentFeature[], key = 'key'): Answer {
  const none = <T extends string>(ids: readonly T[]) =>
    Object.fromEntries(ids.map((id) => [id, 0])) as Record<T, number>;
  return {
    key,
    view: {
      features: [],
      matched: features.length,
      unplaced: 0,
      matchedAnywhere: features.length,
      total: features.length,
      zoom: 11,
      timeline: {
        from: '2026-01-01T00:00:00-06:00',
        to: '2026-02-01T00:00:00-06:00',
        binSeconds: 86_400,
        byCategory: {},
        byVerification: {},
        before: 0,
        after: 0,
        whole: { from: '2026-01-01T00:00:00-06:00', to: '2026-02-01T00:00:00-06:00' },
      },
      facets: { category: none(CATEGORY_IDS), verification: none(VERIFICATION_IDS) },
      revision: 1,
    },
    list: { features, numberMatched: features.length, revision: 1, links: [] },
    unplaced: { features: [], numberMatched: 0, revision: 1, links: [] },
  };
}
