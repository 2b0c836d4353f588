import { CHAIN_START, canonicalJson, chainHash } from '../../domain/audit-chain.ts';
import type { AuditAct } from '../../domain/ports/audit-log.ts';
import type { Connection } from './connection.ts';

/**
 * Adds an entry to the audit log. Call it in the transaction of the act that it tells of: both are
 * kept, or neither.
 */
export async function appendAudit(connection: Connection, act: AuditAct): Promise<void> {
  const last = await connection.get<{ number: number; hash: string }>(
    'SELECT number, hash FROM audit_log ORDER BY number DESC LIMIT 1',
  );
  const number = (last?.number ?? 0) + 1;
  await connection.run(
    'INSERT INTO audit_log VALUES ($number, $at, $by, $act, $subject, $detail, $hash)',
    {
      $number: number,
      $at: act.at,
      $by: act.by,
      $act: act.act,
      $subject: act.subject,
      $detail: canonicalJson(act.detail),
      $hash: chainHash(last?.hash ?? CHAIN_START, number, act),
    },
  );
}
