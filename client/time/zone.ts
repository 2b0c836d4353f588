import { centralOffsetMinutes } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import { say } from '../language/say.ts';

/** In whose time the inputs are: the city's, or that of the device. */
export type Zone = 'central' | 'own';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SEASON_MS = 80 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;

/** @returns minutes east of UTC. */
export function offsetMinutes(zone: Zone, instant: number): number {
  return zone === 'central'
    ? centralOffsetMinutes(instant)
    : -new Date(instant).getTimezoneOffset();
}

/** @returns `UTC−6`, `UTC+5:30`. */
export function offsetWords(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** @returns `Central Time, UTC−6`; both offsets where the clocks change in between. */
export function zoneWords(zone: Zone, { from, to }: TimeSpan): string {
  const offsets = new Set(moments(from, to).map((at) => offsetMinutes(zone, at)));
  const words = [...offsets].sort((a, b) => a - b).map(offsetWords);
  return `${say(`zone.${zone}`)}, ${words.join('/').replaceAll('/UTC', '/')}`;
}

/** Of a span: its ends and some in between, so that no summer is missed. */
function moments(from: number, to: number): number[] {
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    return [Number.isFinite(from) ? from : Number.isFinite(to) ? to : Date.now()];
  }
  const steps = Math.min(5, Math.ceil((to - from) / SEASON_MS));
  const last = Math.min(to, from + YEAR_MS);
  return [from, to, ...Array.from({ length: steps }, (_, i) => from + ((last - from) * i) / steps)];
}

/** @returns whether this device's clock shows another time than the city's, now or half a year on. */
export function hasOwnZone(now = Date.now()): boolean {
  return [now, now + YEAR_MS / 2].some(
    (at) => offsetMinutes('own', at) !== offsetMinutes('central', at),
  );
}

/** @returns the wall clock at `instant`, as if it were UTC. */
export function wallIn(zone: Zone, instant: number): Date {
  return new Date(instant + offsetMinutes(zone, instant) * MINUTE_MS);
}
