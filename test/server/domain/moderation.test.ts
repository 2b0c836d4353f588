import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { incidentFeature, type ReportInput } from '../../../data/incident/schema.ts';
import { moderationQueue, type QueuedReport } from '../../../server/domain/desk-queue.ts';
import { publishReport, publishUnreviewed } from '../../../server/domain/moderation.ts';
import { releaseDue } from '../../../server/domain/release.ts';
import { submitReport } from '../../../server/domain/submit.ts';
import type { Surroundings } from '../../../server/domain/surroundings.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { report, reportInput } from '../made-reports.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { fixedSurroundings, minneapolis, NOW } from './city.ts';

const HOUR = 3_600_000;
const ADA = { id: 1, name: 'Ada', at: NOW };

let store: SqliteStore;
let surroundings: Surroundings;
beforeEach(async () => {
  store = await openSqliteStore(join(await temporaryFolder(), 'incidents.db'));
  surroundings = fixedSurroundings();
  onTestFinished(() => store.close());
});

/** @returns the report as it stands at the end of the queue. */
async function submitted(
  properties: Partial<ReportInput['properties']> = {},
  coordinates?: [number, number],
): Promise<QueuedReport> {
  const context = { ...store, area: minneapolis, surroundings, publish: 'reviewed' as const };
  const result = await submitReport(reportInput(properties, coordinates), context);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const last = (await queue()).at(-1);
  if (!last) throw new Error('nothing in the queue');
  return last;
}

async function queue(now = NOW): Promise<QueuedReport[]> {
  return (await moderationQueue(store.desk, ADA, now)).reports;
}

function publish(
  { id, revision }: QueuedReport,
  asked: Partial<Parameters<typeof publishReport>[1]> = {},
  using: Surroundings = surroundings,
) {
  const request = {
    revision,
    verification: 'unverified' as const,
    photos: [],
    allow: [],
    ...asked,
  };
  return publishReport(id, request, ADA, { desk: store.desk, surroundings: using });
}

async function item(id: string | null) {
  return JSON.parse((await store.incidents.item(id ?? '', Infinity)) ?? 'null');
}

describe('a moderator', () => {
  it('reaches every report that waits, page by page, the oldest first', async () => {
    for (let number = 1; number <= 503; number++) {
      const id = `r${number}`;
      const sent = { id, tokenHash: `hash-${id}`, receivedOn: '2026-02-01', feature: report() };
      await store.reports.add(sent);
    }
    const ids: string[] = [];
    const befores: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = await moderationQueue(store.desk, ADA, NOW, after);
      expect(page.total).toBe(503);
      ids.push(...page.reports.map(({ id }) => id));
      befores.push(page.before);
      after = page.next;
    }
    expect(ids).toEqual(Array.from({ length: 503 }, (_, index) => `r${index + 1}`));
    expect(befores).toEqual([0, 250, 500]);
  });

  it('sees a report beside what would be published of it', async () => {
    const report = await submitted({}, [-93.265123, 44.977812]);
    expect(report.feature.geometry.coordinates).toEqual([-93.265123, 44.977812]);
    expect(report.preview.geometry?.coordinates).toEqual([-93.265, 44.978]);
    expect(incidentFeature.safeParse(report.preview).success).toBe(true);
    expect(report.publishesAt).toBeNull();
  });

  it('publishes what they saw, as it was shown', async () => {
    const report = await submitted();
    const outcome = await publish(report);
    if (outcome.why !== null) throw new Error(outcome.why);
    expect(outcome).toMatchObject({ status: 'published', revision: report.revision + 1 });
    const published = await item(outcome.incidentId);
    const { createdAt: _, updatedAt: __, revision: ___, ...shown } = report.preview.properties;
    expect(published.geometry).toEqual(report.preview.geometry);
    expect(published.properties).toMatchObject(shown);
  });

  it('says how sure they are', async () => {
    const outcome = await publish(await submitted(), { verification: 'corroborated' });
    if (outcome.why !== null) throw new Error(outcome.why);
    const { properties } = await item(outcome.incidentId);
    expect(properties.verification).toBe('corroborated');
    expect(properties.decisions[0].reason).not.toContain('nothing else to check it by');
  });

  it('never publishes over an incident that is, was or will be there', async () => {
    const [first, second, third] = [
      await submitted(),
      await submitted({ summary: 'Told again.' }),
      await submitted({ summary: 'And again.' }),
    ];
    // The same bytes once more: the second title, day and suffix would give the first one's id.
    const repeating = [5, 5, 6, 5, 6, 7].values();
    const same = {
      now: surroundings.now,
      randomBytes: (size: number) => new Uint8Array(size).fill(repeating.next().value ?? 8),
    };
    await publish(first, {}, same);
    await store.desk.undo({ id: first.id, revision: 2 }, ADA);
    await publish(second, {}, same);
    await publish(third, {}, same);
    expect(await store.incidents.count()).toBe(2);
    expect((await queue()).map(({ id }) => id)).toEqual([first.id]);
  });

  it('is stopped by what may put people in danger until they have looked at it', async () => {
    const report = await submitted({ summary: 'Call me at 612-555-0142.' });
    expect(report.warnings).toMatchObject([{ pointer: '/properties/summary' }]);
    const stopped = await publish(report);
    expect(stopped).toMatchObject({ why: 'warnings', warnings: report.warnings });
    expect(await store.incidents.count()).toBe(0);
    const allow = report.warnings.map(({ pointer }) => pointer);
    expect(await publish(report, { allow })).toMatchObject({ why: null });
  });

  it('is stopped by what was merged into it as well', async () => {
    const first = await submitted({ summary: 'Call me at 612-555-0142.' });
    const second = await submitted();
    await store.desk.mergeInto(first, second, ADA);
    const [merged] = await queue();
    if (!merged) throw new Error('nothing in the queue');
    expect(merged.warnings).toMatchObject([{ pointer: '/merged/0/properties/summary' }]);
    expect(await publish(merged)).toMatchObject({ why: 'warnings' });
  });

  it('publishes what was merged into it as accounts of their own', async () => {
    const first = await submitted({ summary: 'We sang.' });
    const second = await submitted({ summary: 'They sang.' });
    await store.desk.mergeInto(first, second, ADA);
    const [merged] = await queue();
    if (!merged) throw new Error('nothing in the queue');
    const outcome = await publish(merged);
    if (outcome.why !== null) throw new Error(outcome.why);
    const { accounts } = (await item(outcome.incidentId)).properties;
    expect(accounts).toEqual(merged.preview.properties.accounts);
    expect(accounts).toMatchObject([
      { id: 'a1', says: 'They sang.' },
      { id: 'a2', says: 'We sang.', disputes: [] },
    ]);
  });

  it('accepts what may still go on, and the clock publishes it after its delay', async () => {
    const began = '2026-02-01T12:00:00-06:00';
    const report = await submitted({ category: 'detention', occurredAt: began });
    const publicAt = Date.parse(report.publishesAt ?? '');
    expect(publicAt).toBeGreaterThan(NOW + HOUR);
    expect(await publish(report)).toMatchObject({ status: 'scheduled', incidentId: null });
    expect(await queue()).toMatchObject([
      { id: report.id, status: 'scheduled', publishesAt: report.publishesAt },
    ]);
    expect(await releaseDue(store.desk, { now: () => publicAt - 1000 })).toBe(0);
    expect(await store.incidents.count()).toBe(0);
    expect(await releaseDue(store.desk, { now: () => publicAt + 1000 })).toBe(1);
    expect(await store.incidents.count()).toBe(1);
    expect(await queue()).toEqual([]);
    const { incidentId } = (await store.desk.byId(report.id)) ?? {};
    expect((await item(incidentId ?? '')).properties).toMatchObject({
      category: 'detention',
      title: report.preview.properties.title,
    });
  });

  it('takes an accepted report back after the clock has published it', async () => {
    const report = await submitted({
      category: 'detention',
      occurredAt: '2026-02-01T12:00:00-06:00',
    });
    await publish(report);
    await releaseDue(store.desk, { now: () => NOW + 100 * HOUR });
    const { revision = 0 } = (await store.desk.byId(report.id)) ?? {};
    expect(await store.desk.undo({ id: report.id, revision }, ADA)).toMatchObject({
      status: 'pending',
    });
    expect(await store.incidents.count()).toBe(0);
  });

  it('is told that a report was decided or changed before what would be wrong with it', async () => {
    const report = await submitted({ summary: 'Call me at 612-555-0142.' });
    expect(await publish({ ...report, revision: 7 })).toEqual({ why: 'stale' });
    await store.desk.reject(report, null, ADA);
    expect(await publish(report)).toEqual({ why: 'decided' });
    expect(await publish({ ...report, id: 'none' })).toEqual({ why: 'not_found' });
  });
});

describe('without review', () => {
  it('a report is public at once, and one that may still go on after its delay', async () => {
    const context = { desk: store.desk, surroundings };
    const vigil = await submitted();
    expect(await publishUnreviewed(vigil.id, context)).toMatchObject({ status: 'published' });
    const raid = await submitted({ category: 'raid', occurredAt: '2026-02-01T12:00:00-06:00' });
    expect(await publishUnreviewed(raid.id, context)).toMatchObject({ status: 'scheduled' });
  });
});
