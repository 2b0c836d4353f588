import { useState } from 'preact/hooks';
import { type Queue, rejectMany } from '../../api/moderation.ts';
import { Mark } from '../../marks/Mark.tsx';
import { datedWords } from '../../time/words.ts';
import { SendBox } from './SendBox.tsx';
import type { QueueState } from './use-queue.ts';

interface WaitingProps {
  readonly queue: QueueState;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
  readonly onKeys: () => void;
}

/** The reports that wait, oldest first; any number of them can be rejected at once. */
export function Waiting({ queue, chosen, onChoose, onKeys }: WaitingProps) {
  const { page, reports, report } = queue;
  return (
    <nav class="queue" aria-label="Reports waiting">
      <h2>
        Waiting <span class="count">{page?.total ?? '…'}</span>
      </h2>
      {page && page.total > page.reports.length && <Pages queue={queue} page={page} />}
      {chosen.size > 0 && <RejectMany queue={queue} chosen={chosen} onChoose={onChoose} />}
      <ol class="queue-list">
        {reports?.map((one) => (
          <li key={one.id} class="queue-entry">
            <input
              type="checkbox"
              aria-label={`Select: ${one.feature.properties.title}`}
              checked={chosen.has(one.id)}
              onChange={() => onChoose(toggled(chosen, one.id))}
            />
            <button
              type="button"
              class="row"
              aria-current={one === report ? 'true' : undefined}
              onClick={() => queue.open(one.id)}
            >
              <Mark category={one.feature.properties.category} verification="unverified" pending />
              <span class="row-text">
                <span class="row-title">{one.feature.properties.title}</span>
                <span class="row-meta">
                  Received {datedWords(one.receivedOn, 'short')}
                  {one.status === 'scheduled' && ' · accepted, waits'}
                  {one.claimedBy && ` · ${one.claimedByYou ? 'yours' : one.claimedBy}`}
                  {one.thread.at(-1)?.from === 'moderator' && ' · asked'}
                  {one.thread.at(-1)?.from === 'reporter' && ' · answered'}
                  {one.warnings.length > 0 && ` · ${one.warnings.length} to look at`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p class="keys">
        <kbd>j</kbd> next <kbd>k</kbd> previous{' '}
        <button type="button" class="link-button" onClick={onKeys}>
          All keys
        </button>
      </p>
    </nav>
  );
}

/** Which of all that wait are listed, and the way to the others. */
function Pages({ queue, page }: { queue: QueueState; page: Queue }) {
  const { before, reports, total } = page;
  return (
    <div class="queue-pages">
      <p class="note">
        {before + 1} to {before + reports.length} of {total}, oldest first
      </p>
      <p class="actions">
        <button
          type="button"
          class="button"
          disabled={!queue.isPage(-1)}
          onClick={() => void queue.turnPage(-1)}
        >
          Older ones
        </button>
        <button
          type="button"
          class="button"
          disabled={!queue.isPage(1)}
          onClick={() => void queue.turnPage(1)}
        >
          Newer ones
        </button>
      </p>
    </div>
  );
}

/** @returns a set with an id in it that was out, or out that was in. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

type RejectManyProps = Pick<WaitingProps, 'queue' | 'chosen' | 'onChoose'>;

function RejectMany({ queue, chosen, onChoose }: RejectManyProps) {
  const [message, setMessage] = useState('');
  const rejectAll = (): Promise<boolean> =>
    queue.run(async () => {
      const picked = queue.reports?.filter(({ id }) => chosen.has(id)) ?? [];
      const { done, refused } = await rejectMany(picked, message.trim() || null);
      const left = refused.map(({ why }) => ` One was not: ${why}`).join('');
      queue.setNotice({ words: `${done.length} reports are rejected.${left}`, undoes: done });
      onChoose(new Set());
      await queue.takeOut(done.map(({ id }) => id));
    });
  return (
    <div class="bulk">
      <SendBox
        id="bulk-message"
        label="To each of their reporters (optional)"
        value={message}
        onInput={setMessage}
        onSend={() => void rejectAll()}
        onLeave={queue.focusRecord}
      />
      <p class="actions">
        <button
          type="button"
          class="button is-danger"
          disabled={queue.busy}
          onClick={() => void rejectAll()}
        >
          Reject {chosen.size} selected
        </button>
        <button type="button" class="button" onClick={() => onChoose(new Set())}>
          Select none
        </button>
      </p>
    </div>
  );
}
