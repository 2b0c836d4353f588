import type { Account, IncidentDraft, ReportFeature, Source } from '../../data/incident/schema.ts';
import { centralDate } from '../../data/time/central.ts';
import { knownInstant } from '../../data/time/span.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { coarsen } from './coarsen.ts';
import { coarsenSaidAt, coarsenTimes } from './coarsen-time.ts';

export interface Publication {
  /** Id of the incident that it becomes. */
  readonly id: string;
  /** The day the report arrived, 2026-01-14. */
  readonly receivedOn: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly verification: VerificationId;
}

const REPORTER = 'A reporter to this map';

/** The schema allows an account 1200 characters, a summary 4000. */
const LONGEST_SAYING = 1200;
const LONGEST_SUMMARY = 4000;

/**
 * Makes a report public. This is the only place that coarsens, places and times alike: whatever is
 * stored, sent or drawn afterwards comes from what this returns.
 */
export function publicDraft(report: ReportFeature, publication: Publication): IncidentDraft {
  const { properties, geometry } = report;
  const sources = publicSources(properties.sources);
  const place = coarsen(
    geometry.coordinates,
    properties.locationPrecision,
    properties.uncertaintyMeters,
  );
  return {
    type: 'Feature',
    id: publication.id,
    geometry: place.geometry,
    properties: {
      ...properties,
      ...coarsenTimes(properties),
      summary: attributed(properties.summary),
      uncertaintyMeters: place.uncertaintyMeters,
      sources: sources.list,
      accounts: publicAccounts(properties, sources, publication.receivedOn),
      decisions: [
        {
          verification: publication.verification,
          decidedAt: centralDate(publication.now),
          reason: reasonFor(publication.verification),
          basedOn: null,
        },
      ],
      synthetic: false,
    },
  };
}

function reasonFor(verification: VerificationId): string {
  return verification === 'unverified'
    ? 'Published from a report to this map; the editors had nothing else to check it by.'
    : 'Published from a report to this map; the editors judged it by what the report holds.';
}

interface PublicSources {
  readonly list: Source[];
  readonly byReportedId: ReadonlyMap<string, Source>;
}

/** Ids are given anew, since a reporter's own may say something. */
function publicSources(reported: ReportFeature['properties']['sources']): PublicSources {
  const byReportedId = new Map<string, Source>();
  const list = reported.map((source, index) => {
    const published: Source = {
      id: `s${index + 1}`,
      publisher: source.publisher,
      title: source.title ?? null,
      url: source.url,
      publishedAt: source.publishedAt ?? null,
      archivedUrl: source.archivedUrl ?? null,
    };
    if (source.id !== undefined) byReportedId.set(source.id, published);
    return published;
  });
  return { list, byReportedId };
}

function publicAccounts(
  { accounts, summary, category }: ReportFeature['properties'],
  sources: PublicSources,
  receivedOn: string,
): Account[] {
  if (accounts.length === 0) return [reportersAccount(summary, receivedOn)];
  const idOf = (index: number): string => `a${index + 1}`;
  const byReportedId = new Map(accounts.map((account, index) => [account.id, idOf(index)]));
  return accounts.map((account, index) => {
    const saidAt = coarsenSaidAt(account.saidAt ?? null, category);
    const cited = (account.sources ?? []).flatMap((id) => sources.byReportedId.get(id) ?? []);
    return {
      id: idOf(index),
      by: account.by,
      role: account.role,
      says: account.says,
      saidAt,
      ...knownSince(saidAt, cited, receivedOn),
      sources: cited.map((source) => source.id),
      disputes: (account.disputes ?? []).flatMap((id) => byReportedId.get(id) ?? []),
    };
  });
}

/** The map vouches for nothing that one person wrote; where the words would not fit, they stand alone. */
function attributed(summary: string): string {
  const opening = `${REPORTER} says: `;
  if (summary.startsWith(opening)) return summary;
  const text = `${opening}${summary}`;
  return [...text].length <= LONGEST_SUMMARY ? text : summary;
}

/**
 * Where nobody else is quoted, the reporter is the one who says so. Whether they saw it themselves
 * is not known, so they are no witness by it.
 */
function reportersAccount(summary: string, receivedOn: string): Account {
  return {
    id: 'a1',
    by: REPORTER,
    role: 'other',
    says: cut(summary),
    saidAt: receivedOn,
    knownAt: receivedOn,
    knownAtBasis: 'received',
    sources: [],
    disputes: [],
  };
}

function cut(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST_SAYING) return text;
  return `${characters
    .slice(0, LONGEST_SAYING - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * An account is known from its earliest dated source, else from when it was said, else from the day
 * it arrived here; from that day at the latest, whatever the report says.
 */
function knownSince(
  saidAt: string | null,
  sources: readonly Source[],
  receivedOn: string,
): Pick<Account, 'knownAt' | 'knownAtBasis'> {
  const published = earliest(sources.map((source) => source.publishedAt));
  const dated = published ?? saidAt;
  if (dated === null || instant(dated) > instant(receivedOn)) {
    return { knownAt: receivedOn, knownAtBasis: 'received' };
  }
  return { knownAt: dated, knownAtBasis: published === null ? 'said' : 'published' };
}

function earliest(times: readonly (string | null)[]): string | null {
  const dated = times.filter((time) => time !== null);
  return dated.reduce<string | null>(
    (first, time) => (first === null || instant(time) < instant(first) ? time : first),
    null,
  );
}

/** The schema has checked the text before. */
function instant(text: string): number {
  return knownInstant(text) as number;
}
