import { useEffect, useState } from 'preact/hooks';
import { type ChangeLine, changeLines } from '../../data/incident/change-lines.ts';
import type { PublicRevision } from '../../data/incident/public-history.ts';
import type { Account } from '../../data/incident/schema.ts';
import { fetchHistory } from '../api/changes.ts';
import { lineWords } from '../changes/line-words.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say-of-details.ts';
import { datedWords } from '../time/words.ts';
import { accountAnchor, Jump } from './Jump.tsx';

interface RecordHistoryProps {
  readonly id: string;
  readonly revision: number;
  /** As they are now: what the history says of one leads to it. */
  readonly accounts: readonly Account[];
}

/** What became of the record on this map; asked for when it is opened. */
export function RecordHistory({ id, revision, accounts }: RecordHistoryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="record-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('record.history')}</summary>
      {isOpen && <Revisions key={`${id} ${revision}`} id={id} accounts={accounts} />}
    </details>
  );
}

type RevisionsProps = Pick<RecordHistoryProps, 'id' | 'accounts'>;

function Revisions({ id, accounts }: RevisionsProps) {
  const [revisions, setRevisions] = useState<readonly PublicRevision[] | 'failed' | null>(null);
  useEffect(() => {
    fetchHistory(id).then(setRevisions, () => setRevisions('failed'));
  }, [id]);
  if (revisions === null) return <p aria-busy="true" />;
  if (revisions === 'failed') return <p role="alert">{say('record.historyFailed')}</p>;
  return (
    <ol class="history">
      {revisions.map((revision) => (
        <Revision key={revision.revision} revision={revision} accounts={accounts} />
      ))}
    </ol>
  );
}

interface RevisionProps {
  readonly revision: PublicRevision;
  readonly accounts: readonly Account[];
}

function Revision({ revision, accounts }: RevisionProps) {
  const { at, kind, why, changes, redacted } = revision;
  return (
    <li>
      <strong>{datedWords(at)}</strong>, {say(`history.by.${kind}`)}.{' '}
      {why && <span lang={RECORDS}>{why}</span>}
      {redacted && <p>{say('record.redacted')}</p>}
      {changes.length > 0 && (
        <ul>
          {changeLines(changes).map((line) => {
            const account = accountOf(line, accounts);
            // People know an account by who speaks, not by its id.
            const words = lineWords(account ? { ...line, of: account.by } : line);
            return (
              <li key={words}>
                {account ? <Jump to={accountAnchor(account.id)}>{words}</Jump> : words}
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}

/** @returns the account that a line is about, where the record still has it. */
function accountOf({ kind, of }: ChangeLine, accounts: readonly Account[]): Account | undefined {
  switch (kind) {
    case 'account_changed':
    case 'disputes_changed':
      return accounts.find(({ id }) => id === of);
    case 'account_added':
    case 'dispute_added':
    case 'first_account':
      return accounts.find(({ by }) => by === of);
    default:
      return undefined;
  }
}
