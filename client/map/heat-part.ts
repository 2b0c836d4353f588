import { neededPart } from '../layout/lazy.tsx';

type HeatPart = typeof import('./heat.ts');

let part: HeatPart | null = null;

/** @returns what draws the heat map; null until it has been loaded. */
export function heatPart(): HeatPart | null {
  return part;
}

/** Loads it when somebody first asks for a heat map. @throws ApiError where it cannot be had. */
export async function loadHeatPart(): Promise<void> {
  part = await neededPart(import('./heat.ts'));
}
