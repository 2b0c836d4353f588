import { startOfCentral } from '../../data/time/central.ts';
import type { ListedIncident } from '../api/answer.ts';

export interface Day {
  /** When the day begins in Minneapolis, ms since 1970. */
  readonly start: number;
  readonly incidents: readonly ListedIncident[];
}

/** Groups incidents, in the order given, by the day on which they began. */
export function byDay(features: readonly ListedIncident[]): Day[] {
  const days: { start: number; incidents: ListedIncident[] }[] = [];
  for (const feature of features) {
    const start = startOfCentral('day', Date.parse(feature.properties.occurredAt));
    const last = days.at(-1);
    if (last?.start === start) last.incidents.push(feature);
    else days.push({ start, incidents: [feature] });
  }
  return days;
}
