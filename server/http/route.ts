import type { Express, Request, Response } from 'express';
import { type Query, readQuery } from './parameters.ts';
import { HttpProblem } from './problem.ts';

export interface Endpoint {
  /** Names of the query parameters it takes; any other is answered 400. */
  readonly parameters: readonly string[];
  handle(request: Request, response: Response, query: Query): void | Promise<void>;
}

export type Endpoints = Partial<Record<'GET' | 'POST' | 'PUT' | 'DELETE', Endpoint>>;

/** An endpoint without query parameters. */
export function endpoint(handle: Endpoint['handle']): Endpoint {
  return { parameters: [], handle };
}

/**
 * Serves a path: each method by its endpoint, HEAD as GET without a body (Node leaves it out),
 * OPTIONS with what is allowed, everything else with 405 (RFC 9110 §15.5.6).
 */
export function serve(app: Express, path: string, endpoints: Endpoints): void {
  const methods = Object.keys(endpoints).flatMap((name) =>
    name === 'GET' ? [name, 'HEAD'] : name,
  );
  const allow = [...methods, 'OPTIONS'].join(', ');
  const byMethod = new Map(Object.entries(endpoints));
  app.all(path, (request, response) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (method === 'OPTIONS') {
      response.setHeader('Allow', allow);
      response.status(204).end();
      return;
    }
    const found = byMethod.get(method);
    if (!found) {
      const detail = `This address does not take that method; it takes ${allow}.`;
      throw new HttpProblem(405, detail, [], { Allow: allow });
    }
    return found.handle(request, response, readQuery(request.originalUrl, found.parameters));
  });
}

/** @returns a parameter of the path, decoded. */
export function pathParameter(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}
