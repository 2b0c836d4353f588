import { expect, it } from 'vitest';
import { json, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer } from './test-server.ts';

const DAY_MS = 24 * 3_600_000;

it('erases a rejected report once the days that the host has set are over, at the next start', async () => {
  let now = Date.parse('2026-02-01T12:00:00-06:00');
  const environment = { RETENTION_DAYS: '7' };
  let server = await startTestServer(environment, [], () => now);
  const path = await submit(server, report());
  const headers = await signIn(server);
  const { reports } = await (await server.get('/api/moderation/queue', { headers })).json();
  const [{ id, revision }] = reports;
  await post(server, `/api/moderation/reports/${id}/reject`, { revision }, headers);

  now += 6 * DAY_MS;
  server = await server.restart(environment);
  expect(await json(server, path)).toMatchObject({ status: 'rejected' });

  now += 2 * DAY_MS;
  server = await server.restart(environment);
  await expect.poll(async () => (await server.get(path)).status).toBe(404);
  await problem(await server.get(path), 404);
  await server.stop();
});
