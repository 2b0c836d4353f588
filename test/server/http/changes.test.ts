import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, incident, manyIncidents } from '../made-incidents.ts';
import { type Answer, ITEMS, json, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const SHOOTING = incident({
  id: 'shooting',
  properties: {
    title: 'Shooting & <arrest> ]]> "north"',
    category: 'shooting',
    accounts: [
      account({ id: 'a1', by: 'DHS', knownAt: '2026-01-14' }),
      account({ id: 'a2', by: 'The 911 call', knownAt: '2026-01-15', disputes: ['a1'] }),
    ],
    decisions: [
      {
        verification: 'disputed',
        decidedAt: '2026-03-01',
        reason: 'The call says otherwise.',
        basedOn: { what: 'The 911 call', knownAt: '2026-01-15' },
      },
    ],
  },
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, [
    SHOOTING,
    incident({ id: 'vigil', properties: { accounts: [account({ knownAt: '2026-01-20' })] } }),
  ]);
});
afterAll(() => server.stop());

describe('what changed', () => {
  it('stands under the day on which it became known, though the map was filled later', async () => {
    const { days } = await json(server, '/api/changes');
    expect(days.map(({ day }: Answer) => day)).toEqual(['2026-01-20', '2026-01-15', '2026-01-14']);
    expect(days[1].changes).toEqual([
      {
        incidentId: 'shooting',
        title: SHOOTING.properties.title,
        category: 'shooting',
        verification: 'disputed',
        revision: 1,
        at: '2026-01-15',
        kind: 'learned',
        why: 'The call says otherwise.',
        what: ['New account, disputing an earlier one: The 911 call', 'Decided: Disputed'],
        lines: [
          { kind: 'dispute_added', of: 'The 911 call' },
          { kind: 'decided', of: 'disputed' },
        ],
      },
    ]);
    expect(days[2].changes[0]).toMatchObject({ kind: 'added', what: ['First account: DHS'] });
  });

  it('calls an account that has changed by who speaks', async () => {
    const source = { title: null, url: null, archivedUrl: null };
    const sources = [
      { ...source, id: 's1', publisher: 'MPR News', publishedAt: '2026-01-14' },
      { ...source, id: 's2', publisher: 'The Star Tribune', publishedAt: '2026-01-16' },
    ];
    const accounts = [account({ id: 'a1', by: 'The county', sources: ['s1', 's2'] })];
    const map = await startTestServer({}, [incident({ properties: { accounts, sources } })]);
    const { days } = await json(map, '/api/changes');
    const what = days.flatMap(({ changes }: Answer) => changes.flatMap((c: Answer) => c.what));
    expect(what).toContain('Account The county: changed');
    await map.stop();
  });

  it('pages through everything once', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/api/changes?limit=1';
    while (path) {
      const page: Answer = await json(server, path);
      for (const { changes } of page.days) {
        seen.push(...changes.map((c: Answer) => `${c.at} ${c.incidentId}`));
      }
      const next = page.links.find((link: Answer) => link.rel === 'next');
      path = next && new URL(next.href).pathname + new URL(next.href).search;
    }
    expect(seen).toEqual(['2026-01-20 vigil', '2026-01-15 shooting', '2026-01-14 shooting']);
  });

  it.each([
    ['category=vigil', ['vigil']],
    ['verification=disputed', ['shooting']],
    ['bbox=-94,44,-93.9,44.1', []],
    ['q=shoot', ['shooting', 'shooting']],
    ['asOf=2026-01-15', ['shooting', 'shooting']],
    ['datetime=2025-01-01/2025-12-31', []],
  ])('is filtered by %s', async (query, ids) => {
    const { days } = await json(server, `/api/changes?${query}`);
    const found = days.flatMap(({ changes }: Answer) => changes.map((c: Answer) => c.incidentId));
    expect(found).toEqual(ids);
  });

  it('refuses what it cannot read', async () => {
    for (const query of ['cursor=x', 'limit=0', 'sortby=occurredAt', 'category=no']) {
      await problem(await server.get(`/api/changes?${query}`), 400);
    }
  });

  it('is not sent again while nothing has changed', async () => {
    for (const path of ['/api/changes', '/api/incidents.atom', `${ITEMS}/vigil/history`]) {
      const tag = (await server.get(path)).headers.get('etag') ?? '';
      const again = await server.get(path, { headers: { 'If-None-Match': tag } });
      expect(again.status, path).toBe(304);
    }
  });
});

const PARSE = `
import sys, json, xml.etree.ElementTree as tree
feed = tree.fromstring(sys.stdin.buffer.read())
atom = '{http://www.w3.org/2005/Atom}'
text = lambda entry, name: entry.findtext(atom + name)
print(json.dumps({
  'tag': feed.tag, 'id': text(feed, 'id'), 'title': text(feed, 'title'),
  'updated': text(feed, 'updated'), 'author': feed.findtext(atom + 'author/' + atom + 'name'),
  'links': [dict(link.attrib) for link in feed.findall(atom + 'link')],
  'entries': [{name: text(entry, name) for name in ('id', 'title', 'updated', 'content')}
    for entry in feed.findall(atom + 'entry')],
}))`;

async function feedOf(path: string, from = server): Promise<Answer> {
  const response = await from.get(path);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const parsed = spawnSync('python3', ['-c', PARSE], { input: await response.text() });
  expect(parsed.stderr.toString()).toBe('');
  return JSON.parse(parsed.stdout.toString());
}

describe('the feed', () => {
  it('is an Atom document that an XML parser reads, with titles whole', async () => {
    const feed = await feedOf('/api/incidents.atom');
    expect(feed).toMatchObject({
      tag: '{http://www.w3.org/2005/Atom}feed',
      author: 'Minneapolis Incident Map',
    });
    expect(feed.links.map((link: Answer) => link.rel).sort()).toEqual(['alternate', 'self']);
    expect(feed.entries).toHaveLength(3);
    expect(new Set(feed.entries.map((entry: Answer) => entry.id)).size).toBe(3);
    expect(feed.entries[1].title).toBe(
      'More became known: Shooting &amp; &lt;arrest&gt; ]]&gt; "north"',
    );
  });

  it('dates what is known to the day by where the day begins, and what is known to the minute by that', async () => {
    const exact = incident({
      id: 'exact',
      properties: { accounts: [account({ knownAt: '2026-01-20T14:05:00-06:00' })] },
    });
    const today = incident({
      id: 'today',
      properties: { accounts: [account({ knownAt: '2026-02-03' })] },
    });
    const noon = Date.parse('2026-02-03T12:00:00-06:00');
    const of = await startTestServer({}, [exact, today], () => noon);
    const { updated, entries } = await feedOf('/api/incidents.atom', of);
    const dates = entries.map((entry: Answer) => entry.updated);
    expect(dates).toEqual(['2026-02-03T06:00:00.000Z', '2026-01-20T20:05:00.000Z']);
    expect(updated).toBe(dates[0]);
    await of.stop();
  });

  it('without an entry is of today', async () => {
    const noon = Date.parse('2026-07-03T12:00:00-05:00');
    const empty = await startTestServer({}, [], () => noon);
    const { updated, entries } = await feedOf('/api/incidents.atom', empty);
    expect(entries).toEqual([]);
    expect(updated).toBe('2026-07-03T05:00:00.000Z');
    await empty.stop();
  });

  it('goes on by next links, and tells every change once', async () => {
    const many = await startTestServer({ PUBLIC_URL: 'https://map.example.org' }, [
      ...manyIncidents(120),
      incident({ properties: { category: 'raid' } }),
    ]);
    const ids: string[] = [];
    let path: string | undefined = '/api/incidents.atom?verification=unverified';
    let pages = 0;
    for (; path !== undefined; pages++) {
      const { id, links, entries } = await feedOf(path, many);
      expect(id).toBe('https://map.example.org/api/incidents.atom?verification=unverified');
      expect(entries.length).toBeGreaterThan(0);
      ids.push(...entries.map((entry: Answer) => entry.id));
      const [self, next] = ['self', 'next'].map((rel) => links.find((l: Answer) => l.rel === rel));
      expect(self.href).toBe(`https://map.example.org${path}`);
      path = next?.href.replace('https://map.example.org', '');
    }
    await many.stop();
    expect(pages).toBe(3);
    expect(ids).toHaveLength(121);
    expect(new Set(ids).size).toBe(121);
  });

  it('refuses a cursor that it did not write', async () => {
    await problem(await server.get('/api/incidents.atom?cursor=x'), 400);
  });

  it('follows the filters of a view', async () => {
    const { entries } = await feedOf('/api/incidents.atom?category=vigil');
    expect(entries).toHaveLength(1);
    expect((await feedOf('/api/incidents.atom?q=nothing')).entries).toEqual([]);
  });
});
