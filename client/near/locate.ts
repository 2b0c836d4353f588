import type { MessageKey } from '../language/say.ts';
import { say } from '../language/say-of-near.ts';
import type { OwnPosition } from '../state/state.ts';

/** Nothing older is taken, and a phone gets this long to find itself. */
const OLDEST_MS = 60_000;
const LONGEST_MS = 15_000;

/**
 * Asks the device where it is, once. What it says stays on this page.
 * @param onAsking is told, in words, that the answer may take its time.
 * @throws Error in words for the person: refused, not found, or not offered here.
 */
export function locate(onAsking: (words: string) => void): Promise<OwnPosition> {
  onAsking(say('near.asking'));
  if (!('geolocation' in navigator)) {
    return Promise.reject(new Error(say('near.missing')));
  }
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          longitude: coords.longitude,
          latitude: coords.latitude,
          accuracyMeters: coords.accuracy,
        }),
      ({ code }) => reject(new Error(say(WORDS[code] ?? 'near.unknown'))),
      { enableHighAccuracy: true, maximumAge: OLDEST_MS, timeout: LONGEST_MS },
    );
  });
}

/** Unseen: it lies beside what the map shows. Outside: the map does not go as far. */
export type Shown = 'seen' | 'unseen' | 'outside';

/** @returns what finding it means. */
export function foundWords(shown: Shown): string {
  return say(FOUND[shown]);
}

const FOUND = {
  seen: 'near.found',
  unseen: 'near.unseen',
  outside: 'near.outside',
} as const satisfies Readonly<Record<Shown, MessageKey>>;

/** By code of GeolocationPositionError. */
const WORDS: Readonly<Record<number, MessageKey>> = {
  1: 'near.refused',
  2: 'near.unknown',
  3: 'near.late',
};
