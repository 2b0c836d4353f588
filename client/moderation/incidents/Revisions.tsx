import type { IncidentRevision } from '../../api/moderation-incidents.ts';
import { datedWords } from '../../time/words.ts';

export function Revisions({ revisions }: { revisions: readonly IncidentRevision[] }) {
  return (
    <section aria-labelledby="revisions-title">
      <h3 id="revisions-title" class="section-title">
        Changes so far <span class="count">{revisions.length}</span>
      </h3>
      <ol class="entries">
        {revisions.map(({ revision, at, by, why, redacted }) => (
          <li key={revision}>
            <span>
              {datedWords(at)}, {by}
              {why && `: ${why}`}
              {redacted && ' (redacted)'}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
