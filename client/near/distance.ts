import { metersBetween } from '../../data/basemap/draw/plane.ts';
import type { ListedIncident } from '../api/answer.ts';
import { say } from '../language/say-of-near.ts';
import { numberWords } from '../language/words.ts';
import type { OwnPosition } from '../state/state.ts';

/**
 * @returns how far an incident lies from where this device is, no closer than either is known:
 * `0.8 mi from you`, `about 2 mi from you`; empty where one of them is not known.
 */
export function distanceWords(
  { geometry, properties }: Pick<ListedIncident, 'geometry' | 'properties'>,
  own: OwnPosition | null,
): string {
  if (own === null || geometry === null) return '';
  const unsureMeters = own.accuracyMeters + (properties.uncertaintyMeters ?? 0);
  const meters = metersBetween([own.longitude, own.latitude], geometry.coordinates);
  if (meters <= unsureMeters) return say('near.here');
  const isRough = unsureMeters > meters / 4;
  const miles = meters / METERS_PER_MILE;
  const words = numberWords(miles, isRough || meters > 16_000 ? 0 : 1);
  if (words === numberWords(0)) return say('near.underHalf');
  return isRough ? say('near.aboutMiles', { miles: words }) : say('near.miles', { miles: words });
}

const METERS_PER_MILE = 1609.344;
