import type { Place } from '../../data/gazetteer/places.ts';
import type { ChosenPlace, PickedPlace } from './draft.ts';

/** Below this an uncertain place is a block, from it on a neighborhood. */
export const AREA_METERS = 400;

/**
 * How exactly a pin says where it is.
 * @param metersPerPixel at the zoom it was set: nobody sets one closer than they see.
 * @param unsureMeters radius that the reporter gave, or null.
 */
export function pinPlace(
  position: readonly [number, number],
  metersPerPixel: number,
  unsureMeters: number | null,
): ChosenPlace {
  const seen = Math.max(10, Math.round((metersPerPixel * 12) / 10) * 10);
  const meters = Math.max(seen, unsureMeters ?? 0);
  const locationPrecision =
    meters <= 20 ? 'exact' : meters < AREA_METERS ? 'block' : 'neighborhood';
  return {
    position: [Number(position[0].toFixed(6)), Number(position[1].toFixed(6))],
    locationPrecision,
    uncertaintyMeters: locationPrecision === 'block' ? Math.max(80, meters) : meters,
    locationBasis: 'Pin set by the reporter on the map',
  };
}

/** A place of the gazetteer, picked from its list. */
export function fromList(place: Place): PickedPlace {
  const what = place.locationPrecision === 'intersection' ? 'Corner' : 'Place';
  return {
    coordinates: place.coordinates,
    locationPrecision: place.locationPrecision,
    uncertaintyMeters: place.uncertaintyMeters,
    basis: `${what} picked by the reporter from the map’s list of places`,
  };
}

/** Who says where it was: part of the record, and so in its language. */
export const BY_DEVICE = 'the reporter’s device';
export const BY_PHOTO = 'a photo';

/** Three decimals of a degree are a block: 79 m by 111 m. */
const BLOCK_DECIMALS = 3;
const BLOCK_METERS = 100;
/** A device that knows no better is not asked for the spot. */
const EXACT_METERS = 50;

/**
 * A position that a device or a photo gave: to the block, unless its reporter wants the spot.
 * @param accuracyMeters as the device says, or null where nobody does.
 * @param source who says so: `the reporter’s device`.
 */
export function measuredPlace(
  [longitude, latitude]: readonly [number, number],
  accuracyMeters: number | null,
  isExact: boolean,
  source: string,
): PickedPlace {
  const accuracy = Math.ceil(accuracyMeters ?? 0);
  if (isExact && accuracy <= EXACT_METERS) {
    return {
      coordinates: [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))],
      locationPrecision: 'exact',
      uncertaintyMeters: Math.max(10, accuracy),
      basis: `Position of ${source}`,
    };
  }
  const meters = Math.max(BLOCK_METERS, accuracy);
  return {
    coordinates: [
      Number(longitude.toFixed(BLOCK_DECIMALS)),
      Number(latitude.toFixed(BLOCK_DECIMALS)),
    ],
    locationPrecision: meters < AREA_METERS ? 'block' : 'neighborhood',
    uncertaintyMeters: meters,
    basis: `Position of ${source}, rounded to the block`,
  };
}

/** @returns ground metres that one pixel covers (Web Mercator, 512 px tiles). */
export function metersPerPixel(latitude: number, zoom: number): number {
  return (Math.cos((latitude * Math.PI) / 180) * 40_075_016.686) / (512 * 2 ** zoom);
}
