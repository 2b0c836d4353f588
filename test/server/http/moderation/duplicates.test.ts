import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../requests.ts';
import type { TestServer } from '../test-server.ts';
import { done, sendReport } from './desk.ts';
import { startWithAda } from './staff.ts';

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  ({ server, ada: headers } = await startWithAda());
});
afterAll(() => server.stop());

async function candidatesOf(id: string) {
  const path = `/api/moderation/reports/${id}/duplicates`;
  const response = await server.get(path, { headers });
  expect(response.status).toBe(200);
  return (await response.json()).candidates;
}

describe('likely duplicates of a report', () => {
  it('are incidents on the map and reports that wait, best first, with the reasons', async () => {
    const summary = 'Some fifty people with candles and a choir stood in the snow at the corner.';
    const told = { title: 'Candles and a choir', summary };
    const first = await sendReport(server, headers, told, [-93.265, 44.9778]);
    const second = await sendReport(
      server,
      headers,
      {
        ...told,
        title: 'A choir with candles',
        summary: 'Fifty people and a choir, candles in the snow.',
      },
      [-93.2655, 44.978],
    );
    const third = await sendReport(
      server,
      headers,
      {
        title: 'Fire in a dumpster',
        summary: 'It burned for an hour.',
        category: 'property_damage',
      },
      [-93.265, 44.9778],
    );
    const { incidentId } = await done(server, headers, first.id, 'publish', {
      revision: first.revision,
    });

    const candidates = await candidatesOf(second.id);
    expect(candidates).toEqual([
      {
        kind: 'incident',
        id: incidentId,
        title: 'Candles and a choir',
        occurredAt: expect.any(String),
        place: 'Downtown',
        score: expect.any(Number),
        reasons: ['place', 'time', 'words', 'category'].map((what) => ({
          what,
          words: expect.any(String),
          share: expect.any(Number),
        })),
      },
    ]);
    expect(candidates[0].score).toBeGreaterThanOrEqual(0.6);
    expect(await candidatesOf(third.id)).toEqual([]);

    const fourth = await sendReport(
      server,
      headers,
      { ...told, title: 'Candles, choir, snow' },
      [-93.2655, 44.978],
    );
    const kinds = (await candidatesOf(fourth.id)).map(({ kind }: { kind: string }) => kind);
    expect(kinds.toSorted()).toEqual(['incident', 'report']);
  });

  it('are none for a report that was decided while they were asked for', async () => {
    const { id, revision } = await sendReport(server, headers, { title: 'Decided at once' });
    await done(server, headers, id, 'reject', { revision, message: null });
    expect(await candidatesOf(id)).toEqual([]);
  });

  it('are asked for only of a report that there is, by a moderator', async () => {
    const path = '/api/moderation/reports/none/duplicates';
    await problem(await server.get(path, { headers }), 404);
    await problem(await server.get(path), 401);
  });
});
