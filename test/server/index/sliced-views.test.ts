import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { KeyBits } from '../../../data/view/key-bits.ts';
import type { ViewRequest, ViewRow } from '../../../data/view/types.ts';
import { IncidentIndex } from '../../../server/index/incident-index.ts';
import { requestFor, rowsUpTo, rowWithoutKey } from '../../data/view/arbitraries.ts';
import { expectTrue } from '../../data/view/expect-true.ts';
import { ChangingRows } from './changing-rows.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);
vi.setConfig({ testTimeout: 60_000 + 200 * RUNS });

const EVERYTHING: ViewRequest = {
  bbox: [-180, -90, 180, 90],
  within: null,
  zoom: 20,
  datetime: null,
  categories: null,
  verifications: null,
  textKeys: null,
  asOf: Infinity,
  bins: 60,
};

/** Whoever looks at the clock finds his time over, so that each step of a view is a slice. */
beforeEach(() => {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 1000;
    return clock;
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
});

describe('views and changes that come between each other', () => {
  const steps = fc.array(
    fc.record({
      asked: fc.nat({ max: 2 }),
      isLast: fc.boolean(),
      turns: fc.nat({ max: 12 }),
      add: fc.array(rowWithoutKey, { maxLength: 70 }),
      remove: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
    }),
    { maxLength: 6 },
  );

  test('each view is true of the revision it names, which is none before it was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(rowsUpTo(40), steps, fc.gen(), async (rows, changes, gen) => {
        const store = new ChangingRows(rows);
        const index = await filled(store);
        const answers: Promise<void>[] = [];
        for (const { asked, turns, add, remove } of changes) {
          for (let view = 0; view < asked; view++) {
            const request = gen(requestFor, store.rowsAt(store.latest));
            answers.push(expectTrueView(index, store, request));
          }
          for (let waited = 0; waited < turns; waited++) await turn();
          store.change(remove, add);
          expect(index.revision).toBe(store.latest);
        }
        await Promise.all(answers);
        expectTrue(await viewOf(index, EVERYTHING), store.rowsAt(store.latest), EVERYTHING);
        index.close();
      }),
      { numRuns: RUNS },
    );
  });

  test('who asks first is answered first, and a change waits for the view under way alone', async () => {
    const store = new ChangingRows(someRows(200));
    const index = await filled(store);
    const answered: string[] = [];
    const ask = async (name: string): Promise<void> => {
      const view = await index.view(EVERYTHING, anyRevision());
      answered.push(`${name} of ${view?.answer.total} at ${view?.revision}`);
    };
    const first = ask('first');
    for (let waited = 0; waited < 3; waited++) await turn();
    const second = ask('second');
    store.change([], [someRow(0), someRow(1)]);
    await Promise.all([first, second, ask('third')]);
    expect(answered).toEqual(['first of 200 at 0', 'second of 202 at 1', 'third of 202 at 1']);
  });

  test('a view of a search is of what was found before it began', async () => {
    const rows = someRows(200);
    const store = new ChangingRows(rows);
    const index = await filled(store);
    const textKeys = new KeyBits(rows.map(({ key }) => key));
    store.keep(textKeys);
    const view = index.view({ ...EVERYTHING, textKeys }, { ...anyRevision(), revision: 0 });
    for (let waited = 0; waited < 3; waited++) await turn();
    store.change([180, 190, 200], []);
    expect(textKeys.size).toBe(197);
    expect((await view)?.answer.matched).toBe(200);
  });

  test('a view of keys that have moved on is not counted', async () => {
    const store = new ChangingRows(someRows(20));
    const index = await filled(store);
    const { signal } = new AbortController();
    const early = index.view(EVERYTHING, { revision: 0, signal });
    const late = index.view(EVERYTHING, { revision: 1, signal });
    expect((await early)?.revision).toBe(0);
    expect(await late).toBeNull();
  });
});

describe('a view that nobody waits for any more', () => {
  test('is not gone on with, and those behind it are answered', async () => {
    const store = new ChangingRows(someRows(400));
    const index = await filled(store);
    const alone = await turnsUntil(index.view(EVERYTHING, anyRevision()));
    const leaving = Array.from({ length: 20 }, () => new AbortController());
    const left = leaving.map(({ signal }) => index.view(EVERYTHING, { revision: null, signal }));
    const settled = Promise.allSettled(left);
    await turn();
    await turn();
    for (const client of leaving) client.abort();
    const staying = index.view(EVERYTHING, anyRevision());
    expect(await turnsUntil(staying)).toBeLessThan(alone + 10);
    expectTrue((await staying)?.answer ?? fail(), store.rowsAt(0), EVERYTHING);
    for (const { status } of await settled) expect(status).toBe('rejected');
  });
});

test('a big change is in the next view as a whole, though others have their turns meanwhile', async () => {
  const store = new ChangingRows(someRows(10));
  const index = await filled(store);
  store.change(
    [1, 2, 3],
    Array.from({ length: 1000 }, (_, n) => someRow(n)),
  );
  const view = index.view(EVERYTHING, anyRevision());
  expect(await turnsUntil(view)).toBeGreaterThan(10);
  expect((await view)?.answer.total).toBe(1007);
});

async function filled(store: ChangingRows): Promise<IncidentIndex> {
  const index = new IncidentIndex(store);
  await index.fill();
  return index;
}

function anyRevision() {
  return { revision: null, signal: new AbortController().signal };
}

async function viewOf(index: IncidentIndex, request: ViewRequest) {
  return (await index.view(request, anyRevision()))?.answer ?? fail();
}

/** Keys are of the revision at which they were found, and then move on. */
async function expectTrueView(
  index: IncidentIndex,
  store: ChangingRows,
  request: ViewRequest,
): Promise<void> {
  const { textKeys } = request;
  const asked = { ...request, textKeys: textKeys?.copy() ?? null };
  if (textKeys) store.keep(textKeys);
  const since = store.latest;
  const revision = textKeys === null ? null : since;
  const view = await index.view(request, { ...anyRevision(), revision });
  if (view === null) {
    expect(textKeys).not.toBeNull();
    expect(store.latest).toBeGreaterThan(since);
    return;
  }
  expect(view.revision).toBeGreaterThanOrEqual(since);
  expectTrue(view.answer, store.rowsAt(view.revision), asked);
}

async function turnsUntil(promise: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isSettled = false;
  const settle = (): void => {
    isSettled = true;
  };
  promise.then(settle, settle);
  while (!isSettled) {
    await turn();
    turns++;
  }
  return turns;
}

function fail(): never {
  throw new Error('no view, though any revision would do');
}

function someRows(count: number): ViewRow[] {
  return Array.from({ length: count }, (_, n) => ({ key: n + 1, ...someRow(n) }));
}

function someRow(n: number): Omit<ViewRow, 'key'> {
  return {
    occurredAt: n * 60_000,
    latestAt: n * 60_000,
    knownFrom: 0,
    knownUntil: Infinity,
    category: 'vigil',
    verification: 'unverified',
    position: [-93.3 + n / 1000, 44.9 + n / 1000],
    imprecise: false,
  };
}
