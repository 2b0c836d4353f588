import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { syntheticIncidents } from '../../../data/synthetic/incident.ts';
import { json } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Counts and writes some thousand marks. */
const LONG_VIEW = '/api/view?zoom=20&bins=1000';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, syntheticIncidents(3, 0, 3000));
});
afterAll(() => server.stop());

/** Whoever looks at the clock finds his time over: a view takes as many turns as on a slow machine. */
beforeEach(() => {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 1000;
    return clock;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('answers others while it counts a view', async () => {
  let isAnswered = false;
  const view = json(server, LONG_VIEW).then((answer) => {
    isAnswered = true;
    return answer;
  });
  let others = 0;
  while (!isAnswered) {
    expect((await server.get('/healthz')).status).toBe(200);
    others++;
  }
  expect(others).toBeGreaterThan(5);
  expect((await view).total).toBe(3000);
});

it('answers who comes after clients that went away, without a failure in the log', async () => {
  const gone = Array.from({ length: 30 }, async (_, number) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      `GET ${LONG_VIEW}&category=raid&bbox=-94,44,-93,${45 + number / 100} HTTP/1.1\r\n`,
    );
    socket.write('Host: x\r\n\r\n', () => socket.destroy());
    await once(socket, 'close');
  });
  await Promise.all(gone);
  expect((await json(server, `${LONG_VIEW}&category=protest`)).total).toBe(3000);
  expect(server.log.join()).not.toContain('failed');
});
