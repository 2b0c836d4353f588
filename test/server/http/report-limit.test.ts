import { expect, it } from 'vitest';
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
