import type { FamilyId } from '../../data/vocabulary/families.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import type { Timeline } from '../api/answer.ts';
import { say } from '../language/say-of-figures.ts';
import { familyLabel, verificationLabel } from '../language/vocabulary.ts';
import { numberWords } from '../language/words.ts';
import { familySeries, type Series, type Stacking, verificationSeries } from '../time/bars.ts';
import { dayWords, rangeWords } from '../time/words.ts';
import { BarRow } from './BarRow.tsx';
import { FigureTable } from './FigureTable.tsx';

interface OverTimeProps {
  readonly title: string;
  readonly timeline: Timeline;
  readonly by: Stacking;
}

/** A row of bars for each kind, one below the other on one scale: none hides another. */
export function OverTime({ title, timeline, by }: OverTimeProps) {
  const [from, to] = [Date.parse(timeline.from), Date.parse(timeline.to)];
  const binMs = timeline.binSeconds * 1000;
  const count = Math.max(1, Math.round((to - from) / binMs));
  const series: readonly Series[] =
    by === 'family'
      ? familySeries(timeline.byCategory, count)
      : verificationSeries(timeline.byVerification);
  const rows = series.filter(({ counts }) => totalOf(counts) > 0);
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const outside = timeline.before + timeline.after;
  const name = (id: string): string =>
    by === 'family' ? familyLabel(id as FamilyId) : verificationLabel(id as VerificationId);
  return (
    <section class="chart">
      <h3 class="section-title">{title}</h3>
      <p class="note">
        {say('charts.over', { most })}
        {outside > 0 && ` ${say('charts.outside', { count: outside })}`}
      </p>
      {rows.map(({ id, counts }) => (
        <div class="chart-row" key={id}>
          <p>
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
            { from: from + bin * binMs, to: from + (bin + 1) * binMs - 1000 },
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
