import { categoryOf } from '../../data/vocabulary/categories.ts';
import type { QueuedReport } from '../api/moderation.ts';
import { Accounts } from '../detail/Accounts.tsx';
import { whenWords, whereWords } from '../detail/words.ts';
import { Mark } from '../marks/Mark.tsx';
import { privateDetailWarning } from '../report/private-details.ts';
import { occurrenceWords } from '../time/words.ts';

/** What the reporter wrote, and beside it what would be public, as it would look. */
export function ReportRecord({ report }: { report: QueuedReport }) {
  const { feature, preview } = report;
  const written = feature.properties;
  return (
    <div class="compare">
      <article aria-labelledby="written-title">
        <h3 id="written-title" class="section-title">
          What the reporter wrote
        </h3>
        <dl class="facts">
          <Fact label="Title" words={written.title} warning={privateDetailWarning(written.title)} />
          <Fact
            label="What happened"
            words={written.summary}
            warning={privateDetailWarning(written.summary)}
          />
          <Fact label="Kind" words={categoryOf(written.category).label} />
          <Fact
            label="When"
            words={occurrenceWords(
              Date.parse(written.occurredAt),
              written.endedAt === null ? null : Date.parse(written.endedAt),
              written.timePrecision,
            )}
          />
          <Fact label="Where" words={`${written.place} (${written.locationPrecision})`} />
          <Fact label="Position" words={positionWords(feature.geometry)} />
          <Fact label="Place known from" words={written.locationBasis} />
          <Fact
            label="Links"
            words={written.sources.map(({ url }) => url).join('\n') || 'none given'}
          />
        </dl>
      </article>
      <article aria-labelledby="public-title" class="preview">
        <h3 id="public-title" class="section-title">
          What would be public
        </h3>
        <p class="kind">
          <Mark
            category={preview.properties.category}
            verification={preview.properties.verification}
          />
          <span>{categoryOf(preview.properties.category).label}</span>
        </p>
        <h2 class="detail-title">{preview.properties.title}</h2>
        <p>
          {whenWords(preview.properties)}
          <br />
          {whereWords(preview.properties)}
        </p>
        <p class="summary">{preview.properties.summary}</p>
        <p class="note">Position: {positionWords(preview.geometry)}</p>
        <Accounts accounts={preview.properties.accounts} sources={preview.properties.sources} />
      </article>
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly words: string;
  readonly warning?: string | null;
}

function Fact({ label, words, warning = null }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{words}</dd>
      {warning !== null && <dd class="field-warning">{warning}</dd>}
    </div>
  );
}

function positionWords(geometry: { coordinates: readonly number[] } | null): string {
  if (geometry === null) return 'none, known only to the city';
  const [longitude = 0, latitude = 0] = geometry.coordinates;
  return `${latitude} N, ${-longitude} W`;
}
