import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { moderatorCookie, type RunningServer, startForTest } from '../running-server.ts';
import type { BadInput, BadRequest, Check, Given } from './case.ts';
import { checkAlso, checkAnswer, withoutBlanks } from './check.ts';
import { type Answer, send } from './send.ts';

/**
 * Requests that are wrong, and what is right to answer: `slice.json` and `trust.json` are the parts
 * of the project's common list that this version answers, `own.json` ours. Nothing of them may become
 * public.
 */
const files = ['slice.json', 'trust.json', 'own.json'] as const;

let server: RunningServer;
let given: Given;
let countAtFirst: number;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', PUBLISH: 'reviewed', REPORTS_PER_HOUR: '0' });
  given = {
    origin: server.origin,
    hostname: new URL(server.origin).hostname,
    moderatorCookie: await moderatorCookie(server),
  };
  countAtFirst = await numberMatched();
});

afterAll(() => server.stop());

for (const file of files) {
  describe(file, () => {
    test.each(casesOf(file))('$name', async (input) => {
      const count = await numberMatched();
      let before: Answer | undefined;
      for (const request of input.before ?? []) before = await ask(request);
      const answer = await ask(input);
      checkAnswer(input, answer);
      const checks = (input.also ?? []).filter((c) => c.if === undefined || c.if === answer.status);
      for (const check of checks) {
        checkAlso(check, answer, before);
        await checkByAsking(check, answer, count);
      }
    });
  });
}

describe('afterwards', () => {
  it('the server is up, and nothing that was sent is public', async () => {
    expect((await ask({ method: 'GET', path: '/healthz' })).status).toBe(200);
    expect(await numberMatched()).toBe(countAtFirst);
  });

  it('no object has inherited anything', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });
});

function ask(request: BadRequest): Promise<Answer> {
  return send(request, server.port, given);
}

async function numberMatched(): Promise<number> {
  const answer = await ask({ method: 'GET', path: '/api/collections/incidents/items?limit=1' });
  const count = (JSON.parse(answer.body) as { numberMatched: unknown }).numberMatched;
  expect(count).toBeTypeOf('number');
  return count as number;
}

/** Checks that the answer alone cannot decide. */
async function checkByAsking(check: Check, answer: Answer, countBefore: number): Promise<void> {
  if (check.countUnchanged) expect(await numberMatched()).toBe(countBefore);
  if (check.then) expect(check.then.expectStatus).toContain((await ask(check.then)).status);
  if (check.followHas === undefined && check.followLacks === undefined) return;
  const { pathname } = new URL(String(answer.headers.location), server.origin);
  const followed = withoutBlanks((await ask({ method: 'GET', path: pathname })).body);
  if (check.followHas !== undefined) expect(followed).toContain(check.followHas);
  if (check.followLacks !== undefined) expect(followed).not.toContain(check.followLacks);
}

function casesOf(file: (typeof files)[number]): BadInput[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as BadInput[];
}
