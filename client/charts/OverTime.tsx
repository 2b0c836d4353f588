import type { FamilyId } from '../../data/vocabulary/families.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { say } from '../language/say-of-figures.ts';
import { familyLabel, verificationLabel } from '../language/vocabulary.ts';
import { numberWords } from '../language/words.ts';
import { familySeries, type Series, type Stacking, verificationSeries } from '../time/bars.ts';
import { dayWords, rangeWords } from '../time/words.ts';
import { BarRow } from './BarRow.tsx';
import type { Bars } from './cuts.ts';
import { FigureTable } from './FigureTable.tsx';

interface OverTimeProps {
  readonly title: string;
  readonly bars: Bars;
  readonly by: Stacking;
}

/** A row of bars for each kind, one below the other on one scale: none hides another. */
export function OverTime({ title, bars, by }: OverTimeProps) {
  const { edges } = bars;
  const count = edges.length - 1;
  const [from = 0, to = 0] = [edges[0], edges.at(-1)];
  const series: readonly Series[] =
    by === 'family'
      ? familySeries(bars.byCategory, count)
      : verificationSeries(bars.byVerification);
  const rows = series.filter(({ counts }) => totalOf(counts) > 0);
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const outside = bars.before + bars.after;
  const name = (id: string): string =>
    by === 'family' ? familyLabel(id as FamilyId) : verificationLabel(id as VerificationId);
  return (
    <section class="chart">
      <h3 class="section-title">{title}</h3>
      <p class="note">
        {say('charts.unit', { unit: bars.unit })} {say('charts.over', { most })}
        {outside > 0 && ` ${say('charts.outside', { count: outside })}`}
      </p>
      {rows.map(({ id, counts }) => (
        <div class="chart-row" key={id}>
          {/* The bars have the same as their name. */}
          <p aria-hidden="true">
            <span>{name(id)}</span> <span class="count">{numberWords(totalOf(counts))}</span>
          </p>
          <BarRow
            counts={counts}
            most={most}
            colour={by === 'family' ? `var(--${id})` : 'var(--ink-2)'}
            label={say('charts.row', { label: name(id), count: totalOf(counts) })}
          />
        </div>
      ))}
      <p class="chart-ends">
        <span>{dayWords(from, 'short')}</span>
        <span>{dayWords(to - 1000, 'short')}</span>
      </p>
      <FigureTable
        caption={title}
        columns={rows.map(({ id }) => name(id))}
        rows={Array.from({ length: count }, (_, bin) => ({
          name: rangeWords(
            { from: edges[bin] ?? from, to: (edges[bin + 1] ?? to) - 1000 },
            'short',
          ),
          counts: rows.map(({ counts }) => counts[bin] ?? 0),
        }))}
      />
    </section>
  );
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
