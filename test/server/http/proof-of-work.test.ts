import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, it } from 'vitest';
import { HttpProblem } from '../../../server/http/problem.ts';
import { ProofOfWork } from '../../../server/http/proof-of-work.ts';
import { postFrom } from './post-from.ts';
import { type Answer, ITEMS, json, report } from './requests.ts';
import { startTestServer } from './test-server.ts';

/** As the page does. @returns what goes into the header. */
async function solved(challenge: Answer): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

async function refusal(work: ProofOfWork, header?: string): Promise<HttpProblem | null> {
  try {
    await work.check(header);
    return null;
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
}

describe('over HTTP', () => {
  it('asks for no work at rest, and for some once many places send reports', async () => {
    const server = await startTestServer({ REPORTS_PER_HOUR: '3' });
    const send = (place: number, headers = {}) => {
      const body = report({ title: `Report from place ${place}` });
      return postFrom(`127.0.0.${place}`, server, ITEMS, body, headers);
    };
    for (const place of [2, 3, 4]) expect((await send(place)).status).toBe(202);

    const refused = await send(5);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('1');
    const { challenge, detail } = JSON.parse(refused.body);
    expect(detail).toContain('Challenge-Solution');
    expect((await json(server, '/api/reporting')).challenge.parameters).toMatchObject({
      algorithm: 'PBKDF2/SHA-256',
      cost: challenge.parameters.cost,
    });
    const solution = { 'Challenge-Solution': await solved(challenge) };
    expect((await send(5, solution)).status).toBe(202);
    expect((await send(6, solution)).status).toBe(429);
    await server.stop();
  });
});

describe('the work that is asked for', () => {
  let now = Date.now();
  const loaded = (reports: number): ProofOfWork => {
    const work = new ProofOfWork(10, () => now);
    for (let i = 0; i < reports; i++) work.count();
    return work;
  };

  it('is none at rest, and rises with the load up to a bound', async () => {
    const rounds = await Promise.all(
      [0, 9, 10, 20, 40, 700, 100_000].map(
        async (n) => (await loaded(n).challenge())?.parameters.cost,
      ),
    );
    expect(rounds).toEqual([undefined, undefined, 500, 1000, 2000, 32_000, 32_000]);
  });

  it('is none again when the load is over', async () => {
    const work = loaded(50);
    now += 10 * 60_000 + 1;
    expect(await work.challenge()).toBeNull();
    expect(await refusal(work)).toBeNull();
  });

  it('is accepted once', async () => {
    const work = loaded(10);
    const problemFirst = await refusal(work);
    expect(problemFirst?.status).toBe(429);
    expect(problemFirst?.headers['Retry-After']).toBe('1');
    const header = await solved(problemFirst?.members.challenge);
    expect(await refusal(work, header)).toBeNull();
    expect((await refusal(work, header))?.status).toBe(429);
  });

  it('is not accepted from another server, nor made easier, nor as nonsense', async () => {
    const work = loaded(10);
    const challenge = await work.challenge();
    const easier = structuredClone(challenge) as Answer;
    easier.parameters.keyPrefix = '0';
    const nonsense = ['', 'x', '{}', Buffer.from('{}').toString('base64'), 'A'.repeat(5000)];
    const headers = [await solved(await loaded(10).challenge()), await solved(easier), ...nonsense];
    for (const header of headers) expect((await refusal(work, header))?.status).toBe(429);
  });

  it('is asked of nobody where the limits are lifted', async () => {
    const work = new ProofOfWork(0, () => now);
    for (let i = 0; i < 1000; i++) work.count();
    expect(await refusal(work)).toBeNull();
  });
});
