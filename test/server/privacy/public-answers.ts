import type { Answer } from '../http/requests.ts';
import type { TestServer } from '../http/test-server.ts';

/** What anyone may have got: an address, and every byte that came back, headers included. */
export interface PublicAnswer {
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

export async function ask(
  server: TestServer,
  address: string,
  init?: RequestInit,
): Promise<PublicAnswer> {
  // While a long text is searched, the server may end the connection that is kept: then once more.
  const response = await server.get(address, init).catch(() => server.get(address, init));
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  return { address, status: response.status, text: `${headers}\n${body}` };
}

/** Paths of every route that anyone may read, as the server describes itself: what is added is asked too. */
export async function publicPaths(server: TestServer): Promise<string[]> {
  const { paths } = (await (await server.get('/api/openapi.json')).json()) as Answer;
  return Object.entries<Answer>(paths).flatMap(([path, { get, servers }]) => {
    if (!get || path.includes('{token}')) return [];
    return servers ? path : `/api${path === '/' ? '' : path}`;
  });
}

/** Reads everything that is public: every route, every page of it, every item, today and then. */
export async function* everythingPublic(
  server: TestServer,
  {
    incidents,
    photos,
  }: { readonly incidents: readonly string[]; readonly photos: readonly string[] },
): AsyncGenerator<PublicAnswer> {
  for (const path of await publicPaths(server)) {
    if (path.includes('{')) {
      const ids = path.startsWith('/api/photos') ? photos : incidents;
      for (const id of ids) yield ask(server, path.replace(/\{\w+\}/, id));
    } else {
      for (const query of queriesFor(path)) yield* allPages(server, `${path}${query}`);
    }
  }
}

function queriesFor(path: string): string[] {
  if (path.endsWith('/items'))
    return ['?limit=1000', '?limit=1000&asOf=2026-01-15', '?limit=200&sortby=-occurredAt'];
  if (path.endsWith('/view')) {
    return [
      '',
      '?zoom=20',
      '?zoom=20&bbox=-93.4,44.8,-93.1,45.1&bins=400',
      '?zoom=3&asOf=2026-01-15',
    ];
  }
  return [''];
}

async function* allPages(server: TestServer, first: string): AsyncGenerator<PublicAnswer> {
  let address: string | null = first;
  for (let page = 0; address !== null && page < 200; page++) {
    const answer: PublicAnswer = await ask(server, address);
    yield answer;
    const next = /"rel":"next"[^}]*"href":"([^"]+)"/.exec(answer.text)?.[1];
    address = next === undefined ? null : next.slice(new URL(next).origin.length);
  }
}
