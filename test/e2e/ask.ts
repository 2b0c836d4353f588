import { expect } from 'vitest';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { RunningServer } from '../running-server.ts';

export interface Items {
  readonly numberMatched: number;
  readonly features: readonly IncidentFeature[];
}

/** Asks the server itself, as curl would: what the page shows is held against it. */
export async function ask<T>(server: RunningServer, path: string): Promise<T> {
  const response = await fetch(new URL(path, `http://127.0.0.1:${server.port}`));
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** @param query filters, percent-encoded. */
export function items(server: RunningServer, query: string): Promise<Items> {
  return ask(server, `/api/collections/incidents/items?${query}`);
}

export function item(server: RunningServer, id: string, query = ''): Promise<IncidentFeature> {
  return ask(server, `/api/collections/incidents/items/${id}${query}`);
}
