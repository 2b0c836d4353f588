import { useEffect, useRef, useState } from 'preact/hooks';
import type { QueuedReport } from '../../api/moderation.ts';
import { SideBySide } from '../compare/SideBySide.tsx';
import type { Likely } from './use-candidates.ts';

export type MergeChoice =
  | {
      readonly kind: 'incident';
      readonly relation: 'agrees' | 'disputes';
      readonly disputes: readonly string[];
    }
  | { readonly kind: 'report' };

interface CompareDialogProps {
  readonly report: QueuedReport;
  readonly likely: Likely;
  /** Merging into what is on the map takes an editor. */
  readonly mayMergeIncidents: boolean;
  readonly busy: boolean;
  /** What was refused, if anything. */
  readonly problem: string | null;
  readonly onMerge: (choice: MergeChoice) => void;
  readonly onClose: () => void;
}

/** A report beside what it likely repeats, and what to do about it. */
export function CompareDialog(props: CompareDialogProps) {
  const { report, likely, mayMergeIncidents, busy, problem, onMerge, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('h2')?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="sheet-dialog" aria-labelledby="compare-title" onClose={onClose}>
      <h2 id="compare-title" tabIndex={-1}>
        Is it the same event?
      </h2>
      <SideBySide
        caption={likely.reasons.map(({ words }) => words).join(' · ')}
        leftTitle="This report"
        rightTitle={likely.kind === 'incident' ? 'On the map' : 'The other report'}
        left={report.feature}
        right={likely.feature}
        without={['accounts', 'sources', 'locationBasis']}
      />
      {problem && <p role="alert">{problem}</p>}
      {likely.kind === 'report' && (
        <button
          type="button"
          class="button is-primary"
          disabled={busy}
          onClick={() => onMerge({ kind: 'report' })}
        >
          Let the other report stand for it
        </button>
      )}
      {likely.kind === 'incident' &&
        (mayMergeIncidents ? (
          <MergeIncident likely={likely} busy={busy} onMerge={onMerge} />
        ) : (
          <p class="note">
            Adding to what is on the map takes an editor. Leave a note, or reject it as known.
          </p>
        ))}
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}

interface MergeIncidentProps {
  readonly likely: Extract<Likely, { kind: 'incident' }>;
  readonly busy: boolean;
  readonly onMerge: (choice: MergeChoice) => void;
}

function MergeIncident({ likely, busy, onMerge }: MergeIncidentProps) {
  const { accounts } = likely.feature.properties;
  const [disputed, setDisputed] = useState<readonly string[]>(
    accounts.length === 1 ? accounts.map(({ id }) => id) : [],
  );
  const merge = (relation: 'agrees' | 'disputes'): void =>
    onMerge({ kind: 'incident', relation, disputes: relation === 'agrees' ? [] : disputed });
  return (
    <>
      <button
        type="button"
        class="button is-primary"
        disabled={busy}
        onClick={() => merge('agrees')}
      >
        Add it as an account that agrees
      </button>
      <fieldset class="disputed">
        <legend>Or it contradicts</legend>
        {accounts.map(({ id, by, says }) => (
          <label key={id} class="option">
            <input
              type="checkbox"
              checked={disputed.includes(id)}
              onChange={(event) =>
                setDisputed(
                  event.currentTarget.checked
                    ? [...disputed, id]
                    : disputed.filter((one) => one !== id),
                )
              }
            />
            <span class="option-label">
              <strong>{by}</strong>
              <small>{says}</small>
            </span>
          </label>
        ))}
        <button
          type="button"
          class="button"
          disabled={busy || disputed.length === 0}
          onClick={() => merge('disputes')}
        >
          Add it as an account that disputes
        </button>
      </fieldset>
    </>
  );
}
