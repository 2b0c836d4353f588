import { expect } from 'vitest';
import type { ReportInput } from '../../../data/incident/schema.ts';
import type { Role } from '../../../server/domain/roles.ts';
import type { TestServer } from './test-server.ts';

export const ITEMS = '/api/collections/incidents/items';

// biome-ignore lint/suspicious/noExplicitAny: answers are what is tested; each test says what it expects.
export type Answer = any;

export async function json(server: TestServer, path: string): Promise<Answer> {
  const response = await server.get(path);
  expect(response.status, path).toBe(200);
  return response.json();
}

/** A lawful report; `changed` replaces members of its properties. */
export function report(changed: Partial<ReportInput['properties']> = {}): ReportInput {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-93.26501, 44.97781] },
    properties: {
      title: 'Vigil at the library',
      summary: 'People gathered with candles.',
      category: 'vigil',
      occurredAt: '2026-01-10T18:00:00-06:00',
      timePrecision: 'hour',
      place: 'Downtown',
      locationPrecision: 'block',
      ...changed,
    },
  };
}

export function post(server: TestServer, path: string, body: unknown, headers = {}) {
  return server.get(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Sends a report in. @returns the path of its private address. */
export async function submit(server: TestServer, body: unknown = report()): Promise<string> {
  const response = await post(server, ITEMS, body);
  expect(response.status, await response.clone().text()).toBe(202);
  return new URL(response.headers.get('location') ?? '').pathname;
}

/**
 * Signs a moderator in.
 * @param role theirs, or what the map gives them: the first is an administrator.
 * @returns the headers that their requests carry.
 */
export async function signIn(
  server: TestServer,
  name = 'Ada',
  role?: Role,
): Promise<Record<string, string>> {
  const token = new URL(await server.moderatorLink(name, role)).hash.slice(1);
  return cookieOf(server, await post(server, '/api/moderation/session', { token }));
}

/** Expects that somebody was signed in. @returns the headers that their requests carry. */
export function cookieOf(server: TestServer, response: Response): Record<string, string> {
  expect(response.status).toBe(204);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { Cookie: cookie, Origin: server.publicUrl };
}

/** Expects a problem document. @returns it. */
export async function problem(response: Response, status: number): Promise<Answer> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = JSON.parse(text);
  expect(body).toMatchObject({ type: 'about:blank', status, detail: expect.any(String) });
  expect(text).not.toMatch(/node_modules|\.ts\b|at .*:\d+:\d+/);
  return body;
}
