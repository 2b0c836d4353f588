import { monitorEventLoopDelay } from 'node:perf_hooks';

/** One line of the table; `ratio` is peer / ours where less is better, ours / peer where more is. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly unit: string;
  readonly ratio: number | null;
  /** In words: `≤ 15 ms`, `≥ 150 ×`. */
  readonly goal: string;
  readonly met: boolean;
}

export const ROUNDS = 5;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** @returns milliseconds that the work took. */
export async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * @returns milliseconds of processor time that the work took: what else the machine does counts in
 *   them only as far as it empties the caches.
 */
export function computeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @returns the same of work that is waited for, on whatever thread of this process it was done. */
export async function computeOfAll(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @returns the median of a few runs after one that is not counted, in milliseconds of compute. */
export async function medianCompute(
  work: () => Promise<unknown>,
  rounds = ROUNDS,
): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await computeOfAll(work));
  return median(times);
}

/** @returns the median of a few runs after one that is not counted, in milliseconds. */
export async function medianTime(work: () => unknown, rounds = ROUNDS): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timeOf(work));
  return median(times);
}

/** Runs both in turn, so that whatever else the machine does falls on both alike. */
export async function interleaved(
  ours: () => Promise<number> | number,
  peer: () => Promise<number> | number,
  rounds = ROUNDS,
): Promise<{ ours: number; peer: number }> {
  const values = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    values.ours.push(await ours());
    values.peer.push(await peer());
  }
  return { ours: median(values.ours), peer: median(values.peer) };
}

/** @returns what the work gives, and the longest the event loop had to wait meanwhile, in ms. */
export async function withStall<T>(
  work: () => Promise<T>,
): Promise<{ result: T; stallMs: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const result = await work();
  delays.disable();
  return { result, stallMs: delays.max / 1e6 };
}

/** A figure with a limit of its own. */
export function atMost(name: string, ours: number, most: number, unit: string): Figure {
  const met = ours <= most;
  return { name, ours, peer: null, unit, ratio: null, goal: `≤ ${most} ${unit}`, met };
}

/** A figure that is compared with a peer's of the same run. */
export function against(
  name: string,
  { ours, peer }: { ours: number; peer: number },
  { unit, isBetter, leastRatio }: { unit: string; isBetter: 'less' | 'more'; leastRatio: number },
): Figure {
  const ratio = isBetter === 'less' ? peer / ours : ours / peer;
  return { name, ours, peer, unit, ratio, goal: `≥ ${leastRatio} ×`, met: ratio >= leastRatio };
}
