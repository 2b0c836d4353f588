import { ChainCheck } from './audit-chain.ts';
import type { PassphraseAttempts } from './passphrase-attempts.ts';
import { THE_MAP } from './people.ts';
import type { AuditEntry, AuditLog, ChainFinding } from './ports/audit-log.ts';

/**
 * Checks every entry against its hash and the one before.
 * @param seen called with each entry that holds.
 */
export async function checkAudit(
  audit: Pick<AuditLog, 'entries'>,
  seen: (entry: AuditEntry) => void = () => undefined,
): Promise<ChainFinding> {
  const chain = new ChainCheck();
  for await (const entry of audit.entries(null)) {
    if (!chain.follows(entry)) {
      return { count: chain.count, last: chain.last, brokenAt: entry.number };
    }
    seen(entry);
  }
  return { count: chain.count, last: chain.last, brokenAt: null };
}

/** Writes down how many passphrases were wrong since the last time; neither whose nor from where. */
export async function recordFailures(
  attempts: PassphraseAttempts,
  audit: Pick<AuditLog, 'record'>,
  now: number,
): Promise<void> {
  const count = attempts.takeFailures();
  if (count === 0) return;
  await audit.record({
    at: now,
    by: THE_MAP,
    act: 'passphrase.failed',
    subject: 'signing in',
    detail: { count },
  });
}
