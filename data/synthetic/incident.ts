import type { IncidentDraft } from '../incident/schema.ts';
import { randomAccounts } from './accounts.ts';
import { randomPlace } from './place.ts';
import { Random } from './random.ts';
import { randomSubject } from './subject.ts';
import { randomTime } from './time.ts';

/**
 * Makes up one incident. All of it follows from seed and index, so that the first thousand are the
 * same whether a thousand are made or a million.
 * @param seed whole, 0 to 2^53 − 1.
 * @param index whole, from 0 on.
 * @returns a record that says in its title and in `synthetic` that nothing of it took place.
 */
export function syntheticIncident(seed: number, index: number): IncidentDraft {
  const random = new Random(seed, index);
  const { geometry, ...where } = randomPlace(random);
  const { day, ...when } = randomTime(random);
  const { label, detail, ...what } = randomSubject(random);
  return {
    type: 'Feature',
    id: `synthetic-${seed}-${index}`,
    geometry,
    properties: {
      title: `Synthetic: ${label.toLowerCase()}, ${where.place}`,
      summary: `Made-up record for tests; nothing of it took place. ${detail}`,
      ...what,
      ...when,
      ...where,
      ...randomAccounts(random, day),
      synthetic: true,
    },
  };
}

/** Makes up incidents `first` to `first + count − 1` of a seed. */
export function syntheticIncidents(seed: number, first: number, count: number): IncidentDraft[] {
  return Array.from({ length: count }, (_, offset) => syntheticIncident(seed, first + offset));
}
