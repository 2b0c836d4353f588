import { privateDetails } from '../../data/screening/private-details.ts';
import { say } from '../language/say-of-reports.ts';

/** @returns what to say beside a text that seems to hold private details, or null. */
export function privateWarning(text: string): string | null {
  const details = privateDetails(text);
  return details.length === 0 ? null : details.map(({ id }) => say(`private.${id}`)).join(' ');
}
