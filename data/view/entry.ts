import { codeOf } from './codes.ts';
import { latitudeOf, longitudeOf, xOf, yOf } from './mercator.ts';
import type { ViewRow } from './types.ts';

/** A row on its way into a page, or from one page to another. */
export interface Entry {
  readonly key: number;
  readonly code: number;
  readonly occurredAt: number;
  readonly latestAt: number;
  readonly knownFrom: number;
  readonly knownUntil: number;
  readonly placed: boolean;
  /** Mercator units; 0 where not placed. */
  readonly x: number;
  readonly y: number;
  /** [longitude, latitude], only where x and y do not give it back to the last bit. */
  readonly exact: readonly [longitude: number, latitude: number] | null;
}

/** @throws RangeError where the row's category or verification is not in the vocabulary. */
export function entryOf(row: ViewRow): Entry {
  const { key, occurredAt, latestAt, knownFrom, knownUntil, position } = row;
  const x = position === null ? 0 : xOf(position[0]);
  const y = position === null ? 0 : yOf(position[1]);
  const fits =
    position === null || (longitudeOf(x) === position[0] && latitudeOf(y) === position[1]);
  return {
    key,
    code: codeOf(row),
    occurredAt,
    latestAt,
    knownFrom,
    knownUntil,
    placed: position !== null,
    x,
    y,
    exact: fits ? null : position,
  };
}
