import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const SHOOTING = '2026-01-14-north-shooting';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SEED: 'first' });
});
afterAll(() => server.stop());

/** The shooting of 14 January by every read that has `asOf`, as known then. */
async function everywhere(asOf: string): Promise<Answer[]> {
  const query = `asOf=${asOf}&datetime=2026-01-14&category=shooting`;
  const item = await json(server, `${ITEMS}/${SHOOTING}?asOf=${asOf}`);
  const items = await json(server, `${ITEMS}?${query}`);
  const file = await json(server, `/api/incidents.geojson?${query}`);
  const lines = await (await server.get(`/api/incidents.geojsonl?${query}`)).text();
  const fromLines = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const lists = [items.features, file.features, fromLines];
  return [item, ...lists.map((list) => list.find((f: Answer) => f.id === SHOOTING))];
}

async function inView(asOf: string): Promise<Answer> {
  const view = await json(server, `/api/view?asOf=${asOf}&datetime=2026-01-14&zoom=20`);
  return view.features.find((feature: Answer) => feature.id === SHOOTING);
}

describe('the shooting of 14 January', () => {
  it.each(['2026-01-14', '2026-01-15', '2026-02-14', '2199-01-01'])(
    'is the same in item, items, view and downloads as known on %s',
    async (asOf) => {
      const [item, ...others] = await everywhere(asOf);
      for (const other of others) expect(other.properties).toEqual(item.properties);
      const { verification } = (await inView(asOf)).properties;
      expect(verification).toBe(item.properties.verification);
    },
  );

  it('has one account alone that night, others against it a day later', async () => {
    const [night] = await everywhere('2026-01-14');
    expect(night.properties.accounts).toHaveLength(1);
    expect(night.properties.accounts[0].by).toMatch(/Homeland Security|DHS/);
    expect(night.properties.verification).toBe('unverified');
    const [then] = await everywhere('2026-01-15');
    const first = night.properties.accounts[0].id;
    const against = then.properties.accounts.filter((a: Answer) => a.disputes.includes(first));
    expect(against.length).toBeGreaterThan(0);
    expect(then.properties.verification).toBe('disputed');
  });

  it("has the court's dismissal and the government's later statements a month later", async () => {
    const [before] = await everywhere('2026-02-12');
    const [after] = await everywhere('2026-02-14');
    const known = new Set(before.properties.accounts.map((a: Answer) => a.id));
    const later = after.properties.accounts.filter((a: Answer) => !known.has(a.id));
    expect(later.some((a: Answer) => /dismiss/i.test(a.says))).toBe(true);
    expect(later.some((a: Answer) => a.disputes.length > 0)).toBe(true);
  });

  it('is as known today on a day to come, which is asked for again each time', async () => {
    const [today] = await everywhere('2199-01-01');
    const { links, ...plain } = await json(server, `${ITEMS}/${SHOOTING}`);
    expect(today.properties).toEqual(plain.properties);
    const response = await server.get(`${ITEMS}/${SHOOTING}?asOf=2199-01-01`);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(links).toBeDefined();
  });

  it('is not found before anything was known of it, and the answer says so', async () => {
    const early = await server.get(`${ITEMS}/${SHOOTING}?asOf=2026-01-13`);
    expect((await problem(early, 404)).detail).toBe(
      `Nothing was known of the incident "${SHOOTING}" as of 2026-01-13; ask for a later asOf, or leave it out.`,
    );
  });

  it.each([
    ['nope', 'There is no incident "nope" on this map. Ids are those of'],
    ['nope?asOf=2026-01-13', 'There is no incident "nope" on this map. Ids are those of'],
    ['Nope', 'No incident can have that id: it is 1 to 80 of a to z, 0 to 9 and hyphens'],
    ['nope/history', 'There never was an incident of that id. Ids are those of'],
  ])('is not %s, which there is not', async (asked, words) => {
    const { detail } = await problem(await server.get(`${ITEMS}/${asked}`), 404);
    expect(detail).toContain(words);
    expect(detail).toContain('/api/collections/incidents/items');
  });

  it('has each day of knowledge in the list of what changed', async () => {
    const { days } = await json(server, '/api/changes?limit=1000');
    const told = days.flatMap(({ day, changes }: Answer) =>
      changes.some((c: Answer) => c.incidentId === SHOOTING) ? day : [],
    );
    expect(told).toEqual(expect.arrayContaining(['2026-01-14', '2026-01-15', '2026-02-13']));
  });
});
