import { useEffect, useState } from 'preact/hooks';
import { failureOf } from '../../api/failure.ts';
import { type AuditEntry, fetchAudit } from '../../api/moderation-access.ts';
import { datedWords } from '../../time/words.ts';
import { actWords, detailWords } from './audit-words.ts';

/** What was done behind the map, newest first, and whether all of it stands unaltered. */
export function Audit() {
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  const [isVerified, setVerified] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const last = entries.at(-1)?.number ?? null;
  const more = async (): Promise<void> => {
    try {
      const page = await fetchAudit(last);
      setEntries((before) => [...before, ...page.entries]);
      setVerified(page.verified);
      setProblem(null);
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  };
  useEffect(() => void more(), []);
  return (
    <div class="plain-page is-wide">
      <h2>Audit log</h2>
      <p role="status" class={isVerified === false ? 'field-error' : ''}>
        {isVerified === true && 'Verified: every entry that was ever made stands unaltered.'}
        {isVerified === false &&
          'Not verified: an entry was altered or is missing. Run npm run audit on the server.'}
      </p>
      {problem && <p role="alert">{problem}</p>}
      <ol class="audit" aria-label="Entries">
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ol>
      {last !== null && last > 1 && (
        <button type="button" class="button" onClick={() => void more()}>
          Show earlier ones
        </button>
      )}
    </div>
  );
}

function Entry({ entry: { number, at, by, act, subject, detail } }: { entry: AuditEntry }) {
  const incident = /^incident (.+)$/.exec(subject)?.[1];
  const more = detailWords(detail);
  return (
    <li>
      <p class="note">
        No. {number}, {datedWords(at, 'short')}
      </p>
      <p>
        <strong>{by}</strong>: {actWords(act)}
      </p>
      <p>
        {incident ? (
          <a href={`#incident/${encodeURIComponent(incident)}`}>incident {incident}</a>
        ) : (
          subject
        )}
      </p>
      {more.length > 0 && <p class="note">{more.join(' · ')}</p>}
    </li>
  );
}
