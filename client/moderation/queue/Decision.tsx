import type { QueuedReport } from '../../api/moderation.ts';
import { SendBox } from './SendBox.tsx';
import type { Typed } from './typed.ts';

interface DecisionProps {
  readonly report: QueuedReport;
  readonly typed: Typed;
  readonly busy: boolean;
  readonly mayEdit: boolean;
  readonly type: (part: Partial<Typed>) => void;
  readonly onPublish: () => void;
  readonly onReject: () => void;
  readonly onAsk: () => void;
  readonly onNote: () => void;
  readonly onClaim: () => void;
  readonly onCompare: () => void;
  readonly onEdit: () => void;
  readonly onUndo: () => void;
  readonly onLeave: () => void;
}

/** All that can be done with a report, each with its key. */
export function Decision(props: DecisionProps) {
  const { report, typed, busy, mayEdit, type, onLeave } = props;
  if (report.status === 'scheduled') {
    return (
      <div class="decide">
        <p class="actions is-sticky">
          <Act label="Take the acceptance back" shortcut="u" busy={busy} onClick={props.onUndo} />
        </p>
      </div>
    );
  }
  return (
    <div class="decide">
      <p class="actions is-sticky">
        <Act label="Publish" shortcut="p" busy={busy} look="is-primary" onClick={props.onPublish} />
        <Act label="Reject" shortcut="r" busy={busy} look="is-danger" onClick={props.onReject} />
        <Act label="Compare" shortcut="d" busy={busy} onClick={props.onCompare} />
        {mayEdit && <Act label="Edit" shortcut="e" busy={busy} onClick={props.onEdit} />}
        <Act
          label={report.claimedByYou ? 'Release' : 'Claim'}
          shortcut="c"
          busy={busy || (report.claimedBy !== null && !report.claimedByYou)}
          onClick={props.onClaim}
        />
      </p>
      <div class="texts">
        <SendBox
          id="reject-message"
          label="Message to the reporter, with a rejection (optional; Enter rejects)"
          value={typed.message}
          onInput={(message) => type({ message })}
          onSend={props.onReject}
          onLeave={onLeave}
        />
        <SendBox
          id="question"
          label="Question to the reporter (Enter asks it)"
          send="Ask the reporter"
          most={1200}
          value={typed.question}
          onInput={(question) => type({ question })}
          onSend={props.onAsk}
          onLeave={onLeave}
        />
        <SendBox
          id="note"
          label="Note for the other moderators, never public (Enter keeps it)"
          send="Keep the note"
          most={2000}
          value={typed.note}
          onInput={(note) => type({ note })}
          onSend={props.onNote}
          onLeave={onLeave}
        />
      </div>
    </div>
  );
}

interface ActProps {
  readonly label: string;
  readonly shortcut: string;
  readonly busy: boolean;
  readonly look?: string;
  readonly onClick: () => void;
}

function Act({ label, shortcut, busy, look = '', onClick }: ActProps) {
  return (
    <button
      type="button"
      class={`button ${look}`}
      disabled={busy}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      {label}
      <span class="key" aria-hidden="true">
        {shortcut}
      </span>
    </button>
  );
}
