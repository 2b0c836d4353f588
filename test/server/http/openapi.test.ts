import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PassphraseAttempts } from '../../../server/domain/passphrase-attempts.ts';
import { servedArea } from '../../../server/domain/served-area.ts';
import { AnswerCache } from '../../../server/http/answer-cache.ts';
import { createRoutes } from '../../../server/http/app.ts';
import { IncidentIndex } from '../../../server/index/incident-index.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { type MailSink, startMailSink } from '../mail-sink.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { type Answer, json, post, problem, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const TYPE = 'application/vnd.oai.openapi+json;version=3.0';

let server: TestServer;
let description: Answer;
let sink: MailSink;
let headers: Record<string, string>;
beforeAll(async () => {
  sink = await startMailSink();
  const mail = {
    SMTP_URL: sink.url,
    MAIL_FROM: 'map@example.org',
    PUBLIC_URL: 'https://map.example',
  };
  server = await startTestServer({ SEED: 'first', ...mail });
  headers = await signIn(server);
  const response = await server.get('/api/openapi.json');
  expect(response.headers.get('content-type')).toBe(TYPE);
  description = await response.json();
});
afterAll(async () => {
  await server.stop();
  await sink.close();
});

describe('the description', () => {
  it('names every route that is open to everyone, and no other', async () => {
    expect(Object.keys(description.paths).map(routeOf).sort()).toEqual(await routesOfServer());
  });

  it('names every method of each, and no other', async () => {
    for (const [path, operations] of Object.entries<Answer>(description.paths)) {
      const described = Object.keys(operations).filter((name) => name !== 'servers');
      const response = await server.get(addressOf(path), { method: 'OPTIONS', headers });
      const allowed = (response.headers.get('allow') ?? '').toLowerCase().split(', ');
      expect(allowed.filter((name) => !['head', 'options'].includes(name)).sort(), path).toEqual(
        described.sort(),
      );
    }
  });

  it('names the parameters that each route takes', async () => {
    for (const [path, { get }] of Object.entries<Answer>(description.paths)) {
      if (get === undefined) continue;
      const parameters = (get.parameters ?? []).map((part: Answer) => resolved(part));
      const names = parameters.filter((p: Answer) => p.in === 'query').map((p: Answer) => p.name);
      const response = await server.get(`${addressOf(path)}?debug=1`, { headers });
      const { errors } = await problem(response, 400);
      const known = names.length > 0 ? `Known here: ${names.join(', ')}.` : 'None is known here.';
      expect(errors[0].message, path).toContain(known);
    }
  });

  it('describes what is answered', async () => {
    const report = (await submit(server)).split('/').at(-1) ?? '';
    const item = (await json(server, '/api/collections/incidents/items?limit=1')).features[0].id;
    const followed = { address: 'ann@example.org', language: 'en', filter: { q: 'vigil' } };
    expect((await post(server, '/api/following', followed)).status).toBe(202);
    const follower = (await sink.to('ann@example.org'))[0]?.token ?? '';
    for (const [path, { get }] of Object.entries<Answer>(description.paths)) {
      const [type, { schema }] = Object.entries<Answer>(get?.responses[200].content ?? {})[0] ?? [
        '',
        {},
      ];
      // There is no photo here to ask for.
      if (type === '' || type === 'image/jpeg') continue;
      const address = addressOf(path).replace(
        /x(?=$|\/history$)/,
        path.startsWith('/following') ? follower : path.includes('token') ? report : item,
      );
      const response = await server.get(address, { headers });
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type'), path).toContain(type);
      if (schema) check(schema, await response.json(), path);
    }
    check(
      { $ref: '#/components/schemas/Problem' },
      await (await server.get('/api/view?zoom=x')).json(),
      'problem',
    );
  });

  it('describes a report as it is taken', async () => {
    const schema = resolved({ $ref: '#/components/schemas/Report' });
    expect(schema.properties.properties.required).toEqual(
      expect.arrayContaining(['title', 'summary', 'category', 'occurredAt', 'place']),
    );
    expect(schema.properties.properties.properties).not.toHaveProperty('verification');
    const { title, summary, sources } = schema.properties.properties.properties;
    expect([title.maxLength, summary.maxLength]).toEqual([160, 4000]);
    expect(sources.items.properties.publisher.maxLength).toBe(200);
    expect(schema.properties.properties.additionalProperties).toBe(false);
  });

  it('has no reference that leads nowhere, and no operation of the same name as another', () => {
    const names: string[] = [];
    for (const part of partsOf(description)) {
      if (typeof part.$ref === 'string') expect(resolved(part), part.$ref).toBeTypeOf('object');
      if (typeof part.operationId === 'string') names.push(part.operationId);
    }
    expect(new Set(names).size).toBe(names.length);
  });

  it('calls nothing a date-time but occurredAt, which `datetime` is about', () => {
    for (const part of partsOf(description)) {
      for (const [name, value] of Object.entries<Answer>(part)) {
        if (name !== 'occurredAt') expect(value?.format, name).not.toBe('date-time');
      }
    }
    const { Incident } = description.components.schemas;
    expect(Incident.properties.properties.properties.occurredAt.format).toBe('date-time');
  });
});

describe('the schema of the collection', () => {
  it('has one date-time, plain types, and nothing required that may be null', async () => {
    const schema = await json(server, '/api/collections/incidents/schema');
    const { properties, required } = schema.properties.properties;
    const formats = Object.entries<Answer>(properties).filter(([, { format }]) => format);
    expect(formats.map(([name]) => name)).toEqual(['occurredAt']);
    for (const [name, { type }] of Object.entries<Answer>(properties)) {
      expect(type, name).toBeTypeOf('string');
    }
    expect(required).toEqual(expect.arrayContaining(['title', 'latestAt', 'accounts']));
    expect(required).not.toContain('endedAt');
    expect(schema.required).not.toContain('geometry');
    const { features } = await json(server, '/api/incidents.geojson');
    expect(features.length).toBeGreaterThan(0);
    for (const feature of features) {
      const names = Object.keys(feature.properties);
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(names));
      expect(names).toEqual(expect.arrayContaining(required));
    }
  });
});

describe('the page for people', () => {
  it('names every address, without script or style', async () => {
    const response = await server.get('/api/docs');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    for (const path of Object.keys(description.paths)) {
      expect(page).toContain(path === '/' ? 'GET /api<' : path);
    }
    expect(page).not.toMatch(/<script|<style|style=|undefined|\[object/);
  });

  it('says what values a parameter takes', async () => {
    const page = await (await server.get('/api/docs')).text();
    expect(page).toContain('<td>1 to 1000; without it, 100</td>');
    expect(page).toContain('<code>true</code> or <code>false</code>');
    expect(page).toContain('<code>occurredAt</code> or <code>-occurredAt</code>');
    expect(page).not.toContain('`');
  });
});

/** Of the routes as they are put together, written as a description writes them. */
async function routesOfServer(): Promise<string[]> {
  const folder = await temporaryFolder();
  const store = await openSqliteStore(`${folder}/incidents.db`);
  const views = new IncidentIndex(store.incidents);
  const city = new URL('../../../data/basemap/city.geojson', import.meta.url);
  const app: Express = createRoutes(
    {
      ...store,
      passphraseAttempts: new PassphraseAttempts(Date.now),
      views,
      area: servedArea(JSON.parse(await readFile(city, 'utf8'))),
      surroundings: { now: Date.now, randomBytes },
      following: { key: null, ask: null },
      publish: 'reviewed',
      reportsPerHour: 0,
      trustedProxies: null,
      publicUrl: 'http://localhost',
      clientFolder: folder,
      basemapStyleUrl: null,
      basemapPmtiles: null,
      isReady: () => true,
      log: () => undefined,
    },
    new AnswerCache(() => views.revision),
  );
  views.close();
  await store.close();
  const paths = app.router.stack.flatMap(({ route }) => route?.path ?? []);
  const pages = [
    '/',
    '/moderation',
    '/following/:token',
    '/icon.svg',
    '/manifest.webmanifest',
    '/not-found.css',
    '/service-worker.js',
  ];
  return paths
    .filter((path) => !pages.includes(path) && !path.startsWith('/api/moderation/'))
    .map((path) => path.replaceAll(/:(\w+)/g, '{$1}'))
    .sort();
}

/** @param path as the description has it: under `/api`, or beside it where it says so. */
function routeOf(path: string): string {
  const isBeside = description.paths[path].servers !== undefined;
  return isBeside ? path : path === '/' ? '/api' : `/api${path}`;
}

function addressOf(path: string): string {
  return routeOf(path).replaceAll(/\{\w+\}/g, 'x');
}

function resolved(part: Answer): Answer {
  if (typeof part?.$ref !== 'string') return part;
  const steps = part.$ref.replace('#/', '').split('/');
  return steps.reduce((found: Answer, step: string) => found?.[step], description);
}

/** Every object in the description. */
function* partsOf(part: Answer): Generator<Answer> {
  if (typeof part !== 'object' || part === null) return;
  yield part;
  for (const value of Object.values(part)) yield* partsOf(value);
}

/** Expects that a value is as its schema says; references are put in their place first. */
function check(schema: Answer, value: unknown, path: string): void {
  const whole = z.fromJSONSchema(inlined(schema), { defaultTarget: 'openapi-3.0' });
  const { error } = whole.safeParse(value);
  expect(error?.issues ?? [], path).toEqual([]);
}

function inlined(part: Answer): Answer {
  if (Array.isArray(part)) return part.map(inlined);
  if (typeof part !== 'object' || part === null) return part;
  if (typeof part.$ref === 'string') return inlined(resolved(part));
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inlined(value)]));
}
