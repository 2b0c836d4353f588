import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startOfCentralDate } from '../../../data/time/central.ts';
import { readIdempotencyKey } from '../../../server/domain/idempotency.ts';
import { draftOfReport } from '../../../server/domain/moderation.ts';
import { eraseExpired } from '../../../server/domain/retention.ts';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident } from '../made-incidents.ts';
import { plainPhoto } from '../made-photos.ts';
import { report } from '../made-reports.ts';
import { DeskAtWork } from './desk-at-work.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DAY_MS = 24 * 3_600_000;
const TODAY = '2026-02-01';
const NOW = startOfCentralDate(TODAY) + 10 * 3_600_000;
const by = { id: null, name: 'Ada', at: NOW };
/** So long that pages are freed and log frames are written in numbers. */
const LONG = ' and much more'.repeat(250);

let folder: string;
let store: SqliteStore;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openSqliteStore(join(folder, 'incidents.db'));
  onTestFinished(() => store.close());
});

async function add(id: string): Promise<void> {
  const feature = report({ title: `Word-${id}`, summary: `Word-${id}${LONG}` });
  await store.reports.add({ id, tokenHash: `hash-${id}`, receivedOn: TODAY, feature });
  const jpeg = await plainPhoto()
    .jpeg()
    .withExif({ IFD0: { Artist: `Word-${id}` } })
    .toBuffer();
  await store.photos.add(`hash-${id}`, { id: `photo-${id}`, width: 640, height: 480, jpeg });
  await store.reports.answer(`hash-${id}`, `Word-${id} once more`, TODAY);
  await store.desk.note(id, `Word-${id} in a note`, by);
}

/** Looks through every byte of every file beside the database. */
async function isOnDisk(text: string | Buffer): Promise<boolean> {
  const files = await readdir(folder);
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return contents.some((content) => content.includes(text));
}

const revisionOf = async (id: string): Promise<number> =>
  (await store.desk.byId(id))?.revision ?? 0;

const erase = (daysLater: number, days = 30) =>
  eraseExpired(store.reports, days, NOW + daysLater * DAY_MS);

describe('what was decided long ago', () => {
  it('is erased with photo, thread and notes, from every byte on disk', async () => {
    for (const id of ['rejected', 'withdrawn', 'pending', 'published']) await add(id);
    await store.desk.reject(
      { id: 'rejected', revision: await revisionOf('rejected') },
      'Word-rejected, told to its reporter',
      by,
    );
    await store.reports.withdraw('hash-withdrawn', startOfCentralDate(TODAY));
    const published = { id: 'published', revision: await revisionOf('published') };
    await store.desk.publish(published, { incident: incident(), photos: [], merged: [] }, [], by);
    expect(await isOnDisk('Word-rejected')).toBe(true);
    expect(await isOnDisk('Word-withdrawn')).toBe(false);

    expect(await erase(29)).toBe(0);
    expect(await store.desk.byId('rejected')).not.toBeNull();
    expect(await erase(31)).toBe(2);
    expect(await store.desk.byId('rejected')).toBeNull();
    expect(await store.desk.byId('withdrawn')).toBeNull();
    expect(await isOnDisk('Word-rejected')).toBe(false);
    // What waits and what is public stay.
    expect(await isOnDisk('Word-pending')).toBe(true);
    expect(await store.desk.byId('published')).not.toBeNull();
    expect(await store.photos.ofReport('pending', 'photo-pending')).not.toBeNull();
  });

  it('goes with its copies', async () => {
    const feature = report({ title: 'Twice' });
    const sent = { receivedOn: TODAY, feature, sameSince: TODAY };
    expect(await store.reports.add({ ...sent, id: 'one', tokenHash: 'h1' })).toEqual({
      sameAs: null,
    });
    expect(await store.reports.add({ ...sent, id: 'two', tokenHash: 'h2' })).toEqual({
      sameAs: 'one',
    });
    await store.desk.reject({ id: 'one', revision: 1 }, null, by);
    expect((await store.reports.byToken('h2'))?.status).toBe('rejected');
    await erase(31);
    expect(await store.reports.byToken('h2')).toBeNull();
    expect(await isOnDisk('Twice')).toBe(false);
  });

  it('is kept for as many days as the host has set', async () => {
    await add('rejected');
    const seen = { id: 'rejected', revision: await revisionOf('rejected') };
    await store.desk.reject(seen, null, by);
    expect(await erase(6, 7)).toBe(0);
    expect(await erase(8, 7)).toBe(1);
  });

  it('is kept for whole days, the one on which the clocks go forward as well', async () => {
    await add('rejected');
    const seen = { id: 'rejected', revision: await revisionOf('rejected') };
    const at = Date.parse('2026-03-01T23:30:00-06:00');
    await store.desk.reject(seen, null, { ...by, at });
    const on = (text: string) => eraseExpired(store.reports, 7, Date.parse(text));
    expect(await on('2026-03-08T12:00:00-05:00')).toBe(0);
    expect(await on('2026-03-09T00:30:00-05:00')).toBe(1);
  });
});

describe('what was public until it was taken back', () => {
  const seen = async (id: string) => ({ id, revision: await revisionOf(id) });

  /** As an incident of the report's own, called `made`. */
  async function becomes(id: string) {
    const waiting = await store.desk.waiting(id, NOW);
    if (!waiting) throw new Error('nothing waits');
    const as = { id: 'made', now: NOW, verification: 'unverified' } as const;
    const { incident, told } = draftOfReport(waiting, as);
    return { incident, photos: [], merged: told };
  }

  async function publishAndUndo(id: string): Promise<void> {
    await store.desk.publish(await seen(id), await becomes(id), [], by);
    await store.desk.undo(await seen(id), by);
    expect((await store.history.revisions('made'))?.at(-1)?.draft).not.toBeNull();
  }

  it.each([
    ['taken back by its reporter', () => store.reports.withdraw('hash-first', NOW)],
    ['corrected by them', () => store.reports.correct('hash-first', report(), null)],
    [
      'rejected, and kept long enough',
      async () => {
        await store.desk.reject(await seen('first'), null, by);
        await erase(31);
      },
    ],
  ])('leaves no words of a report once it is %s', async (way, end) => {
    await add('first');
    await publishAndUndo('first');
    await end();
    // A note is the moderators' own, and stays while the report does.
    const words = way.startsWith('corrected') ? `Word-first${LONG.slice(0, 40)}` : 'Word-first';
    expect(await isOnDisk(words)).toBe(false);
    const left = await store.history.revisions('made');
    expect(left).toMatchObject([{ kind: 'withdraw', draft: null }]);
  });

  it('leaves none in an incident that it was merged into, whose other words stay', async () => {
    const work = await DeskAtWork.open(async () => store);
    await store.incidents.put([incident()], NOW);
    await add('first');
    await work.mergeIntoVigil('first', await revisionOf('first'));
    await store.desk.undo(await seen('first'), by);
    expect(await isOnDisk('Word-first')).toBe(true);
    await store.reports.withdraw('hash-first', NOW);
    expect(await isOnDisk('Word-first')).toBe(false);
    const states = await store.history.revisions('vigil');
    expect(states?.map(({ draft }) => draft?.properties.accounts.length)).toEqual([1, 1, 1]);
  });

  it.each(['published and undone', 'accepted for its hour'])(
    'leaves none of a report that stood under another, which was %s',
    async (how) => {
      for (const id of ['first', 'second']) await add(id);
      await store.desk.mergeInto(await seen('second'), await seen('first'), by);
      if (how.startsWith('published')) await publishAndUndo('first');
      else {
        const accepted = await becomes('first');
        await store.desk.schedule(await seen('first'), accepted, [], NOW + DAY_MS, by);
      }
      await store.reports.withdraw('hash-second', NOW);
      expect(await isOnDisk('Word-second')).toBe(false);
      expect(await isOnDisk('Word-first')).toBe(true);
    },
  );

  it('is found in a database of before, by what the audit log tells', async () => {
    const work = await DeskAtWork.open(async () => store);
    await store.incidents.put([incident()], NOW);
    for (const id of ['first', 'second', 'third']) await add(id);
    await store.desk.mergeInto(await seen('third'), await seen('first'), by);
    await publishAndUndo('first');
    await work.mergeIntoVigil('second', await revisionOf('second'));
    await store.desk.undo(await seen('second'), by);
    await store.close();
    const file = join(folder, 'incidents.db');
    const old = await Connection.open(file, 'write');
    await old.execute('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON');
    await old.execute('DROP TABLE taken_back; DELETE FROM migrations WHERE number = 9');
    for (const id of ['first', 'second', 'third']) {
      await old.run('DELETE FROM reports WHERE id = $id', { $id: id });
    }
    await old.close();
    store = await openSqliteStore(file);
    await erase(0);
    for (const id of ['first', 'second', 'third']) expect(await isOnDisk(`Word-${id}`)).toBe(false);
  });
});

describe('what was answered to an Idempotency-Key', () => {
  it('is kept for a day at least, and lies nowhere in plain words', async () => {
    const key = readIdempotencyKey('the-key');
    if (!key) throw new Error('no key');
    const token = 'T0k3nT0k3nT0k3nT0k3nT0';
    const answer = {
      keyHash: key.keyHash,
      bodyHash: key.bodyHash(report()),
      sealed: key.seal(token),
      expiresOn: '2026-02-02',
    };
    const sent = { id: 'r1', tokenHash: 'h1', receivedOn: TODAY, feature: report() };
    await store.reports.add(sent, answer);
    expect(await isOnDisk(token)).toBe(false);
    expect(await isOnDisk('the-key')).toBe(false);
    await erase(1);
    const kept = await store.reports.answered(key.keyHash, '2026-02-02');
    expect(key.open(kept?.sealed ?? '')).toBe(token);
    expect(await store.reports.answered(key.keyHash, '2026-02-03')).toBeNull();
    await erase(2);
    expect(await store.reports.answered(key.keyHash, '2026-02-02')).toBeNull();
    expect(await isOnDisk(answer.keyHash)).toBe(false);
  });
});

describe('what a reporter changed', () => {
  it('is gone from the disk as they first wrote it', async () => {
    await add('first');
    const corrected = report({ title: 'Corrected' });
    expect(await store.reports.correct('hash-first', corrected, null)).toBe('done');
    expect(await isOnDisk(`Word-first${LONG.slice(0, 40)}`)).toBe(false);
  });

  it('is gone with the photo they took away', async () => {
    await add('first');
    const before = await store.photos.ofReport('first', 'photo-first');
    const bytes = Buffer.from(before ?? []).subarray(-200);
    expect(await isOnDisk(bytes)).toBe(true);
    expect(await store.photos.remove('hash-first', 'photo-first')).toBe('done');
    expect(await isOnDisk(bytes)).toBe(false);
  });
});
