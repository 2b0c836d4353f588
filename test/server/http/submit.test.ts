import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer();
  headers = await signIn(server);
});
afterAll(() => server.stop());

async function queued(title: string): Promise<Answer[]> {
  const { reports } = await (await server.get('/api/moderation/queue', { headers })).json();
  return reports.filter((r: Answer) => r.feature.properties.title === title);
}

describe('the private link', () => {
  it('is of 16 random bytes, as twelve words are', async () => {
    const token = (await submit(server)).split('/').at(-1) ?? '';
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
  });
});

describe('an Idempotency-Key', () => {
  const send = (key: string, title: string) =>
    post(server, ITEMS, report({ title }), { 'Idempotency-Key': key });

  it('is answered the same again, and the report is taken once', async () => {
    const first = await send('"once-1"', 'Sent twice');
    const second = await send('once-1', 'Sent twice');
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await second.json()).toEqual(await first.json());
    const [only, ...more] = await queued('Sent twice');
    expect([only?.copies, more]).toEqual([0, []]);
  });

  it('is answered the same after a restart', async () => {
    const before = await startTestServer();
    const first = await post(before, ITEMS, report(), { 'Idempotency-Key': 'kept' });
    const after = await before.restart();
    const second = await post(after, ITEMS, report(), { 'Idempotency-Key': 'kept' });
    const path = (response: Response) => new URL(response.headers.get('location') ?? '').pathname;
    expect(path(second)).toBe(path(first));
    await after.stop();
  });

  it('is refused with another report', async () => {
    await send('reused', 'First');
    await problem(await send('reused', 'Second'), 422);
    expect(await queued('Second')).toEqual([]);
  });

  it('lets a report that was refused be mended', async () => {
    const broken = await post(server, ITEMS, report({ title: '' }), { 'Idempotency-Key': 'mend' });
    await problem(broken, 422);
    expect((await send('mend', 'Mended')).status).toBe(202);
  });

  it('takes one of many that come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('burst', 'Burst')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(202);
    expect(statuses.filter((status) => status !== 202 && status !== 409)).toEqual([]);
    const places = answers.flatMap(({ headers: h }) => h.get('location') ?? []);
    expect(new Set(places).size).toBe(1);
    const [only, ...more] = await queued('Burst');
    expect([only?.copies, more]).toEqual([0, []]);
  });

  it.each(['', '""', 'k'.repeat(256), 'two words'])('is refused as “%s”', async (key) => {
    await problem(await send(key, 'Never'), 400);
  });
});

describe('what may put people in danger', () => {
  it('is taken, and its reporter told where it stands', async () => {
    const risky = report({
      title: 'Van',
      summary: 'Call 612-555-0134; she lives at 3124 Chicago Ave.',
    });
    const response = await post(server, ITEMS, risky);
    expect(response.status).toBe(202);
    const { warnings } = await response.json();
    expect(warnings.map((w: Answer) => w.pointer)).toEqual(
      warnings.map(() => '/properties/summary'),
    );
    expect(warnings.map((w: Answer) => w.message).join('\n')).toMatch(
      /phone number.*house number/s,
    );
    const own = await json(server, new URL(response.headers.get('location') ?? '').pathname);
    expect(own.warnings).toEqual(warnings);
    expect((await queued('Van'))[0].warnings).toEqual(warnings);
  });

  it('waits for a moderator where all else is published unread', async () => {
    const open = await startTestServer({ PUBLISH: 'immediate' });
    const named = report({ summary: 'Agents took Maria Lopez from the bakery.' });
    expect(await (await post(open, ITEMS, named)).json()).toMatchObject({ status: 'pending' });
    expect(await (await post(open, ITEMS, report())).json()).toMatchObject({ status: 'published' });
    expect((await json(open, ITEMS)).numberMatched).toBe(1);
    await open.stop();
  });

  it('is not seen in plain words', async () => {
    expect(await (await post(server, ITEMS, report())).json()).toMatchObject({ warnings: [] });
  });
});

describe('the same report from many', () => {
  it('is seen by the moderators once, and each reporter has a link of their own', async () => {
    const body = report({ title: 'Sent by many' });
    const paths = await Promise.all(Array.from({ length: 6 }, () => submit(server, body)));
    expect(new Set(paths).size).toBe(6);
    const rows = await queued('Sent by many');
    expect(rows.map((row) => row.copies)).toEqual([5]);
    const [row] = rows;
    const message = 'It was a rehearsal.';
    const act = `/api/moderation/reports/${row.id}/reject`;
    const rejected = await post(server, act, { revision: row.revision, message }, headers);
    expect(rejected.ok).toBe(true);
    for (const path of paths) {
      expect(await json(server, path)).toMatchObject({ status: 'rejected', message });
    }
    // Another that comes later is told the same, and nobody has to decide again.
    expect(await json(server, await submit(server, body))).toMatchObject({ status: 'rejected' });
    expect(await queued('Sent by many')).toEqual([]);
  });

  it('goes on when the first takes theirs back, and when one corrects theirs', async () => {
    const body = report({ title: 'Three say so' });
    const [first, second, third] = [
      await submit(server, body),
      await submit(server, body),
      await submit(server, body),
    ];
    expect((await server.get(first, { method: 'DELETE' })).status).toBe(204);
    await problem(await server.get(first), 404);
    expect((await queued('Three say so')).map((row) => row.copies)).toEqual([1]);
    const corrected = await server.get(second, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(report({ title: 'Two say so' })),
    });
    expect(corrected.status).toBe(200);
    expect((await queued('Three say so')).map((row) => row.copies)).toEqual([0]);
    expect((await queued('Two say so')).map((row) => row.copies)).toEqual([0]);
    expect((await json(server, third)).feature.properties.title).toBe('Three say so');
  });
});
