import { neededPart } from '../layout/lazy.tsx';

type NearPart = typeof import('./near.ts');

let part: NearPart | null = null;

/** @returns what tells how far something is; null until somebody has asked where this device is. */
export function nearPart(): NearPart | null {
  return part;
}

/** Loads it when somebody first asks. @throws ApiError where it cannot be had. */
export async function loadNearPart(): Promise<NearPart> {
  part = await neededPart(import('./near.ts'));
  return part;
}
