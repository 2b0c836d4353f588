import { expect } from 'vitest';
import type { ReportInput } from '../../../../data/incident/schema.ts';
import { type Answer, post, report, submit } from '../requests.ts';
import type { TestServer } from '../test-server.ts';

const MODERATION = '/api/moderation';

type Headers = Record<string, string>;

/** A report in the queue, with its reporter's private path. */
export interface Waiting {
  readonly id: string;
  readonly revision: number;
  readonly path: string;
}

let sent = 0;

/** Sends a report of a title of its own. @returns it as it stands in the queue. */
export async function sendReport(
  server: TestServer,
  headers: Headers,
  properties: Partial<ReportInput['properties']> = {},
  coordinates?: [number, number],
): Promise<Waiting> {
  const title = properties.title ?? `Vigil number ${++sent}`;
  const body = report({ ...properties, title });
  const path = await submit(
    server,
    coordinates ? { ...body, geometry: { type: 'Point', coordinates } } : body,
  );
  const { reports } = await queueOf(server, headers);
  const found = reports.find((entry: Answer) => entry.feature.properties.title === title);
  return { id: found.id, revision: found.revision, path };
}

export async function queueOf(server: TestServer, headers: Headers): Promise<Answer> {
  const response = await server.get(`${MODERATION}/queue`, { headers });
  expect(response.status).toBe(200);
  return response.json();
}

export async function queued(server: TestServer, headers: Headers, id: string): Promise<Answer> {
  const { reports } = await queueOf(server, headers);
  return reports.find((entry: Answer) => entry.id === id);
}

/** Asks for an act on a report. */
export function act(
  server: TestServer,
  headers: Headers,
  id: string,
  name: string,
  body: unknown,
): Promise<Response> {
  return post(server, `${MODERATION}/reports/${id}/${name}`, body, headers);
}

/** Does an act. @returns what it answered. */
export async function done(
  server: TestServer,
  headers: Headers,
  id: string,
  name: string,
  body: unknown,
): Promise<Answer> {
  const response = await act(server, headers, id, name, body);
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

export function put(
  server: TestServer,
  headers: Headers,
  id: string,
  body: unknown,
): Promise<Response> {
  return server.get(`${MODERATION}/reports/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
