import { useEffect, useState } from 'preact/hooks';
import { failureOf } from '../../api/failure.ts';
import { type AuditEntry, fetchAudit } from '../../api/moderation-access.ts';
import { datedWords } from '../../time/words.ts';

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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="scrolls" aria-label="Entries" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">To what</th>
              <th scope="col">Detail</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.number}>
                <td>{entry.number}</td>
                <td>{datedWords(entry.at, 'short')}</td>
                <td>{entry.by}</td>
                <td>{entry.act}</td>
                <td>{entry.subject}</td>
                <td class="detail-cell">{detailWords(entry.detail)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {last !== null && last > 1 && (
        <button type="button" class="button" onClick={() => void more()}>
          Show earlier ones
        </button>
      )}
    </div>
  );
}

function detailWords(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return String(detail ?? '');
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
