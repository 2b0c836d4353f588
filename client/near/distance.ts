import { metersBetween } from '../../data/basemap/draw/plane.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { OwnPosition } from '../state/state.ts';

/**
 * @returns how far an incident lies from where this device is, no closer than either is known:
 * `0.8 mi from you`, `about 2 mi from you`; empty where one of them is not known.
 */
export function distanceWords(
  { geometry, properties }: IncidentFeature,
  own: OwnPosition | null,
): string {
  if (own === null || geometry === null) return '';
  const unsureMeters = own.accuracyMeters + (properties.uncertaintyMeters ?? 0);
  const meters = metersBetween([own.longitude, own.latitude], geometry.coordinates);
  if (meters <= unsureMeters) return 'near you';
  const isRough = unsureMeters > meters / 4;
  const miles = (meters / METERS_PER_MILE).toLocaleString('en-US', {
    maximumFractionDigits: isRough || meters > 16_000 ? 0 : 1,
  });
  if (miles === '0') return 'under half a mile from you';
  return `${isRough ? 'about ' : ''}${miles} mi from you`;
}

const METERS_PER_MILE = 1609.344;
