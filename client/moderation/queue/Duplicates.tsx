import { Mark } from '../../marks/Mark.tsx';
import { datedWords } from '../../time/words.ts';
import type { Candidates, Likely } from './use-candidates.ts';

interface DuplicatesProps {
  readonly candidates: Candidates;
  readonly onCompare: (likely: Likely) => void;
}

/** What likely tells of the same event, each with how likely and why. */
export function Duplicates({ candidates: { found, problem }, onCompare }: DuplicatesProps) {
  return (
    <section class="duplicates" aria-labelledby="duplicates-title">
      <h2 id="duplicates-title">
        Likely the same <span class="count">{found?.length ?? '…'}</span>
      </h2>
      {problem && <p role="alert">{problem}</p>}
      {found?.length === 0 && !problem && (
        <p class="note">Nothing on the map or in the queue is near it in place, time and words.</p>
      )}
      <ol>
        {found?.map((likely) => (
          <li key={`${likely.kind}${likely.id}`} class="candidate">
            <p class="candidate-head">
              <Mark
                category={likely.feature.properties.category}
                verification={
                  likely.kind === 'incident' ? likely.feature.properties.verification : 'unverified'
                }
                pending={likely.kind === 'report'}
              />
              <span>
                <strong>{likely.title}</strong>
                <small class="note">
                  {likely.kind === 'incident' ? 'On the map' : 'Another report'},{' '}
                  {datedWords(likely.occurredAt, 'short')}, {likely.place}
                </small>
              </span>
            </p>
            <p class="score">
              <meter min={0} max={1} value={likely.score} aria-label="How likely" />
              {Math.round(likely.score * 100)} of 100
            </p>
            <ul class="reasons">
              {likely.reasons
                .filter(({ share }) => share > 0)
                .map(({ what, words, share }) => (
                  <li key={what}>
                    {words} <span class="count">+{Math.round(share * 100)}</span>
                  </li>
                ))}
            </ul>
            <button type="button" class="button" onClick={() => onCompare(likely)}>
              Compare<span class="visually-hidden"> with {likely.title}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
