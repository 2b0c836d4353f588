import { expect } from 'vitest';
import { startOfCentral } from '../../../data/time/central.ts';
import type { TimeSpan } from '../../../data/time/span.ts';
import type { ViewAnswer, ViewRequest, ViewRow } from '../../../data/view/types.ts';
import { bruteForce, timelineCounts } from './brute-force.ts';

/** Holds an answer against a count row by row. */
export function expectTrue(
  answer: ViewAnswer,
  rows: readonly ViewRow[],
  request: ViewRequest,
): void {
  const { begins, clusters, singles, ...counts } = bruteForce(rows, request);
  const { timeline, clusters: given, singles: givenSingles, ...givenCounts } = answer;
  expect(givenCounts).toEqual(counts);
  expect(sorted(givenSingles, (single) => single.key)).toEqual(sorted(singles, (s) => s.key));
  const expected = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  expect(given.map((cluster) => cluster.id).sort()).toEqual([...expected.keys()].sort());
  for (const { position, ...cluster } of given) {
    const { position: centroid, ...want } = expected.get(cluster.id) as (typeof clusters)[number];
    expect(cluster).toEqual(want);
    expect(position[0]).toBeCloseTo(centroid[0], 6);
    expect(position[1]).toBeCloseTo(centroid[1], 6);
  }
  expect(timeline.byCategory).toEqual(timelineCounts(timeline, begins, 'category'));
  expect(timeline.byVerification).toEqual(timelineCounts(timeline, begins, 'verification'));
  expect(timeline.before).toBe(begins.filter((row) => row.occurredAt < timeline.from).length);
  expect(timeline.after).toBe(begins.filter((row) => row.occurredAt >= timeline.to).length);
  expectBins(timeline, request.bins);
  if (request.span === undefined) expectWholeDays(timeline, rows);
  else expectWholeSeconds(timeline, request.span);
}

function expectWholeDays(
  { from, to, whole }: ViewAnswer['timeline'],
  rows: readonly ViewRow[],
): void {
  expect(whole).toEqual({ from, to });
  if (rows.length === 0) return;
  const times = rows.map((row) => row.occurredAt);
  expect(startOfCentral('day', from)).toBe(from);
  expect(startOfCentral('day', to)).toBe(to);
  expect(from).toBe(startOfCentral('day', Math.min(...times)));
  expect(to).toBeGreaterThan(Math.max(...times));
}

/** All of what was asked for is drawn, and less than a second more at either end. */
function expectWholeSeconds({ from, to }: ViewAnswer['timeline'], span: TimeSpan): void {
  expect(from).toBe(Math.floor(span.from / 1000) * 1000);
  expect(to).toBe(Math.ceil(span.to / 1000) * 1000);
}

function expectBins({ from, to, binMs }: ViewAnswer['timeline'], most: number): void {
  if (from === to) return;
  expect(binMs % 1000).toBe(0);
  expect((to - from) % binMs).toBe(0);
  expect((to - from) / binMs).toBeLessThanOrEqual(most);
}

function sorted<T>(items: readonly T[], by: (item: T) => number): T[] {
  return [...items].sort((a, b) => by(a) - by(b));
}
