import type { Query } from './parameters.ts';

export interface Link {
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
  readonly href: string;
}

/** Makes addresses from PUBLIC_URL alone: what a request says of its host is never repeated. */
export class Links {
  /** @param origin scheme, host and port, no slash at the end. */
  constructor(readonly origin: string) {}

  to(path: string, query: Query = new Map()): string {
    const text = new URLSearchParams([...query]).toString();
    return `${this.origin}${path}${text === '' ? '' : `?${text}`}`;
  }

  /** The map in a browser, with those of the parameters that it has too. */
  map(query: Query): string {
    const shared = ['within', 'datetime', 'category', 'verification', 'q', 'asOf', 'incident'];
    return this.to('/', new Map([...query].filter(([name]) => shared.includes(name))));
  }
}

export const GEOJSON = 'application/geo+json';
export const JSON_TYPE = 'application/json';
export const HTML = 'text/html';
