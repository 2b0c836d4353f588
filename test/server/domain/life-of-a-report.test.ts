import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { incidentFeature } from '../../../data/incident/schema.ts';
import { moderationQueue, publishReport, rejectReport } from '../../../server/domain/moderation.ts';
import { reportOf, withdrawReport } from '../../../server/domain/reporter.ts';
import { submitReport } from '../../../server/domain/submit.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { reportInput } from '../made-reports.ts';
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

const queue = () => moderationQueue(store.reports, NOW);

describe('a report sent in', () => {
  it('is followed by its token, and by nothing that is stored', async () => {
    const { token, receivedOn, incidentId } = await submit();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(receivedOn).toBe('2026-02-01');
    expect(incidentId).toBeNull();
    const report = await reportOf(token, store.reports);
    expect(report).toMatchObject({ status: 'pending', receivedOn: '2026-02-01' });
    expect(JSON.stringify(report)).not.toContain(token);
    expect(await reportOf(report?.id ?? '', store.reports)).toBeNull();
    expect(await reportOf(token.slice(1), store.reports)).toBeNull();
    expect(await reportOf('A'.repeat(5000), store.reports)).toBeNull();
  });

  it('is not stored where a field is wrong', async () => {
    const context = { ...store, area: minneapolis, surroundings, publish: 'reviewed' as const };
    const submitted = await submitReport(reportInput({ title: '' }), context);
    expect(submitted).toMatchObject({ ok: false, errors: [{ pointer: '/properties/title' }] });
    expect((await queue()).total).toBe(0);
  });

  it('is public at once where the host wants no review', async () => {
    const { incidentId, token } = await submit(reportInput(), 'immediate');
    expect(incidentId).toMatch(/^2026-01-10-vigil-at-the-park-/);
    expect(await store.incidents.item(incidentId ?? '', Infinity)).not.toBeNull();
    expect(await reportOf(token, store.reports)).toMatchObject({ status: 'published', incidentId });
  });

  it('can be withdrawn by its token while it is pending', async () => {
    const { token } = await submit();
    expect(await withdrawReport('x', store.reports)).toBe(false);
    expect(await withdrawReport(token, store.reports)).toBe(true);
    expect(await reportOf(token, store.reports)).toMatchObject({
      status: 'withdrawn',
      feature: null,
    });
    expect((await queue()).total).toBe(0);
  });
});

describe('the moderators', () => {
  it('see a report beside what would be published of it', async () => {
    await submit(reportInput({}, [-93.265123, 44.977812]));
    const { reports, total } = await queue();
    expect(total).toBe(1);
    const [queued] = reports;
    expect(queued?.feature.geometry.coordinates).toEqual([-93.265123, 44.977812]);
    expect(queued?.preview.geometry?.coordinates).toEqual([-93.265, 44.978]);
    expect(incidentFeature.safeParse(queued?.preview).success).toBe(true);
  });

  it('publish what they saw, as it was shown', async () => {
    const { token } = await submit();
    const [queued] = (await queue()).reports;
    if (!queued) throw new Error('nothing in the queue');
    const decision = { id: queued.id, revision: queued.revision, by: 'Ada' };
    const result = await publishReport(decision, { ...store, surroundings });
    if (result.outcome !== 'done') throw new Error(result.outcome);
    const published = JSON.parse((await store.incidents.item(result.incidentId, Infinity)) ?? '');
    expect(published.geometry).toEqual(queued.preview.geometry);
    const { createdAt: _, updatedAt: __, revision: ___, ...shown } = queued.preview.properties;
    expect(published.properties).toMatchObject(shown);
    expect(await reportOf(token, store.reports)).toMatchObject({
      status: 'published',
      incidentId: result.incidentId,
    });
  });

  it('never publish over an incident that is there', async () => {
    await submit();
    await submit();
    const [first, second] = (await queue()).reports;
    // The same bytes once more: the second title, day and suffix would give the first one's id.
    const repeating = [5, 5, 6].values();
    const random = () => new Uint8Array(4).fill(repeating.next().value ?? 7);
    const same = { now: surroundings.now, randomBytes: random };
    for (const { id } of [first, second].filter((queued) => queued !== undefined)) {
      const decision = { id, revision: 1, by: 'Ada' };
      const result = await publishReport(decision, { ...store, surroundings: same });
      expect(result.outcome).toBe('done');
    }
    expect(await store.incidents.count()).toBe(2);
  });

  it('decide once, on what they saw', async () => {
    const { token } = await submit();
    const [queued] = (await queue()).reports;
    const id = queued?.id ?? '';
    const context = { ...store, surroundings };
    const reject = (revision: number) =>
      rejectReport({ id, revision, message: 'Which day?', by: 'Ada' }, context);
    expect(await reject(9)).toBe('stale');
    expect(await reject(1)).toBe('done');
    expect(await reject(2)).toBe('not_pending');
    expect(await publishReport({ id, revision: 2, by: 'Ada' }, context)).toEqual({
      outcome: 'not_pending',
    });
    expect(await publishReport({ id: 'none', revision: 1, by: 'Ada' }, context)).toEqual({
      outcome: 'not_found',
    });
    expect(await reportOf(token, store.reports)).toMatchObject({
      status: 'rejected',
      message: 'Which day?',
    });
  });
});
