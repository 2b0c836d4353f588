import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, json, problem, report, submit } from '../requests.ts';
import type { TestServer } from '../test-server.ts';
import { done, sendReport } from './desk.ts';
import { startWithAda } from './staff.ts';

const DAY = '2026-06-10';
const WHY = 'It was a film shoot.';

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  const now = Date.parse(`${DAY}T18:30:00-05:00`);
  ({ server, ada: headers } = await startWithAda(() => now));
});
afterAll(() => server.stop());

/** Asks for an act of an editor on an incident as it stands. */
async function edit(method: string, id: string, act: string, body: object): Promise<void> {
  const path = `/api/moderation/incidents/${id}`;
  const { revision } = await (await server.get(path, { headers })).json();
  const response = await server.get(path + act, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ revision, ...body }),
  });
  expect(response.status, await response.clone().text()).toBe(200);
}

const withdraw = (id: string): Promise<void> => edit('DELETE', id, '', { why: WHY });
const undo = (id: string): Promise<void> => edit('POST', id, '/undo', {});

describe('the reporter of an incident that an editor takes off the map', () => {
  it('is told so, when and why, and of its return', async () => {
    const { id, revision, path } = await sendReport(server, headers);
    const { incidentId } = await done(server, headers, id, 'publish', { revision });
    const standing = { status: 'published', incidentId, takenOff: null };
    expect(await json(server, path)).toMatchObject(standing);
    await withdraw(incidentId);
    const told = await json(server, path);
    expect(told).toMatchObject({
      status: 'withdrawn',
      incidentId: null,
      takenOff: { on: DAY, why: WHY },
      feature: { properties: { summary: 'People gathered with candles.' } },
    });
    expect(JSON.stringify(told)).not.toContain('Ada');
    await problem(await server.get(path, { method: 'DELETE' }), 409);
    await undo(incidentId);
    expect(await json(server, path)).toMatchObject(standing);
  });

  it('is told so too where the report was a copy, or was merged into it', async () => {
    const first = await sendReport(server, headers, { title: 'Lanterns on the ice' });
    const copy = await submit(server, report({ title: 'Lanterns on the ice' }));
    const { incidentId } = await done(server, headers, first.id, 'publish', {
      revision: first.revision,
    });
    const { revision: incidentRevision } = (
      await json(server, `/api/collections/incidents/items/${incidentId}`)
    ).properties;
    const merged = await sendReport(server, headers);
    const body = { revision: merged.revision, incidentId, incidentRevision, relation: 'agrees' };
    await done(server, headers, merged.id, 'merge', body);
    await withdraw(incidentId);
    const told: Answer[] = await Promise.all([copy, merged.path].map((path) => json(server, path)));
    expect(told.map(({ status, takenOff }) => [status, takenOff?.why])).toEqual([
      ['withdrawn', WHY],
      ['withdrawn', WHY],
    ]);
  });
});
