import { describe, expect, it } from 'vitest';
import { barsOf, cutsOf } from '../../../client/charts/cuts.ts';
import { formatCentral } from '../../../data/time/central.ts';
import { spanGrid } from '../../../data/view/timeline-bins.ts';

const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const HOUR_MS = 3_600_000;

/** What a view answers for a stretch: begins at these times, each once. */
function timelineOf({ span, bins }: ReturnType<typeof cutsOf>['stretches'][number], at: number[]) {
  const { from, to, binMs, count } = spanGrid(span, bins);
  const counts = new Array<number>(count).fill(0);
  for (const time of at) {
    if (time < from || time >= to) continue;
    const bin = Math.floor((time - from) / binMs);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    from: formatCentral(from),
    to: formatCentral(to),
    binSeconds: binMs / 1000,
    byCategory: { protest: counts },
    byVerification: { verified: counts },
    before: at.filter((time) => time < from).length,
    after: at.filter((time) => time >= to).length,
    whole: { from: formatCentral(from), to: formatCentral(to) },
  };
}

describe('the bars of the figures', () => {
  it.each([
    ['in spring, when a day has 23 hours', '2026-03-05', '-06:00', '2026-03-12', '-05:00', 8],
    ['in autumn, when a day has 25 hours', '2026-10-29', '-05:00', '2026-11-05', '-06:00', 1],
  ])('are whole days of Minneapolis %s', (_, first, offset, last, lastOffset, changes) => {
    const { unit, edges, stretches } = cutsOf(
      span(`${first}T00:00:00${offset}`, `${last}T00:00:00${lastOffset}`),
    );
    expect(unit).toBe('day');
    expect(edges.map((edge) => formatCentral(edge).slice(11, 19))).toEqual(
      new Array(8).fill('00:00:00'),
    );
    expect(stretches.map(({ bins }) => bins)).toEqual([3, 1, 3]);
    const hours = edges.slice(1).map((edge, bar) => (edge - (edges[bar] ?? 0)) / HOUR_MS);
    expect(hours.filter((length) => length !== 24)).toEqual([changes === 8 ? 23 : 25]);
    expect(formatCentral(edges[3] ?? 0).slice(8, 10)).toBe(String(changes).padStart(2, '0'));
  });

  it('count each incident on its own day, however near to midnight', () => {
    const cuts = cutsOf(span('2026-03-05T00:00:00-06:00', '2026-03-12T00:00:00-05:00'));
    const at = [
      '2026-03-07T23:59:00-06:00',
      '2026-03-08T00:00:00-06:00',
      '2026-03-08T23:59:00-05:00',
      '2026-03-09T00:30:00-05:00',
      '2026-03-13T00:00:00-05:00',
    ].map(Date.parse);
    const bars = barsOf(
      cuts,
      cuts.stretches.map((stretch) => timelineOf(stretch, at)),
    );
    expect(bars.byCategory.protest).toEqual([0, 0, 1, 2, 1, 0, 0]);
    expect(bars).toMatchObject({ before: 0, after: 1 });
  });

  it('are cut where a range begins within a day', () => {
    const { edges } = cutsOf(span('2026-01-14T18:00:00-06:00', '2026-01-18T00:00:00-06:00'));
    expect(edges.map(formatCentral)).toEqual([
      '2026-01-14T18:00:00-06:00',
      '2026-01-15T00:00:00-06:00',
      '2026-01-16T00:00:00-06:00',
      '2026-01-17T00:00:00-06:00',
      '2026-01-18T00:00:00-06:00',
    ]);
  });

  it.each([
    ['hour', '2026-01-14T00:00:00-06:00', '2026-01-16T00:00:00-06:00', 48],
    ['week', '2026-01-05T00:00:00-06:00', '2026-06-15T00:00:00-05:00', 23],
    ['month', '2016-05-01T00:00:00-05:00', '2026-05-01T00:00:00-05:00', 120],
    ['year', '1990-01-01T00:00:00-06:00', '2026-01-01T00:00:00-06:00', 36],
  ])(
    'are of one %s each, where the span is that long, and no more than can be asked for',
    (unit, from, to, count) => {
      const cuts = cutsOf(span(from, to));
      expect(cuts.unit).toBe(unit);
      expect(cuts.edges).toHaveLength(count + 1);
      expect(cuts.stretches.length).toBeLessThanOrEqual(41);
      const at = cuts.edges.slice(0, -1).map((edge) => edge + HOUR_MS / 2);
      const bars = barsOf(
        cuts,
        cuts.stretches.map((stretch) => timelineOf(stretch, at)),
      );
      expect(bars.byVerification.verified).toEqual(new Array(count).fill(1));
    },
  );
});
