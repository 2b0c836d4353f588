import { describe, expect, it } from 'vitest';
import { plainPhoto } from '../made-photos.ts';
import { postFrom } from './post-from.ts';
import { ITEMS, post, problem, report } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

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

describe('behind a proxy', () => {
  /** Sends a report through a proxy at that address. @returns how many the reporter has left. */
  async function leftOf(server: TestServer, proxy: string, told: string): Promise<string> {
    const headers = { 'X-Forwarded-For': told };
    const answer = await postFrom(proxy, server, ITEMS, report(), headers);
    if (answer.body.includes('taken from one place')) return 'none';
    return /"reports"; r=(\d+)/.exec(String(answer.headers.ratelimit))?.[1] ?? 'unknown';
  }

  it('knows one reporter from another, and nobody by what they put in themselves', async () => {
    const server = await startTestServer({ REPORTS_PER_HOUR: '2', TRUST_PROXY: '1' });
    expect(await leftOf(server, '127.0.0.2', '203.0.113.7')).toBe('1');
    expect(await leftOf(server, '127.0.0.2', '198.51.100.1, 203.0.113.7')).toBe('0');
    expect(await leftOf(server, '127.0.0.2', '198.51.100.2, 203.0.113.7')).toBe('none');
    // The same reporter's next connection, through another of the same proxies.
    expect(await leftOf(server, '127.0.0.3', '203.0.113.7:4711')).toBe('none');
    expect(await leftOf(server, '127.0.0.2', '203.0.113.8')).toBe('1');
    // An IPv6 reporter has a whole /56 to choose addresses from.
    expect(await leftOf(server, '127.0.0.2', '2001:db8:0:1::1')).toBe('1');
    expect(await leftOf(server, '127.0.0.2', '[2001:db8:0:2::2]:4711')).toBe('0');
    expect(server.log.join('\n')).not.toMatch(/203\.0\.113|2001:db8|198\.51/);
    await server.stop();
  });

  it('takes the word of the proxies that are named, and of nobody else', async () => {
    const environment = { REPORTS_PER_HOUR: '2', TRUST_PROXY: '127.0.0.2, 127.0.7.0/24' };
    const server = await startTestServer(environment);
    expect(await leftOf(server, '127.0.0.2', '203.0.113.7')).toBe('1');
    expect(await leftOf(server, '127.0.7.9', '203.0.113.8')).toBe('1');
    expect(await leftOf(server, '127.0.7.9', '203.0.113.9, 127.0.0.2')).toBe('1');
    // Somebody who reaches the server past the proxy is who they are.
    expect(await leftOf(server, '127.0.0.9', '203.0.113.10')).toBe('1');
    expect(await leftOf(server, '127.0.0.9', '203.0.113.11')).toBe('0');
    await server.stop();
  });

  it('takes what is no address for the proxy’s own', async () => {
    const server = await startTestServer({ REPORTS_PER_HOUR: '2', TRUST_PROXY: '1' });
    expect(await leftOf(server, '127.0.0.2', 'unknown')).toBe('1');
    expect(await leftOf(server, '127.0.0.2', '_hidden')).toBe('0');
    expect(await leftOf(server, '127.0.0.2', '9'.repeat(4000))).toBe('none');
    await server.stop();
  });
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
