import { formatCentralExact } from '../time/central.ts';
import { knownInstant, latestInstant } from '../time/span.ts';
import type { IncidentDraft, IncidentFeature } from './schema.ts';

/** What the store keeps about a record beside what its authors wrote. RFC 3339 times. */
export interface Kept {
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly revision: number;
}

/** A record as it was known from `knownFrom` (included) to `knownUntil` (not included), ms since 1970. */
export interface IncidentVersion {
  readonly knownFrom: number;
  readonly knownUntil: number;
  readonly feature: IncidentFeature;
}

/**
 * Cuts a record's life at each moment when an account, a source or a decision became known. The
 * record is known from its first account, else from `createdAt`; the last version never ends.
 * Oldest first; there is at least one.
 */
export function versionsOf(draft: IncidentDraft, kept: Kept): IncidentVersion[] {
  const accounts = draft.properties.accounts.map((account) => instantOf(account.knownAt));
  const first = accounts.length > 0 ? Math.min(...accounts) : instantOf(kept.createdAt);
  const cuts = new Set([first]);
  const published = draft.properties.sources.flatMap(({ publishedAt }) =>
    publishedAt === null ? [] : instantOf(publishedAt),
  );
  const decided = draft.properties.decisions.map(decisionInstant);
  for (const instant of [...accounts, ...published, ...decided]) {
    if (instant > first) cuts.add(instant);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((knownFrom, index) => ({
    knownFrom,
    knownUntil: starts[index + 1] ?? Infinity,
    feature: featureAsOf(draft, kept, starts[index + 1] === undefined ? Infinity : knownFrom),
  }));
}

/** @returns the record with the accounts, sources and decisions that were known at `asOf`. */
export function featureAsOf(draft: IncidentDraft, kept: Kept, asOf: number): IncidentFeature {
  const { properties } = draft;
  const known = properties.accounts.filter((account) => instantOf(account.knownAt) <= asOf);
  const cited = new Set(known.flatMap((account) => account.sources));
  const sources = properties.sources.filter((source) =>
    source.publishedAt === null
      ? cited.has(source.id) || asOf === Infinity
      : instantOf(source.publishedAt) <= asOf,
  );
  const accountIds = new Set(known.map((account) => account.id));
  const sourceIds = new Set(sources.map((source) => source.id));
  const decisions = properties.decisions
    .filter((decision) => decisionInstant(decision) <= asOf)
    .sort((a, b) => decisionInstant(a) - decisionInstant(b));
  const began = instantOf(properties.occurredAt);
  const ended = properties.endedAt === null ? null : instantOf(properties.endedAt);
  return {
    type: 'Feature',
    id: draft.id,
    geometry: draft.geometry,
    // Spread would make a slow object of so many members: ten times the time, also to write as JSON.
    properties: Object.assign({}, properties, {
      latestAt: formatCentralExact(latestInstant(began, ended, properties.timePrecision)),
      accounts: known.map((account) => ({
        ...account,
        sources: account.sources.filter((id) => sourceIds.has(id)),
        disputes: account.disputes.filter((id) => accountIds.has(id)),
      })),
      sources,
      verification: decisions.at(-1)?.verification ?? 'unverified',
      decisions,
      ...kept,
    }),
  };
}

function decisionInstant(decision: IncidentDraft['properties']['decisions'][number]): number {
  return instantOf(decision.basedOn?.knownAt ?? decision.decidedAt);
}

/** The schema has checked the text before. */
function instantOf(text: string): number {
  return knownInstant(text) as number;
}
