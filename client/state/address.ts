import { readFilter, writeFilter } from '../../data/query/filter.ts';
import { nextCentral } from '../../data/time/central.ts';
import { browserLanguage, isLanguage, type LanguageId } from '../language/languages.ts';
import { isRolling, type RollingId, rangeOfRolling } from '../time/rolling.ts';
import { readCompared, writeCompared } from './compared.ts';
import type { Camera, Filter, Screen, State } from './state.ts';

/** What an address says. A link is a view: reading what was written gives the same. */
export interface Address {
  readonly filter: Filter;
  /** The range that follows the clock, of which `filter.datetime` is what it is now. */
  readonly rolling: RollingId | null;
  /** Null where the link leaves it to the map to fit the incidents. */
  readonly camera: Camera | null;
  readonly screen: Screen;
  readonly drawnAs: State['drawnAs'];
  /** Null where the link leaves it to the browser. */
  readonly language: LanguageId | null;
  /** Names of the parameters that could not be read and were left out; of a private link, `token`. */
  readonly dropped: readonly string[];
}

const OWN = ['map', 'incident', 'show', 'range', 'lang'] as const;
const FILTERS = ['within', 'datetime', 'category', 'verification', 'q', 'asOf'] as const;
const INCIDENT_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const TOKEN = /^[A-Za-z0-9_-]{16,200}$/;

/**
 * Reads `?within=POLYGON(…)&datetime=…&range=last-24-hours&category=…&verification=…&q=…&asOf=…&map=zoom/latitude/longitude&show=heat&lang=es&incident=ID`
 * and the hash: `#report` the form, `#report/TOKEN` a reporter's private link, which so never
 * reaches a server's log, `#my-report` where one is opened by its words, `#place/latitude/longitude` what shares one point, `#changes`, `#charts`,
 * `#compare/DAY/DAY/LENGTH` two stretches of days (a DAY is 2026-01-14, or 2026-01-14@2026-01-20 as it
 * was known on another), `#following/TOKEN` a follower's own page, `#about`.
 */
export function readAddress(search: string, hash: string, now = Date.now()): Address {
  const parameters = new URLSearchParams(search);
  const range = parameters.get('range');
  const rolling = isRolling(range) ? range : null;
  const { filter, errors } = readFilter((name) => parameters.get(name) ?? undefined);
  // What will be known nobody can say yet.
  const asOf = filter.asOf > nextCentral('day', now) ? Infinity : filter.asOf;
  const camera = readCamera(parameters.get('map'));
  const lang = parameters.get('lang');
  const ofHash = readHash(hash);
  const screen = ofHash ?? readIncident(parameters.get('incident')) ?? { kind: 'list' };
  const known = new Set<string>([...OWN, ...FILTERS]);
  const dropped = [...new Set(parameters.keys())].filter(
    (name) =>
      !known.has(name) ||
      errors.some((error) => error.parameter === name) ||
      (name === 'asOf' && asOf !== filter.asOf) ||
      (name === 'map' && camera === null) ||
      (name === 'range' && rolling === null) ||
      (name === 'lang' && !isLanguage(lang)) ||
      (name === 'show' && parameters.get('show') !== 'heat') ||
      (name === 'incident' && readIncident(parameters.get('incident')) === null),
  );
  if (ofHash === null && !/^#?$/.test(hash)) {
    // A private link loses its end easily, and whoever opens it must know.
    dropped.push(/^#(report|following)\//.test(hash) ? 'token' : hash);
  }
  if (screen.kind === 'compare' && screen.compared === null && /\/./.test(hash)) {
    dropped.push('datetime');
  }
  return {
    filter: {
      within: filter.within,
      datetime: rolling ? rangeOfRolling(rolling, now) : filter.datetime,
      categories: filter.categories,
      verifications: filter.verifications,
      text: filter.text?.trim() || null,
      asOf,
    },
    rolling,
    camera,
    screen,
    drawnAs: parameters.get('show') === 'heat' ? 'heat' : 'marks',
    language: isLanguage(lang) ? lang : null,
    dropped,
  };
}

/**
 * @returns path, query and hash of a view, in one order, for the address bar and for links. The
 * language is told where it is not what the browser asks for anyway.
 */
export function writeAddress(view: {
  filter: Filter;
  rolling?: RollingId | null;
  camera: Camera | null;
  screen: Screen;
  drawnAs?: State['drawnAs'];
  language?: LanguageId;
}): string {
  const { camera, screen, rolling } = view;
  const filter = rolling ? { ...view.filter, datetime: null } : view.filter;
  const pairs: [string, string][] = [...writeFilter(filter)];
  if (rolling) pairs.unshift(['range', rolling]);
  if (camera) {
    const zoom = Number(camera.zoom.toFixed(2));
    pairs.push(['map', `${zoom}/${camera.latitude.toFixed(4)}/${camera.longitude.toFixed(4)}`]);
  }
  if (view.drawnAs === 'heat') pairs.push(['show', 'heat']);
  if (view.language && view.language !== browserLanguage()) pairs.push(['lang', view.language]);
  if (screen.kind === 'incident') pairs.push(['incident', screen.id]);
  const query = pairs.map(([name, value]) => `${name}=${readable(value)}`).join('&');
  return `/${query && `?${query}`}${writeHash(screen)}`;
}

function writeHash(screen: Screen): string {
  switch (screen.kind) {
    case 'list':
    case 'incident':
      return '';
    case 'place':
      return `#place/${screen.latitude.toFixed(7)}/${screen.longitude.toFixed(7)}`;
    case 'status':
      return `#report/${screen.token}`;
    case 'report':
      return screen.amending === undefined ? '#report' : `#report/${screen.amending}/correct`;
    case 'ownReport':
      return '#my-report';
    case 'changes':
      return '#changes';
    case 'charts':
      return '#charts';
    case 'compare':
      return `#compare${writeCompared(screen.compared)}`;
    case 'following':
      return `#following/${screen.token}`;
    case 'about':
      return '#about';
  }
}

/** Percent-encodes what must be, and leaves `,` `/` `:` to be read (RFC 3986 §3.4 allows them). */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');
}

/** @returns null where it names no screen. */
function readHash(hash: string): Screen | null {
  const [name, ...rest] = hash.replace(/^#/, '').split('/');
  const [first, second] = rest;
  if (name === 'report' && first && TOKEN.test(first)) {
    return second === 'correct'
      ? { kind: 'report', correcting: null, amending: first }
      : { kind: 'status', token: first };
  }
  if (name === 'my-report') return { kind: 'ownReport' };
  if (name === 'report' && first === undefined) return { kind: 'report', correcting: null };
  if (name === 'changes') return { kind: 'changes' };
  if (name === 'charts') return { kind: 'charts' };
  if (name === 'compare') return { kind: 'compare', compared: readCompared(rest) };
  if (name === 'following' && first && TOKEN.test(first)) {
    return { kind: 'following', token: first };
  }
  if (name === 'about') return { kind: 'about' };
  if (name === 'place') {
    const at = position(first, second);
    if (at) return { kind: 'place', ...at };
  }
  return null;
}

function readIncident(id: string | null): Screen | null {
  return id !== null && INCIDENT_ID.test(id) ? { kind: 'incident', id } : null;
}

function readCamera(text: string | null): Camera | null {
  const [zoomText, latitude, longitude] = text?.split('/') ?? [];
  const zoom = decimal(zoomText);
  const at = position(latitude, longitude);
  if (zoom === null || zoom < 0 || zoom > 20 || at === null) return null;
  return { zoom, ...at };
}

function position(
  latitudeText: string | undefined,
  longitudeText: string | undefined,
): { longitude: number; latitude: number } | null {
  const [latitude, longitude] = [decimal(latitudeText), decimal(longitudeText)];
  if (latitude === null || longitude === null) return null;
  return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? { longitude, latitude } : null;
}

function decimal(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,3}(\.\d{1,10})?$/.test(text) ? Number(text) : null;
}
