import { DEAD } from './codes.ts';
import type { Entry } from './entry.ts';
import { latitudeOf, longitudeOf } from './mercator.ts';

/** Rows a page holds before its place is divided: the scan's unit, and the most one tidying sorts. */
export const MOST_ROWS = 8192;
const FIRST_ROWS = 32;

type Column = Float64Array | Uint32Array | Uint8Array;

/**
 * Rows of one place as columns: those before `sorted` in order of time, then those that came since.
 * A column is as narrow as its rows allow; where a row does not fit, its page and no other keeps a
 * wide one beside it (`latest`, `exact`), so that every answer stays exact.
 */
export class Page {
  /** Rows in use, dead ones included. */
  count = 0;
  sorted = 0;
  dead = 0;
  /** Bounds of latestAt − occurredAt in ms over the rows, and 0. */
  shortestMs = 0;
  longestMs = 0;
  times = new Float64Array(FIRST_ROWS);
  xs = new Uint32Array(FIRST_ROWS);
  ys = new Uint32Array(FIRST_ROWS);
  codes = new Uint8Array(FIRST_ROWS);
  keys = new Uint32Array(FIRST_ROWS);
  knownFrom = new Float64Array(FIRST_ROWS);
  /** Null where all versions are those known today. */
  knownUntil: Float64Array | null;
  /** latestAt − occurredAt in seconds. */
  private durations = new Uint32Array(FIRST_ROWS);
  private latest: Float64Array | null = null;
  /** Longitude and latitude in turn. */
  private exact: Float64Array | null = null;

  /**
   * @param id names the page in the directory of keys.
   * @param superseded true where it holds versions that later ones have replaced.
   * @param placed false where its rows have no place.
   */
  constructor(
    readonly id: number,
    readonly superseded: boolean,
    readonly placed: boolean,
  ) {
    this.knownUntil = superseded ? new Float64Array(FIRST_ROWS) : null;
  }

  get living(): number {
    return this.count - this.dead;
  }

  /** True where tidying would save time or memory. */
  get untidy(): boolean {
    return this.sorted < this.count || this.dead > 64 + this.count / 8;
  }

  get byteLength(): number {
    const { times, xs, ys, codes, keys, knownFrom, knownUntil, durations, latest, exact } = this;
    const columns = [times, xs, ys, codes, keys, knownFrom, knownUntil, durations, latest, exact];
    return columns.reduce((sum, column) => sum + (column?.byteLength ?? 0), 0);
  }

  latestAt(row: number): number {
    return this.latest === null
      ? (this.times[row] as number) + 1000 * (this.durations[row] as number)
      : (this.latest[row] as number);
  }

  longitude(row: number): number {
    return this.exact === null
      ? longitudeOf(this.xs[row] as number)
      : (this.exact[2 * row] as number);
  }

  latitude(row: number): number {
    return this.exact === null
      ? latitudeOf(this.ys[row] as number)
      : (this.exact[2 * row + 1] as number);
  }

  /** @returns true where that version was the one known at `asOf`. */
  wasKnown(row: number, asOf: number): boolean {
    const { knownFrom, knownUntil } = this;
    return (
      (knownFrom[row] as number) <= asOf &&
      (knownUntil === null || (knownUntil[row] as number) > asOf)
    );
  }

  append(entry: Entry): void {
    const row = this.count;
    if (row === this.codes.length) this.reshape(null, Math.ceil(row * 1.5));
    this.count = row + 1;
    this.keys[row] = entry.key;
    this.codes[row] = entry.code;
    this.times[row] = entry.occurredAt;
    this.knownFrom[row] = entry.knownFrom;
    if (this.knownUntil !== null) this.knownUntil[row] = entry.knownUntil;
    this.xs[row] = entry.x;
    this.ys[row] = entry.y;
    this.setLatest(row, entry.latestAt);
    if (entry.exact !== null) this.exact ??= this.widenPositions();
    if (this.exact !== null) {
      this.exact[2 * row] = entry.exact?.[0] ?? longitudeOf(entry.x);
      this.exact[2 * row + 1] = entry.exact?.[1] ?? latitudeOf(entry.y);
    }
  }

  entry(row: number): Entry {
    return {
      key: this.keys[row] as number,
      code: this.codes[row] as number,
      occurredAt: this.times[row] as number,
      latestAt: this.latestAt(row),
      knownFrom: this.knownFrom[row] as number,
      knownUntil: this.knownUntil === null ? Infinity : (this.knownUntil[row] as number),
      placed: this.placed,
      x: this.xs[row] as number,
      y: this.ys[row] as number,
      exact: this.misfit(row),
    };
  }

  /** @returns the row's number, or −1. */
  rowOf(key: number): number {
    const row = this.keys.indexOf(key);
    return row < this.count ? row : -1;
  }

  /** Leaves the row out of every answer from now on; `tidy` gives its memory back. */
  kill(row: number): void {
    this.dead++;
    this.codes[row] = DEAD;
    this.keys[row] = 0;
  }

  /** Puts the living rows in order of time and gives spare memory back: 3 ms (measured). */
  tidy(): void {
    const order = this.livingInOrder();
    this.reshape(order, order.length + Math.ceil(order.length / 32) + 8);
    this.count = this.sorted = order.length;
    this.dead = this.shortestMs = this.longestMs = 0;
    for (let row = 0; row < this.count; row++) this.boundDuration(row, this.latestAt(row));
  }

  /** Sorts time and row as one number each, which the platform does in C++, where it is exact. */
  private livingInOrder(): Uint32Array {
    const { times, codes, count } = this;
    const rows = new Uint32Array(count);
    let living = 0;
    for (let row = 0; row < count; row++) if (codes[row] !== DEAD) rows[living++] = row;
    const order = rows.subarray(0, living);
    const earliest = order.reduce((least, row) => Math.min(least, times[row] as number), Infinity);
    const latest = order.reduce((most, row) => Math.max(most, times[row] as number), -Infinity);
    if ((latest - earliest + 1) * MOST_ROWS > Number.MAX_SAFE_INTEGER || count > MOST_ROWS) {
      return order.sort((a, b) => (times[a] as number) - (times[b] as number));
    }
    const packed = Float64Array.from(
      order,
      (row) => ((times[row] as number) - earliest) * MOST_ROWS + row,
    ).sort();
    packed.forEach((value, place) => {
      order[place] = value % MOST_ROWS;
    });
    return order;
  }

  /** Moves all columns to another capacity. @param order rows to keep, in turn; null keeps all. */
  private reshape(order: Uint32Array | null, capacity: number): void {
    this.times = moved(this.times, new Float64Array(capacity), order);
    this.xs = moved(this.xs, new Uint32Array(capacity), order);
    this.ys = moved(this.ys, new Uint32Array(capacity), order);
    this.codes = moved(this.codes, new Uint8Array(capacity), order);
    this.keys = moved(this.keys, new Uint32Array(capacity), order);
    this.knownFrom = moved(this.knownFrom, new Float64Array(capacity), order);
    this.durations = moved(this.durations, new Uint32Array(capacity), order);
    if (this.knownUntil) {
      this.knownUntil = moved(this.knownUntil, new Float64Array(capacity), order);
    }
    if (this.latest) this.latest = moved(this.latest, new Float64Array(capacity), order);
    if (this.exact) {
      const pairs =
        order &&
        Uint32Array.from(
          { length: 2 * order.length },
          (_, i) => 2 * (order[i >> 1] as number) + (i & 1),
        );
      this.exact = moved(this.exact, new Float64Array(2 * capacity), pairs);
    }
  }

  private setLatest(row: number, latestAt: number): void {
    const seconds = (latestAt - (this.times[row] as number)) / 1000;
    this.durations[row] = seconds;
    if (this.durations[row] !== seconds && this.latest === null) {
      const latest = new Float64Array(this.codes.length);
      for (let before = 0; before < row; before++) latest[before] = this.latestAt(before);
      this.latest = latest;
    }
    if (this.latest !== null) this.latest[row] = latestAt;
    this.boundDuration(row, latestAt);
  }

  private boundDuration(row: number, latestAt: number): void {
    const duration = latestAt - (this.times[row] as number);
    if (duration > this.longestMs) this.longestMs = duration;
    if (duration < this.shortestMs) this.shortestMs = duration;
  }

  private misfit(row: number): [number, number] | null {
    if (this.exact === null) return null;
    const [longitude, latitude] = [this.longitude(row), this.latitude(row)];
    const fits =
      longitude === longitudeOf(this.xs[row] as number) &&
      latitude === latitudeOf(this.ys[row] as number);
    return fits ? null : [longitude, latitude];
  }

  private widenPositions(): Float64Array {
    const exact = new Float64Array(2 * this.codes.length);
    for (let row = 0; row < this.count; row++) {
      exact[2 * row] = this.longitude(row);
      exact[2 * row + 1] = this.latitude(row);
    }
    return exact;
  }
}

function moved<C extends Column>(from: C, to: C, order: Uint32Array | null): C {
  if (order === null) to.set(from);
  else for (let row = 0; row < order.length; row++) to[row] = from[order[row] as number] as number;
  return to;
}
