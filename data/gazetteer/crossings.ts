import type { FeatureCollection } from 'geojson';
import { type Point, toDegrees, toPlane, toSegment } from '../basemap/draw/plane.ts';
import { type Words, wordsOf } from './words.ts';

/** A street as the basemap draws it: one name, one or more pieces. */
export interface NamedStreet {
  readonly name: string;
  readonly short: string;
  readonly words: Words;
  /** Pieces as points in metres on the flat map. */
  readonly pieces: readonly (readonly Point[])[];
  /** How far the drawn line may lie from the street, in metres. */
  readonly uncertaintyMeters: number;
  /** Placed by the grid's rules and not by a line of its own. */
  readonly byRule: boolean;
}

export interface Crossing {
  readonly coordinates: [longitude: number, latitude: number];
  readonly uncertaintyMeters: number;
  /** `lines` where both streets are lines of the figures, else `grid rule`. */
  readonly basis: 'lines' | 'grid rule';
}

/** Metres of a main street's line from the City's centre line. */
const mainStreetMeters = 15;
/** Two streets that end so near each other, in metres, meet. */
const reach = 30;
/** Crossings of one pair nearer than this, in metres, are one. */
const apart = 150;

/** @returns the named streets of basemap files (`streets`, `freeways`, `minor-streets`). */
export function namedStreets(...files: readonly FeatureCollection[]): NamedStreet[] {
  const streets = new Map<string, NamedStreet & { pieces: Point[][] }>();
  for (const { geometry, properties } of files.flatMap(({ features }) => features)) {
    if (geometry.type !== 'LineString' || typeof properties?.name !== 'string') continue;
    const byRule = properties.interpolated === true;
    const key = `${properties.name} ${byRule}`;
    const piece = geometry.coordinates.map(([x = 0, y = 0]) => toPlane([x, y]));
    const known = streets.get(key);
    if (known) known.pieces.push(piece);
    else {
      streets.set(key, {
        name: properties.name,
        short: String(properties.short ?? properties.name),
        words: wordsOf(properties.name),
        pieces: [piece],
        uncertaintyMeters: Number(properties.uncertaintyMeters ?? mainStreetMeters),
        byRule,
      });
    }
  }
  return [...streets.values()];
}

/** @returns where two streets cross or meet; empty where they don't. */
export function crossing(a: NamedStreet, b: NamedStreet): Crossing[] {
  if (a.name === b.name) return [];
  const found: Point[] = [];
  for (const p of a.pieces) for (const q of b.pieces) found.push(...meetings(p, q));
  const distinct = found.filter(
    ([x, y], i) => !found.slice(0, i).some(([u, v]) => Math.hypot(x - u, y - v) < apart),
  );
  const meters = Math.round(Math.hypot(a.uncertaintyMeters, b.uncertaintyMeters) / 5) * 5;
  return distinct.map((point) => {
    const [longitude, latitude] = toDegrees(point);
    return {
      coordinates: [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))],
      uncertaintyMeters: meters,
      basis: a.byRule || b.byRule ? 'grid rule' : 'lines',
    };
  });
}

function meetings(p: readonly Point[], q: readonly Point[]): Point[] {
  const out: Point[] = [];
  for (let i = 1; i < p.length; i++) {
    for (let k = 1; k < q.length; k++) {
      const [a, b, c, d] = [p[i - 1], p[i], q[k - 1], q[k]];
      const point = a && b && c && d ? intersection(a, b, c, d) : undefined;
      if (point) out.push(point);
    }
  }
  if (out.length === 0) out.push(...touches(p, q), ...touches(q, p));
  return out;
}

/** Ends of one line that lie within reach of the other. */
function touches(line: readonly Point[], other: readonly Point[]): Point[] {
  return [line[0], line.at(-1)].flatMap((end) => {
    if (!end) return [];
    for (let i = 1; i < other.length; i++) {
      const [a, b] = [other[i - 1], other[i]];
      if (!a || !b) continue;
      const { distance, nearest } = toSegment(end, a, b);
      if (distance < reach) return [nearest];
    }
    return [];
  });
}

function intersection(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const across = rx * sy - ry * sx;
  if (Math.abs(across) < 1e-9) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / across;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / across;
  if (t < 0 || t > 1 || u < 0 || u > 1) return undefined;
  return [a[0] + t * rx, a[1] + t * ry];
}
