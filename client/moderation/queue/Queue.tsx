import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QueuedReport } from '../../api/moderation.ts';
import type { Moderator } from '../../api/moderation-access.ts';
import { clockWords } from '../../time/words.ts';
import { lazy } from '../lazy.tsx';
import { holds } from '../roles.ts';
import { BeforePublishing } from './BeforePublishing.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { Decision } from './Decision.tsx';
import { Duplicates } from './Duplicates.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { ReportMap } from './ReportMap.tsx';
import { ReportRecord } from './ReportRecord.tsx';
import { Talk } from './Talk.tsx';
import { useActs } from './use-acts.ts';
import { useCandidates } from './use-candidates.ts';
import { useClaim } from './use-claim.ts';
import { useKeys } from './use-keys.ts';
import { useQueue } from './use-queue.ts';
import { toggled, Waiting } from './Waiting.tsx';

const LazyReportEditor = lazy(async () => (await import('./ReportEditor.tsx')).ReportEditor);

interface QueueProps {
  readonly moderator: Moderator;
  readonly onSignedOut: () => void;
}

/** Queue on the left, map and record in the middle, likely duplicates on the right; all by keys. */
export function Queue({ moderator, onSignedOut }: QueueProps) {
  const queue = useQueue(onSignedOut);
  const claim = useClaim(queue, moderator.name);
  const { report, reports, notice, busy, turn } = queue;
  const candidates = useCandidates(report, reports);
  const acts = useActs(queue, claim, candidates);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // Nothing is rejected that isn't listed: its page was turned, or somebody else decided it.
  const listed = reports?.filter(({ id }) => selected.has(id));
  const chosen: ReadonlySet<string> = new Set(listed?.map(({ id }) => id));
  const [areKeysShown, setKeysShown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const mayEdit = holds(moderator.role, 'editor');
  const { typed, type, comparing } = acts;

  // Before anything else is painted, so that the next key is not typed into what was left.
  useLayoutEffect(() => {
    if (turn > 0) heading.current?.focus();
  }, [turn]);
  const edit = (): void => {
    if (mayEdit) acts.edit();
    else queue.say('Editing takes an editor. Ask the reporter, or leave a note.');
  };
  const focusOnText = (id: string): void => {
    if (!acts.isBeingEdited()) focusOn(id);
  };
  useKeys({
    j: () => queue.step(1),
    k: () => queue.step(-1),
    p: () => void acts.publish(),
    r: () => (chosen.size > 0 ? focusOn('bulk-message') : focusOnText('reject-message')),
    q: () => focusOnText('question'),
    d: acts.compareBest,
    e: edit,
    u: () => void queue.takeBack(),
    c: () => void claim.toggle(),
    n: () => focusOnText('note'),
    x: () => report && setSelected(toggled(chosen, report.id)),
    '?': () => setKeysShown(true),
  });

  return (
    <div class="queue-layout">
      <Waiting
        queue={queue}
        chosen={chosen}
        onChoose={setSelected}
        onKeys={() => setKeysShown(true)}
      />
      <section class="decision" aria-label="Report">
        <div class="notice">
          <p class="said" role="status">
            {notice.words}
          </p>
          {notice.undoes.length > 0 && (
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() => void queue.takeBack()}
            >
              Undo
            </button>
          )}
        </div>
        <h2 ref={heading} id="record" tabIndex={-1} class="record-title">
          {report
            ? report.feature.properties.title
            : queue.page?.total === 0
              ? 'No reports are waiting'
              : 'Loading the reports…'}
        </h2>
        {report && (
          <>
            {report.claimedBy && <p class="claim">{claimWords(report)}</p>}
            <ReportMap report={report} found={candidates.found ?? []} onCompare={acts.compare} />
            {typed.edited ? (
              <LazyReportEditor
                key={report.id}
                report={report}
                edited={typed.edited}
                queue={queue}
                onChange={(edited) => type({ edited })}
                onClose={acts.endEdit}
              />
            ) : (
              <>
                <ReportRecord report={report} />
                <Talk report={report} />
                <BeforePublishing report={report} typed={typed} type={type} />
                <Decision
                  report={report}
                  typed={typed}
                  busy={busy}
                  mayEdit={mayEdit}
                  type={type}
                  onPublish={() => void acts.publish()}
                  onReject={() => void acts.reject()}
                  onAsk={() => void acts.ask()}
                  onNote={() => void acts.note()}
                  onClaim={() => void claim.toggle()}
                  onCompare={acts.compareBest}
                  onEdit={edit}
                  onUndo={() => void queue.takeBack()}
                  onLeave={queue.focusRecord}
                />
              </>
            )}
          </>
        )}
      </section>
      {report?.status === 'pending' && (
        <Duplicates candidates={candidates} onCompare={acts.compare} />
      )}
      {areKeysShown && (
        <KeysDialog
          onClose={() => {
            setKeysShown(false);
            queue.focusRecord();
          }}
        />
      )}
      {report && comparing && (
        <CompareDialog
          report={report}
          likely={comparing}
          mayMergeIncidents={mayEdit}
          busy={busy}
          problem={acts.mergeProblem}
          onMerge={(choice) => void acts.merge(comparing, choice)}
          onClose={acts.endCompare}
        />
      )}
    </div>
  );
}

function claimWords({ claimedBy, claimedByYou, claimedUntil }: QueuedReport): string {
  const until = claimedUntil === null ? '' : ` until ${clockWords(Date.parse(claimedUntil))}`;
  return claimedByYou
    ? `Claimed by you${until}, and longer while you work on it: nobody else can decide on it.`
    : `Claimed by ${claimedBy}${until}, or longer while they work on it. Take another, or wait.`;
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
