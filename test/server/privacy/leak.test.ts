import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ITEMS, post } from '../http/requests.ts';
import { exactPlaces, exactTimes, type Life, life, OPEN, reportOf, SECRET } from './made-lives.ts';
import { MODERATOR, ModeratedMap } from './moderated-map.ts';
import { ask, everythingPublic, type PublicAnswer } from './public-answers.ts';
import { SecretFinder } from './secret-finder.ts';

/** Reports; PROPERTY_RUNS sets another number. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1000);

let map: ModeratedMap;
beforeAll(async () => {
  map = await ModeratedMap.open();
});
afterAll(() => map.close());

/** What must stand nowhere: words that begin so, who moderates, and these. */
function expectNothingHidden({ address, text }: PublicAnswer, more: readonly string[]): void {
  const hidden = [SECRET, ...MODERATOR.split(' '), ...more];
  expect(
    hidden.filter((secret) => text.includes(secret)),
    address,
  ).toEqual([]);
}

it(
  `lets nothing out that is not public, of ${RUNS} reports, by any route, format or error`,
  async () => {
    const lives: Life[] = [];
    const property = fc.asyncProperty(life, async (drawn) => {
      const made =
        drawn.fate === 'scheduled'
          ? { ...drawn, category: 'raid' as const, began: Date.now() - 3_600_000 }
          : drawn;
      const number = lives.push(made);
      const incident = await map.live(made, number);
      const own = [...exactTimes(made), ...made.at.map((degrees) => degrees.toFixed(6))];
      for (const address of incident
        ? [`${ITEMS}/${incident}`, `${ITEMS}/${incident}/history`]
        : []) {
        expectNothingHidden(await ask(map.server, address), own);
      }
      // Errors hold the same words each time: a quarter of the reports is enough to try them by.
      if (number % 4 > 0) return;
      await expectNotFound(number);
      await expectSilentErrors(made, number, own);
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });

    const finder = new SecretFinder();
    finder.add(map.hidden);
    finder.add(lives.flatMap((made) => [...exactTimes(made), ...exactPlaces(made)]));
    const seen: string[] = [];
    for await (const answer of everythingPublic(map.server, map)) {
      expectNothingHidden(answer, []);
      expect(finder.find(answer.text), answer.address).toEqual([]);
      expect(hoursOfWork(answer.text), answer.address).toEqual([]);
      seen.push(answer.text);
    }
    // That there is something to see: else the search above would prove nothing.
    const open = lives.flatMap(({ fate }, index) => (fate === 'published' ? [index + 1] : []));
    const all = seen.join('\n');
    expect(open.filter((number) => !all.includes(`Summary ${OPEN}${number}`))).toEqual([]);
    expect(map.photos.length).toBeGreaterThan(0);
    expect(map.server.log.join('\n')).not.toMatch(
      new RegExp(`${SECRET}|${OPEN}|${MODERATOR}|127\\.0`),
    );
  },
  10 * 60_000,
);

/** Records come of reports alone here: when they were made or changed is told to the day. */
function hoursOfWork(text: string): string[] {
  const told = [...text.matchAll(/"(?:createdAt|updatedAt)":"([^"]+)"/g)].map(
    ([, time]) => time ?? '',
  );
  return told.filter((time) => !time.includes('T00:00:00'));
}

/** A search for the secret words finds nothing; the answer may repeat what was asked, so it is counted. */
async function expectNotFound(number: number): Promise<void> {
  const response = await map.server.get(`${ITEMS}?q=${SECRET}${number}`);
  expect((await response.json()) as object).toMatchObject({ numberMatched: 0, features: [] });
}

/** The same report with a mistake, and addresses that are nearly right. */
async function expectSilentErrors(
  made: Life,
  number: number,
  own: readonly string[],
): Promise<void> {
  const report = reportOf(made, `${SECRET}${number}`, `${SECRET}${number}`);
  const wrong = { ...report, properties: { ...report.properties, category: `${SECRET}${number}` } };
  const answer = await post(map.server, ITEMS, wrong);
  const text = await answer.text();
  expect(answer.status).toBe(422);
  expectNothingHidden({ address: 'POST', status: 422, text }, own);
  const token = map.hidden.at(-1) ?? '';
  const near = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  for (const address of [`/api/reports/${near}`, `/api/photos/${token}`, `${ITEMS}/${token}`]) {
    const { status, text: said } = await ask(map.server, address);
    expect(status, said).toBe(404);
    expectNothingHidden({ address: 'nearly right', status, text: said }, own);
  }
}
