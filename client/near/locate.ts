import type { OwnPosition } from '../state/state.ts';

/** Nothing older is taken, and a phone gets this long to find itself. */
const OLDEST_MS = 60_000;
const LONGEST_MS = 15_000;

/**
 * Asks the device where it is, once. What it says stays on this page.
 * @throws Error in words for the person: refused, not found, or not offered here.
 */
export function locate(): Promise<OwnPosition> {
  if (!('geolocation' in navigator)) {
    return Promise.reject(new Error('This browser does not say where it is.'));
  }
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          longitude: coords.longitude,
          latitude: coords.latitude,
          accuracyMeters: coords.accuracy,
        }),
      ({ code }) => reject(new Error(WORDS[code] ?? WORDS[2])),
      { enableHighAccuracy: true, maximumAge: OLDEST_MS, timeout: LONGEST_MS },
    );
  });
}

/** By code of GeolocationPositionError. */
const WORDS: Readonly<Record<number, string>> = {
  1: 'This page may not ask where the device is; allow it in the browser’s settings.',
  2: 'The device does not know where it is.',
  3: 'The device did not find where it is in time.',
};
