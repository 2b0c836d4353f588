import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { moderationQueue } from '../../../server/domain/desk-queue.ts';
import { reporterView, withdrawReport } from '../../../server/domain/reporter.ts';
import { hashToken } from '../../../server/domain/secrets.ts';
import { submitReport } from '../../../server/domain/submit.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { report, reportInput } from '../made-reports.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { fixedSurroundings, minneapolis, NOW } from './city.ts';

let store: SqliteStore;
let surroundings: ReturnType<typeof fixedSurroundings>;
beforeEach(async () => {
  store = await openSqliteStore(join(await temporaryFolder(), 'incidents.db'));
  surroundings = fixedSurroundings();
  onTestFinished(() => store.close());
});

async function submit(
  body: unknown = reportInput(),
  publish: 'reviewed' | 'immediate' = 'reviewed',
) {
  const context = { ...store, area: minneapolis, surroundings, publish };
  const submitted = await submitReport(body, context);
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.errors));
  return submitted.value;
}

const queue = () => moderationQueue(store.desk, { id: 1 }, NOW);

describe('a report sent in', () => {
  it('is followed by its token, and by nothing that is stored', async () => {
    const { token, receivedOn, status } = await submit();
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(receivedOn).toBe('2026-02-01');
    expect(status).toBe('pending');
    const report = await reporterView(token, store);
    expect(report).toMatchObject({ status: 'pending', receivedOn: '2026-02-01' });
    expect(JSON.stringify(report)).not.toContain(token);
    for (const other of [report?.id ?? '', token.slice(1), 'A'.repeat(5000)]) {
      expect(await reporterView(other, store)).toBeNull();
    }
  });

  it('of the first version is still followed by its longer token', async () => {
    const token = 'Q'.repeat(43);
    const sent = { id: 'old', receivedOn: '2026-01-20', feature: report() };
    await store.reports.add({ ...sent, tokenHash: hashToken(token) });
    expect(await reporterView(token, store)).toMatchObject({ receivedOn: '2026-01-20' });
  });

  it('is not stored where a field is wrong', async () => {
    const context = { ...store, area: minneapolis, surroundings, publish: 'reviewed' as const };
    const submitted = await submitReport(reportInput({ title: '' }), context);
    expect(submitted).toMatchObject({ ok: false, errors: [{ pointer: '/properties/title' }] });
    expect((await queue()).total).toBe(0);
  });

  it('is public at once where the host wants no review', async () => {
    const { status, token } = await submit(reportInput(), 'immediate');
    expect(status).toBe('published');
    const incidentId = (await reporterView(token, store))?.incidentId ?? '';
    expect(incidentId).toMatch(/^2026-01-10-vigil-[a-z0-9]{4}$/);
    expect(await store.incidents.item(incidentId, Infinity)).not.toBeNull();
  });

  it('can be withdrawn by its token while it is pending, once', async () => {
    const { token } = await submit();
    const context = { ...store, now: NOW };
    expect(await withdrawReport('x', context)).toBe('unknown');
    expect(await withdrawReport(token, context)).toBe('done');
    expect(await reporterView(token, store)).toBeNull();
    expect(await withdrawReport(token, context)).toBe('unknown');
    expect((await queue()).total).toBe(0);
  });
});
