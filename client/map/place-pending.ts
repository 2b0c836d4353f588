import { type Apart, apartOf, type DrawnFeature, drawnAt, type Pixels } from './drawn-feature.ts';
import type { Marked } from './features.ts';
import { BESIDE } from './ring.ts';

type Project = (position: readonly [longitude: number, latitude: number]) => Pixels;

/** Nearer than this, a mark lies over another. */
const CROWDED_PX = 40;
const HERE: Apart = [0, 0];

/**
 * Where marks of one's own reports stand: beside whatever is drawn where they are, so that none hides a
 * count of others, nor another of one's own.
 * @param features what the map draws besides.
 */
export function placePending(
  pending: readonly Marked[],
  features: readonly DrawnFeature[],
  project: Project,
): Marked[] {
  if (pending.length === 0) return [];
  const others = features.map((mark) =>
    drawnAt(project([...mark.geometry.coordinates]), apartOf(mark)),
  );
  const own: Pixels[] = [];
  return pending.map((one) => {
    const at = project(one.position);
    const clearOf = (taken: readonly Pixels[]) =>
      [HERE, ...BESIDE].find((apart) => isClear(drawnAt(at, apart), taken));
    // Where others crowd all about it, a count may be hidden, but none of one's own.
    const apart = clearOf([...others, ...own]) ?? clearOf(own) ?? HERE;
    own.push(drawnAt(at, apart));
    return apart === HERE ? one : { ...one, apart };
  });
}

function isClear({ x, y }: Pixels, taken: readonly Pixels[]): boolean {
  return taken.every((other) => Math.hypot(other.x - x, other.y - y) >= CROWDED_PX);
}
