import { type ReportFeature, type ReportInput, reportFeature } from '../../data/incident/schema.ts';

/** What a person sends; the rest is plain and lawful. */
export function reportInput(
  properties: Partial<ReportInput['properties']> = {},
  coordinates: [number, number] = [-93.265, 44.9778],
): ReportInput {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
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

/** @returns a report as it is stored. */
export function report(
  properties: Partial<ReportInput['properties']> = {},
  coordinates?: [number, number],
): ReportFeature {
  return reportFeature.parse(reportInput(properties, coordinates));
}
