import geojsonValidation from 'geojson-validation';
import { coordinateProblems } from './coordinates.ts';

/** Where a value is not GeoJSON, and what would be right. No value of it is repeated. */
export interface GeojsonProblem {
  /** Steps into the value, as in `['geometry', 'coordinates']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export const DEEPEST_NESTING = 32;
export const MOST_VALUES = 100_000;
const MOST_PROBLEMS = 20;

const GEOMETRY_TYPES: ReadonlySet<unknown> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);
const TYPES: ReadonlySet<unknown> = new Set([...GEOMETRY_TYPES, 'Feature', 'FeatureCollection']);

/** A part of the value that must be a GeoJSON object, and of which kinds. */
interface Part {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
  readonly types: ReadonlySet<unknown>;
}

/**
 * Checks that a parsed JSON value is GeoJSON (RFC 7946) whose positions are finite WGS 84 degrees.
 *
 * geojson-validation is the structural check. It looks a `type` up in plain objects, throws on an
 * empty ring, recurses as deep as it is given, and takes longitude 500, 1e999, five-number
 * positions, empty polygons and a boolean id; hence the guards before it and `=== true` after.
 * @returns up to 20 problems, outermost first; none where it is GeoJSON.
 */
export function geojsonProblems(value: unknown): GeojsonProblem[] {
  const tooLarge = sizeProblem(value);
  if (tooLarge) return [tooLarge];
  const problems: GeojsonProblem[] = [];
  const parts: Part[] = [{ value, path: [], types: TYPES }];
  for (let part = parts.pop(); part; part = parts.pop()) {
    problems.push(...partProblems(part, parts));
    if (problems.length >= MOST_PROBLEMS) return problems.slice(0, MOST_PROBLEMS);
  }
  if (problems.length > 0 || !isRecord(value)) return problems;
  return geojsonValidation.valid(value) === true
    ? []
    : [{ path: [], message: 'Expected GeoJSON as RFC 7946 describes it.' }];
}

/**
 * Guards what walks the value afterwards: counts its values and its depth without recursion.
 * @returns null where both are within their limits.
 */
export function sizeProblem(value: unknown): GeojsonProblem | null {
  let count = 0;
  const left: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  for (let entry = left.pop(); entry; entry = left.pop()) {
    if (typeof entry.value !== 'object' || entry.value === null) continue;
    if (entry.depth > DEEPEST_NESTING) {
      return { path: [], message: `Nests deeper than ${DEEPEST_NESTING} levels; send it flatter.` };
    }
    const members = Object.values(entry.value);
    count += members.length;
    if (count > MOST_VALUES) {
      return { path: [], message: `Holds more than ${MOST_VALUES} values; send less at once.` };
    }
    for (const member of members) left.push({ value: member, depth: entry.depth + 1 });
  }
  return null;
}

/** @param parts takes the GeoJSON objects within this one, to be looked at next. */
function partProblems({ value, path, types }: Part, parts: Part[]): GeojsonProblem[] {
  if (!isRecord(value)) return [{ path, message: 'Expected a GeoJSON object.' }];
  const type = own(value, 'type');
  if (!types.has(type)) {
    return [{ path: [...path, 'type'], message: `Expected one of: ${[...types].join(', ')}.` }];
  }
  const problems = bboxProblems(value, path);
  const list = type === 'FeatureCollection' ? 'features' : 'geometries';
  if (type === 'Feature') {
    problems.push(...featureProblems(value, path));
    const geometry = own(value, 'geometry');
    if (geometry !== null) {
      parts.push({ value: geometry, path: [...path, 'geometry'], types: GEOMETRY_TYPES });
    }
  } else if (type === 'FeatureCollection' || type === 'GeometryCollection') {
    const members = own(value, list);
    const memberTypes = type === 'FeatureCollection' ? new Set(['Feature']) : GEOMETRY_TYPES;
    if (!Array.isArray(members)) {
      return [...problems, { path: [...path, list], message: 'Expected a list.' }];
    }
    for (let index = members.length - 1; index >= 0; index--) {
      parts.push({ value: members[index], path: [...path, list, index], types: memberTypes });
    }
  } else {
    const found = coordinateProblems(type as string, own(value, 'coordinates'), MOST_PROBLEMS);
    problems.push(
      ...found.map((problem) => ({ ...problem, path: [...path, 'coordinates', ...problem.path] })),
    );
  }
  return problems;
}

/** RFC 7946 §3.2: an id is a string or a number, properties an object or null. */
function featureProblems(feature: object, path: Part['path']): GeojsonProblem[] {
  const problems: GeojsonProblem[] = [];
  const id = own(feature, 'id');
  if (Object.hasOwn(feature, 'id') && typeof id !== 'string' && !Number.isFinite(id)) {
    problems.push({ path: [...path, 'id'], message: 'Expected a text or a number.' });
  }
  const properties = own(feature, 'properties');
  if (properties !== null && !isRecord(properties)) {
    problems.push({ path: [...path, 'properties'], message: 'Expected an object, or null.' });
  }
  return problems;
}

/** RFC 7946 §5: four numbers, or six with heights. */
function bboxProblems(value: object, path: Part['path']): GeojsonProblem[] {
  if (!Object.hasOwn(value, 'bbox')) return [];
  const bbox = own(value, 'bbox');
  const isBox =
    Array.isArray(bbox) && (bbox.length === 4 || bbox.length === 6) && bbox.every(Number.isFinite);
  return isBox ? [] : [{ path: [...path, 'bbox'], message: 'Expected four or six numbers.' }];
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the object itself: what every object inherits is no part of a JSON value. */
function own(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
