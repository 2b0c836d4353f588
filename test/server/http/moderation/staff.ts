import type { IncidentDraft } from '../../../../data/incident/schema.ts';
import { signIn } from '../requests.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

type Headers = Record<string, string>;

/** A server with its first moderator signed in: an administrator, as the first always is. */
export async function startWithAda(
  now: () => number = Date.now,
  drafts: readonly IncidentDraft[] = [],
): Promise<{ server: TestServer; ada: Headers }> {
  const server = await startTestServer({}, drafts, now);
  return { server, ada: await signIn(server, 'Ada') };
}

/** A server whose queue two people work, an editor and a moderator, both signed in. */
export async function startWithTwo(): Promise<{
  server: TestServer;
  ada: Headers;
  grace: Headers;
}> {
  const server = await startTestServer();
  const ada = await signIn(server, 'Ada', 'editor');
  return { server, ada, grace: await signIn(server, 'Grace', 'moderator') };
}
