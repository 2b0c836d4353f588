import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { freeways } from '../figures/freeways.ts';
import { streets } from '../figures/streets.ts';
import { type Area, areaOf } from './area.ts';
import { collection, lineFeature } from './feature.ts';
import { type Point, type Position, toDegrees, toPlane, toSegment } from './plane.ts';
import { type RuledLine, ruledLines } from './rules.ts';
import { freewayLine, shortName, streetLine } from './streets.ts';
import type { Waters } from './water.ts';

/** Metres between the samples that decide where a street exists. */
const step = 10;
/** Metres either side of a freeway's line that its trench takes. */
const trench = { freeway: 48, highway: 26 };
/** A ruled line so near a main street and so parallel to it is that street: drawn once. */
const same = { meters: 55, degrees: 14 };
/** Shorter pieces, in metres, are left out: they would be noise. */
const shortest = 70;

interface Barrier {
  readonly box: readonly number[];
  readonly area: Area;
}

interface Segment {
  readonly a: Point;
  readonly b: Point;
  readonly within: number;
}

/** The minor street grid: ruled lines, cut to land that is no park, lake, river or trench. */
export function drawGrid(
  { river, lakes }: Waters,
  parks: readonly { readonly area: Area }[],
): FeatureCollection {
  const barriers = [...lakes.map(({ area }) => area), ...parks.map(({ area }) => area), river]
    .filter((area) => area !== undefined)
    .map((area) => ({ area, box: bbox(area) }));
  const trenches = freeways.flatMap(({ line, class: kind }) =>
    segments(freewayLine(line), trench[kind]),
  );
  const mains = streets.flatMap(({ line }) => segments(streetLine(line), same.meters));
  return collection(
    ruledLines().flatMap((ruled) =>
      pieces(ruled, barriers, trenches, mains).map((line) =>
        lineFeature(line, {
          ...(ruled.name ? { name: ruled.name, short: shortName(ruled.name) } : {}),
          class: 'minor',
          interpolated: true,
          uncertaintyMeters: ruled.uncertaintyMeters,
        }),
      ),
    ),
  );
}

function pieces(
  { line, within, except }: RuledLine,
  barriers: readonly Barrier[],
  trenches: readonly Segment[],
  mains: readonly Segment[],
): Position[][] {
  const district = areaOf(within);
  const exceptions = except.map(areaOf);
  const out: Position[][] = [];
  let run: Position[] = [];
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && lengthOf(run) >= shortest) out.push(withoutMiddles(run));
    run = [];
  };
  for (const { position, heading } of samples(line)) {
    const p = toPlane(position);
    const free =
      booleanPointInPolygon(position, district) &&
      !exceptions.some((area) => booleanPointInPolygon(position, area)) &&
      !barriers.some(
        ({ area, box }) => inBox(position, box) && booleanPointInPolygon(position, area),
      ) &&
      !trenches.some((segment) => near(p, segment)) &&
      !mains.some((segment) => near(p, segment) && parallel(heading, segment));
    if (free) run.push(position);
    else close();
  }
  close();
  return out;
}

/** Points every `step` metres with the way's heading in radians. */
function* samples(line: readonly Position[]): Generator<{ position: Position; heading: number }> {
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1], line[i]];
    if (!from || !to) continue;
    const [a, b] = [toPlane(from), toPlane(to)];
    const heading = Math.atan2(b[1] - a[1], b[0] - a[0]);
    const count = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
    for (let k = i === 1 ? 0 : 1; k <= count; k++) {
      const t = k / count;
      const position = toDegrees([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      yield { position, heading };
    }
  }
}

function segments(line: readonly Position[], within: number): Segment[] {
  const points = line.map(toPlane);
  return points.slice(1).flatMap((b, i) => {
    const a = points[i];
    return a ? [{ a, b, within }] : [];
  });
}

function near(p: Point, { a, b, within }: Segment): boolean {
  if (p[0] < Math.min(a[0], b[0]) - within || p[0] > Math.max(a[0], b[0]) + within) return false;
  if (p[1] < Math.min(a[1], b[1]) - within || p[1] > Math.max(a[1], b[1]) + within) return false;
  return toSegment(p, a, b).distance < within;
}

function parallel(heading: number, { a, b }: Segment): boolean {
  const turn = Math.abs(heading - Math.atan2(b[1] - a[1], b[0] - a[0])) % Math.PI;
  return Math.min(turn, Math.PI - turn) < (same.degrees * Math.PI) / 180;
}

function inBox(
  [x, y]: Position,
  [west = 0, south = 0, east = 0, north = 0]: readonly number[],
): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

function lengthOf(run: readonly Position[]): number {
  let meters = 0;
  for (let i = 1; i < run.length; i++) {
    const [a, b] = [run[i - 1], run[i]];
    if (!a || !b) continue;
    const [p, q] = [toPlane(a), toPlane(b)];
    meters += Math.hypot(p[0] - q[0], p[1] - q[1]);
  }
  return meters;
}

/** Drops the points that lie on the straight between their neighbours. */
function withoutMiddles(run: readonly Position[]): Position[] {
  return run.filter((position, i) => {
    const [before, after] = [run[i - 1], run[i + 1]];
    if (!before || !after) return true;
    return toSegment(toPlane(position), toPlane(before), toPlane(after)).distance > 0.05;
  });
}
