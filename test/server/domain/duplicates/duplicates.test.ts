import { describe, expect, it } from 'vitest';
import { bboxHas } from '../../../../data/geo/bbox.ts';
import type { ReportFeature } from '../../../../data/incident/schema.ts';
import {
  LIKELY,
  likelyDuplicates,
  neighborhoodOf,
} from '../../../../server/domain/duplicates/duplicates.ts';
import { likenessOf } from '../../../../server/domain/duplicates/likeness.ts';
import { tellingOf } from '../../../../server/domain/duplicates/telling.ts';
import { records } from '../../../data/first-records.ts';
import { report } from '../../made-reports.ts';
import { madePairs, PAIR_KINDS } from './made-pairs.ts';

const VIGIL = report({
  title: 'Candles at the corner',
  summary: 'Some fifty people with candles and a choir in the snow.',
});

function compared(one: ReportFeature, other: ReportFeature) {
  return likelyDuplicates(tellingOf(one), [{ kind: 'report', id: 'other', feature: other }]);
}

function isFound(one: ReportFeature, other: ReportFeature): boolean {
  return compared(one, other).length > 0;
}

describe('likely duplicates', () => {
  it('are found with few mistakes among events told twice and their near misses', () => {
    const pairs = madePairs(3000, 2026);
    const found = pairs.filter(({ one, other }) => isFound(one, other));
    const right = found.filter(({ kind }) => kind === 'same').length;
    const precision = right / found.length;
    const recall = right / pairs.filter(({ kind }) => kind === 'same').length;
    const mistakes = PAIR_KINDS.map(
      (kind) => `${kind} ${found.filter((pair) => pair.kind === kind).length}`,
    );
    console.log(
      `Duplicates among 3000 made pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; taken for one event: ${mistakes.join(', ')}.`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  it('are none among the records of the first data set, which are all of different events', () => {
    const tellings = records.map((record) => ({ id: record.id, telling: tellingOf(record) }));
    const taken = tellings.flatMap(({ id, telling }, index) =>
      tellings.slice(0, index).flatMap((other) => {
        const { score = 0 } = likenessOf(telling, other.telling) ?? {};
        return score < LIKELY ? [] : [`${id} and ${other.id}`];
      }),
    );
    expect(tellings.length).toBeGreaterThan(70);
    expect(taken).toEqual([]);
  });

  it('lie where they are looked for', () => {
    const outside = madePairs(3000, 2027).filter(({ one, other }) => {
      const { bbox, span } = neighborhoodOf(tellingOf(one));
      const { span: told } = tellingOf(other);
      const isInside =
        bbox !== null &&
        bboxHas(bbox, ...other.geometry.coordinates) &&
        told.from <= span.to &&
        told.to >= span.from;
      return isFound(one, other) && !isInside;
    });
    expect(outside).toEqual([]);
  });

  it('say why, in words and in shares that add up to the score', () => {
    const [found] = compared(VIGIL, VIGIL);
    expect(found).toMatchObject({
      kind: 'report',
      id: 'other',
      title: 'Candles at the corner',
      score: expect.any(Number),
      reasons: [
        { what: 'place', words: 'The same spot' },
        { what: 'time', words: 'At the same time, as far as it is known' },
        { what: 'words', words: expect.stringMatching(/^(\d+) of \1 words in common$/) },
        { what: 'category', words: 'Both: Vigil' },
      ],
    });
    const shares = found?.reasons.reduce((sum, { share }) => sum + share, 0);
    expect(shares).toBeCloseTo(found?.score ?? 0, 9);
  });

  it('are the same both ways around', () => {
    for (const { one, other } of madePairs(300, 7)) {
      expect(compared(one, other)[0]?.score).toBe(compared(other, one)[0]?.score);
    }
  });

  it.each<[string, ReportFeature]>([
    ['a kilometre away', report(VIGIL.properties, [-93.265, 44.9868])],
    ['the next evening', report({ ...VIGIL.properties, occurredAt: '2026-01-11T18:00:00-06:00' })],
  ])('are none %s, however alike the words', (_where, other) => {
    expect(isFound(VIGIL, other)).toBe(false);
  });

  it('are found by the words of the place where only the city is known', () => {
    const properties = { ...VIGIL.properties, place: 'Powderhorn Park' };
    const vague = report({ ...properties, locationPrecision: 'city' });
    expect(isFound(vague, report(properties))).toBe(true);
    expect(compared(vague, report(properties))[0]?.reasons[0]?.words).toMatch(/words of the place/);
  });

  it('are found whatever the alphabet and the accents', () => {
    const told = {
      summary: 'Cincuenta personas con velas y un coro. 燭光守夜 снег',
      category: 'vigil',
    } as const;
    const one = report({ ...told, title: 'Vigília con velas' });
    const other = report({ ...told, title: 'Una VIGILIA: velas' });
    expect(isFound(one, other)).toBe(true);
  });

  it('are ten at most, best first', () => {
    const neighbors = Array.from({ length: 30 }, (_, index) => ({
      kind: 'report' as const,
      id: `r${index}`,
      feature: report(VIGIL.properties, [-93.265, 44.9778 + 0.0001 * ((index * 7) % 30)]),
    }));
    const found = likelyDuplicates(tellingOf(VIGIL), neighbors);
    expect(found).toHaveLength(10);
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(found[0]?.id).toBe('r0');
  });
});
