import type { Camera } from '../state/state.ts';
import { drawnAt, type Pixels } from './drawn-feature.ts';
import type { Marked } from './features.ts';
import { LEAST_ZOOM, WORLD_PX } from './first-camera.ts';
import type { IncidentMap, Insets } from './incident-map.ts';
import { worldMeters } from './viewport.ts';

/** A part of what lies over the map, in pixels of its container. */
interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What stands on the map, beside bar and sheet. */
const ON_MAP = '.map-corner > *, .report-button, .known-band, .attribution';
/** From the middle of a mark to beyond its ring. */
const ROOM_PX = 36;

/** Room between a circle about the pin and the edge of what is clear. */
const EDGE_PX = 16;

/** Moves the map as little as brings a mark from under whatever lies over it. */
export function clearMark(
  map: IncidentMap,
  { position, apart = [0, 0] }: Pick<Marked, 'position' | 'apart'>,
  camera: Camera | null,
  covered: Insets,
): void {
  if (!camera) return;
  const at = drawnAt(map.project(position), apart);
  const box = map.box();
  const to = clearSpot(at, box, coversOf(box, covered));
  if (to === at) return;
  const middle = map.project(map.middle());
  const [longitude, latitude] = map.unproject(middle.x + at.x - to.x, middle.y + at.y - to.y);
  map.goTo({ longitude, latitude, zoom: camera.zoom });
}

/** Shows more of the map, where the edge of a circle about its middle would not be seen. */
export function showCircle(
  map: IncidentMap,
  radiusMeters: number,
  camera: Camera | null,
  covered: Insets,
): void {
  if (!camera) return;
  const { width, height } = map.box();
  const room = Math.min(width, height - covered.top - covered.bottom) / 2 - EDGE_PX;
  const zoom = Math.log2(
    (Math.max(1, room) * worldMeters(camera.latitude)) / (radiusMeters * WORLD_PX),
  );
  if (zoom < camera.zoom) map.goTo({ ...camera, zoom: Math.max(LEAST_ZOOM, zoom) });
}

/** @returns what lies over the map now. @param covered by bar and sheet, once the sheet has risen. */
function coversOf({ left, top, width, height }: DOMRect, covered: Insets): Rectangle[] {
  const standing = [...document.querySelectorAll(ON_MAP)]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box) => ({
      left: box.left - left,
      top: box.top - top,
      right: box.right - left,
      bottom: box.bottom - top,
    }));
  return [
    { left: 0, top: 0, right: width, bottom: covered.top },
    { left: 0, top: height - covered.bottom, right: width, bottom: height },
    ...standing,
  ];
}

/**
 * Where a mark is moved to so that nothing lies over it: as near as can be to where it is.
 * @returns where it is, if it is clear there or nowhere else.
 */
function clearSpot(
  at: Pixels,
  { width, height }: { readonly width: number; readonly height: number },
  covers: readonly Rectangle[],
): Pixels {
  const grown = covers.map(({ left, top, right, bottom }) => ({
    left: left - ROOM_PX,
    top: top - ROOM_PX,
    right: right + ROOM_PX,
    bottom: bottom + ROOM_PX,
  }));
  const [least, mostX, mostY] = [ROOM_PX, width - ROOM_PX, height - ROOM_PX];
  const isClear = ({ x, y }: Pixels, within = 0): boolean =>
    x >= least - within &&
    y >= least - within &&
    x <= mostX + within &&
    y <= mostY + within &&
    !grown.some(
      (box) =>
        x > box.left + within &&
        x < box.right - within &&
        y > box.top + within &&
        y < box.bottom - within,
    );
  // Where it was brought before, it lies on an edge.
  if (isClear(at, 1)) return at;
  // The nearest clear spot lies on an edge of what is in the way, or where two of them meet.
  const xs = [at.x, least, mostX, ...grown.flatMap(({ left, right }) => [left, right])];
  const ys = [at.y, least, mostY, ...grown.flatMap(({ top, bottom }) => [top, bottom])];
  const clear = xs.flatMap((x) => ys.map((y) => ({ x, y }))).filter((spot) => isClear(spot));
  const distance = ({ x, y }: Pixels): number => Math.hypot(x - at.x, y - at.y);
  return (
    clear.reduce<Pixels | null>(
      (best, spot) => (best && distance(best) <= distance(spot) ? best : spot),
      null,
    ) ?? at
  );
}
