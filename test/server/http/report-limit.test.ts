import { expect, it } from 'vitest';
import { plainPhoto } from '../made-photos.ts';
import { postFrom } from './post-from.ts';
import { ITEMS, post, problem, report } from './requests.ts';
import { startTestServer } from './test-server.ts';

it('takes so many reports an hour from one place, and says when it takes more', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '2' });
  for (const left of [1, 0]) {
    const taken = await post(server, ITEMS, report());
    expect(taken.status).toBe(202);
    expect(taken.headers.get('ratelimit')).toContain(`r=${left}`);
  }
  const refused = await post(server, ITEMS, report());
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await problem(refused, 429);
  expect((await server.get(ITEMS)).status).toBe(200);
  expect(server.log.join('\n')).not.toContain('127.0.0.1');
  await server.stop();
});

it('takes any number where the limit is lifted', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '0' });
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => post(server, ITEMS, report())),
  );
  expect(new Set(answers.map((a) => a.status))).toEqual(new Set([202]));
  expect(answers[0]?.headers.get('ratelimit')).toBeNull();
  await server.stop();
});

it('knows one place from another, and says what all together have left', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '2' });
  const send = (address: string, i: number) =>
    postFrom(address, server, ITEMS, report({ title: `Report ${i}` }), {
      'X-Forwarded-For': `203.0.113.${i}`,
      Forwarded: `for=203.0.113.${i}`,
    });
  const first = await send('127.0.0.2', 1);
  expect(first.status).toBe(202);
  // Fifty of all together: one is gone.
  expect(String(first.headers.ratelimit)).toMatch(/"reports"; r=1.*"all-reports"; r=49/);
  expect(String(first.headers['ratelimit-policy'])).toMatch(/"reports"; q=2.*"all-reports"; q=50/);
  expect((await send('127.0.0.2', 2)).status).toBe(202);
  // Another address in a header makes nobody another place.
  expect((await send('127.0.0.2', 3)).status).toBe(429);
  expect(String((await send('127.0.0.3', 4)).headers.ratelimit)).toContain('"reports"; r=1');
  await server.stop();
});

it('bounds what one place changes: photos, answers, corrections', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '1' });
  const location = (await post(server, ITEMS, report())).headers.get('location') ?? '';
  const { pathname } = new URL(location);
  const statuses: number[] = [];
  for (let i = 0; i < 9; i++) {
    statuses.push((await post(server, `${pathname}/answers`, { text: `Answer ${i}` })).status);
  }
  expect(statuses).toEqual([204, 204, 204, 204, 204, 204, 204, 204, 429]);
  const photo = await server.get(`${pathname}/photos`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/jpeg' },
    body: (await plainPhoto().jpeg().toBuffer()) as BodyInit,
  });
  await problem(photo, 429);
  // Reading and withdrawing are nobody's flood.
  expect((await server.get(pathname)).status).toBe(200);
  expect((await server.get(pathname, { method: 'DELETE' })).status).toBe(204);
  await server.stop();
});
