import { formatCentralExact } from '../../../data/time/central.ts';
import { recordFailures } from '../../domain/audit.ts';
import { AuditWatch } from '../../domain/audit-watch.ts';
import type { Context } from '../context.ts';
import { ParameterReader, parseClampedCount, parseCount, refuse } from '../parameters.ts';
import type { Endpoint } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';

const LIMIT = 100;
const MOST = 1000;

/**
 * `GET /api/moderation/audit`: what was done, newest first; `cursor` is the number of the entry
 * after which to go on. `verified` says whether every entry that was ever made stands unaltered;
 * of older ones that was read within the last hour.
 */
export function auditEndpoint(
  moderators: ModeratorsOnly,
  { audit, passphraseAttempts, surroundings }: Context,
): Endpoint {
  const watch = new AuditWatch(audit);
  return {
    parameters: ['limit', 'cursor'],
    async handle(request, response, query) {
      moderators.withRole(request, 'administrator');
      const reader = new ParameterReader(query);
      const limit = reader.value(
        'limit',
        LIMIT,
        (text) => parseClampedCount(text, 1, MOST),
        `Expected a whole number from 1; more than ${MOST} counts as ${MOST}.`,
      );
      const before = reader.value<number | null>(
        'cursor',
        null,
        (text) => parseCount(text, 1, Number.MAX_SAFE_INTEGER - 1),
        'Expected the number of an entry.',
      );
      refuse(reader.errors);
      await recordFailures(passphraseAttempts, audit, surroundings.now());
      const [entries, { brokenAt }] = await Promise.all([
        audit.page(limit, before),
        watch.check(surroundings.now()),
      ]);
      sendJson(request, response, {
        entries: entries.map((entry) => ({ ...entry, at: formatCentralExact(entry.at) })),
        verified: brokenAt === null,
      });
    },
  };
}
