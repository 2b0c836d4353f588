import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { NO_FILTER } from '../../../data/query/filter.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { manyIncidents } from '../made-incidents.ts';
import { temporaryFolder } from './temporary-folder.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('takes its connection back from a reader that pauses for over two minutes', async () => {
  const store = await openSqliteStore(join(await temporaryFolder(), 'incidents.db'));
  await store.incidents.put(manyIncidents(5000), Date.UTC(2026, 1, 1));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const slow = store.incidents.stream(NO_FILTER, '\n')[Symbol.asyncIterator]();
  await slow.next();
  await vi.advanceTimersByTimeAsync(121_000);
  await expect(slow.next()).rejects.toThrow('paused for too long');

  const others = Array.from({ length: 8 }, () =>
    store.incidents.stream(NO_FILTER, '\n')[Symbol.asyncIterator](),
  );
  const first = await Promise.all(others.map((stream) => stream.next()));
  expect(first.every(({ done }) => !done)).toBe(true);
  await store.close();
});
