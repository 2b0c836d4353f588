import type { ReportInput } from '../../data/incident/schema.ts';
import type { RunningServer } from '../running-server.ts';

type Told = Partial<ReportInput['properties']> & { readonly coordinates?: [number, number] };

const VIGIL = {
  title: 'Candles at the corner',
  summary: 'About twenty people stand with candles. Nobody is hurt.',
  category: 'vigil',
  occurredAt: '2026-01-20T18:30:00-06:00',
  timePrecision: 'hour',
  place: 'Lake Street and Chicago Avenue',
  locationPrecision: 'intersection',
} as const;

/** Sends a report by HTTP, as a program would. @returns its token. */
export async function sendReport(server: RunningServer, told: Told = {}): Promise<string> {
  const { coordinates = [-93.2624, 44.9483], ...properties } = told;
  const response = await fetch(`http://127.0.0.1:${server.port}/api/collections/incidents/items`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/geo+json' },
    body: JSON.stringify({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { ...VIGIL, ...properties },
    }),
  });
  const token = response.headers.get('Location')?.split('/').at(-1);
  if (token === undefined) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return token;
}

/** Thirty reports of all kinds, far from each other: some with a phone number, some soon to be public. */
export function mixedReports(): Told[] {
  const categories = ['vigil', 'protest', 'property_damage', 'raid', 'other'] as const;
  return Array.from({ length: 30 }, (_, index) => ({
    title: `Report number ${index + 1}`,
    summary:
      index % 5 === 4
        ? `Something happened here, call 612-555-01${10 + index}.`
        : `Something of the kind no. ${index + 1} was seen from across the street.`,
    category: categories[index % 5] ?? 'other',
    occurredAt: `2026-01-${String(1 + (index % 28)).padStart(2, '0')}T12:00:00-06:00`,
    coordinates: [-93.31 + (index % 6) * 0.02, 44.91 + Math.floor(index / 6) * 0.025],
  }));
}
