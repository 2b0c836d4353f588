import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readDigest } from '../../../../server/domain/following/digest.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/open.ts';
import { account, incident } from '../../made-incidents.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const by = { id: null, name: 'Ada', at: Date.parse('2026-06-10T09:00:00-05:00') };

async function openStore() {
  const store = await openSqliteStore(join(await temporaryFolder(), 'incidents.db'));
  onTestFinished(() => store.close());
  return store;
}

const known = (id: string, knownAt: string, title = id) =>
  incident({ id, properties: { title, accounts: [account({ knownAt })] } });

it('tells whole days, from the first that was not told up to yesterday', async () => {
  const { incidents, history } = await openStore();
  const days = ['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11'];
  await incidents.put(
    days.map((day, number) => known(`incident-${number}`, day)),
    by.at,
  );
  const { entries, isWhole } = await readDigest({}, '2026-06-09', '2026-06-11', history);
  expect(entries.map(({ incidentId }) => incidentId)).toEqual(['incident-2', 'incident-1']);
  expect(isWhole).toBe(true);
  expect((await readDigest({}, '2026-06-11', '2026-06-11', history)).entries).toEqual([]);
});

it('tells an incident once, with all that changed on it, and what stands now', async () => {
  const { incidents, history } = await openStore();
  await incidents.put([known('vigil', '2026-06-01', 'Vigil')], by.at);
  for (const [index, title] of ['Vigil with music', 'Vigil with candles'].entries()) {
    const outcome = await history.edit(
      { id: 'vigil', revision: index + 1 },
      {
        draft: known('vigil', '2026-06-01', title),
        why: `Reason ${index}`,
        redactsEarlier: false,
        allowed: [],
      },
      by,
    );
    expect(outcome.why).toBeNull();
  }
  const { entries } = await readDigest({}, '2026-06-10', '2026-06-11', history);
  expect(entries).toEqual([
    {
      incidentId: 'vigil',
      title: 'Vigil with candles',
      verification: 'unverified',
      kind: 'updated',
      lines: [{ kind: 'part', of: 'title' }, { why: 'Reason 1' }, { why: 'Reason 0' }],
    },
  ]);
});

it('tells of a withdrawal to who follows everything, without what was withdrawn', async () => {
  const { incidents, history } = await openStore();
  await incidents.put([known('secret-words', '2026-06-01', 'Secret words')], by.at);
  const reason = { why: 'It was not so.', allowed: [] };
  await history.withdraw({ id: 'secret-words', revision: 1 }, reason, by);
  const { entries } = await readDigest({}, '2026-06-10', '2026-06-11', history);
  expect(entries).toMatchObject([{ kind: 'withdrawn', incidentId: null, title: null }]);
  expect(JSON.stringify(entries)).not.toMatch(/secret/i);
  const some = await readDigest({ category: 'vigil' }, '2026-06-10', '2026-06-11', history);
  expect(some.entries).toEqual([]);
});

it('tells nothing by a filter that this version cannot read', async () => {
  const { incidents, history } = await openStore();
  await incidents.put([known('vigil', '2026-06-10')], by.at);
  const gone = { category: 'vigil,a_category_of_another_version' };
  expect((await readDigest(gone, '2026-06-10', '2026-06-11', history)).entries).toEqual([]);
});

it('lists no more than fits in a mail, and says that there is more', async () => {
  const { incidents, history } = await openStore();
  const drafts = Array.from({ length: 51 }, (_, number) => known(`i-${number}`, '2026-06-10'));
  await incidents.put(drafts, by.at);
  const { entries, isWhole } = await readDigest({}, '2026-06-10', '2026-06-11', history);
  expect(entries).toHaveLength(50);
  expect(isWhole).toBe(false);
});
