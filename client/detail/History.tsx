import { useEffect, useState } from 'preact/hooks';
import { changeWords } from '../../data/incident/change-words.ts';
import { fetchHistory, type HistoryRevision } from '../api/changes.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import { datedWords } from '../time/words.ts';

/** What became of the record on this map; asked for when it is opened. */
export function RecordHistory({ id, revision }: { id: string; revision: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="record-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('record.history')}</summary>
      {isOpen && <Revisions key={`${id} ${revision}`} id={id} />}
    </details>
  );
}

function Revisions({ id }: { id: string }) {
  const [revisions, setRevisions] = useState<readonly HistoryRevision[] | 'failed' | null>(null);
  useEffect(() => {
    fetchHistory(id).then(setRevisions, () => setRevisions('failed'));
  }, [id]);
  if (revisions === null) return <p aria-busy="true" />;
  if (revisions === 'failed') return <p role="alert">{say('record.historyFailed')}</p>;
  return (
    <ol class="history" lang={RECORDS}>
      {revisions.map((revision) => (
        <Revision key={revision.revision} revision={revision} />
      ))}
    </ol>
  );
}

function Revision({ revision: { at, by, why, changes, redacted } }: { revision: HistoryRevision }) {
  return (
    <li>
      <strong>{datedWords(at)}</strong>, {by}.{why && ` ${why}`}
      {redacted && <p>{say('record.redacted')}</p>}
      {changes.length > 0 && (
        <ul>
          {changeWords(changes).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
