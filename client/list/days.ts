import type { IncidentFeature } from '../../data/incident/schema.ts';
import { startOfCentral } from '../../data/time/central.ts';

export interface Day {
  /** When the day begins in Minneapolis, ms since 1970. */
  readonly start: number;
  readonly incidents: readonly IncidentFeature[];
}

/** Groups incidents, in the order given, by the day on which they began. */
export function byDay(features: readonly IncidentFeature[]): Day[] {
  const days: { start: number; incidents: IncidentFeature[] }[] = [];
  for (const feature of features) {
    const start = startOfCentral('day', Date.parse(feature.properties.occurredAt));
    const last = days.at(-1);
    if (last?.start === start) last.incidents.push(feature);
    else days.push({ start, incidents: [feature] });
  }
  return days;
}
