import type { Account, IncidentDraft, Source } from '../../data/incident/schema.ts';
import type { MergedReport, Publishing, Told } from './ports/report-desk.ts';
import { publicDraft } from './publish.ts';

/** An incident with a report's accounts in it, and the ids of what was added. */
export interface WithReport extends Told {
  readonly incident: IncidentDraft;
}

/** As the schema has it. */
const MOST_ACCOUNTS = 100;
const MOST_SOURCES = 200;
const MOST_DISPUTES = 20;

/**
 * Adds what a report tells to an incident, as accounts of their own beside those that stand there;
 * a source that the incident names already is not named twice.
 * @param disputes accounts of the incident that each of the report's contradicts.
 * @param now milliseconds since 1970.
 * @param incidentRevision of an incident that is on the map: new ids hold it, so that no id is ever
 *   given again, and taking this report out later takes out nothing of another; null: it is new.
 * @returns null where the incident holds as many accounts or sources as it may.
 */
export function withReport(
  incident: IncidentDraft,
  report: Pick<MergedReport, 'feature' | 'receivedOn'>,
  disputes: readonly string[],
  now: number,
  incidentRevision: number | null = null,
): WithReport | null {
  const told = publicDraft(report.feature, {
    id: incident.id,
    receivedOn: report.receivedOn,
    now,
    verification: 'unverified',
  }).properties;
  const { properties } = incident;
  const sourceIds = newSourceIds(told.sources, properties.sources, incidentRevision);
  const added = told.sources
    .filter(({ url }) => !isNamed(url, properties.sources))
    .map((source) => ({ ...source, id: idIn(sourceIds, source.id) }));
  const accountIds = newIds('a', told.accounts, properties.accounts, incidentRevision);
  const accounts: Account[] = told.accounts.map((account) => ({
    ...account,
    id: idIn(accountIds, account.id),
    sources: account.sources.map((id) => idIn(sourceIds, id)),
    disputes: [...account.disputes.map((id) => idIn(accountIds, id)), ...disputes].slice(
      0,
      MOST_DISPUTES,
    ),
  }));
  const allAccounts = [...properties.accounts, ...accounts];
  const allSources = [...properties.sources, ...added];
  if (allAccounts.length > MOST_ACCOUNTS || allSources.length > MOST_SOURCES) return null;
  return {
    incident: {
      ...incident,
      properties: { ...properties, accounts: allAccounts, sources: allSources },
    },
    accounts: accounts.map(({ id }) => id),
    sources: added.map(({ id }) => id),
  };
}

/** An incident with what several reports tell in it, and the ids of what each added. */
export interface WithReports {
  readonly incident: IncidentDraft;
  readonly told: readonly ({ readonly id: string } & Told)[];
  /** False where the incident had no room for all of them. */
  readonly isWhole: boolean;
}

/** Adds what each report tells, as far as there is room. */
export function withReports(
  incident: IncidentDraft,
  reports: readonly MergedReport[],
  disputes: readonly string[],
  now: number,
  incidentRevision: number | null = null,
): WithReports {
  const told: WithReports['told'][number][] = [];
  let full = incident;
  for (const report of reports) {
    const added = withReport(full, report, disputes, now, incidentRevision);
    if (added === null) continue;
    const { accounts, sources } = added;
    full = added.incident;
    told.push({ id: report.id, accounts, sources });
  }
  return { incident: full, told, isWhole: told.length === reports.length };
}

/** Takes accounts and sources out of an incident, and whatever names them. */
export function withoutAccounts(
  incident: IncidentDraft,
  { accounts, sources }: Told,
): IncidentDraft {
  const { properties } = incident;
  return {
    ...incident,
    properties: {
      ...properties,
      accounts: properties.accounts
        .filter(({ id }) => !accounts.includes(id))
        .map((account) => ({
          ...account,
          sources: account.sources.filter((id) => !sources.includes(id)),
          disputes: account.disputes.filter((id) => !accounts.includes(id)),
        })),
      sources: properties.sources.filter(({ id }) => !sources.includes(id)),
    },
  };
}

/** Takes what reports merged into another tell out of what that one becomes. */
export function withoutReports(
  { incident, photos, merged }: Publishing,
  ids: readonly string[],
): Publishing {
  const gone = merged.filter(({ id }) => ids.includes(id));
  return {
    incident: gone.reduce(withoutAccounts, incident),
    photos,
    merged: merged.filter((report) => !gone.includes(report)),
  };
}

function newSourceIds(
  told: readonly Source[],
  there: readonly Source[],
  incidentRevision: number | null,
): Map<string, string> {
  const ids = newIds('s', told, there, incidentRevision);
  for (const { id, url } of told) {
    const same = there.find((source) => source.url !== null && source.url === url);
    if (same) ids.set(id, same.id);
  }
  return ids;
}

function isNamed(url: string | null, sources: readonly Source[]): boolean {
  return url !== null && sources.some((source) => source.url === url);
}

/** @returns an id that is free in the incident for each id of the report. */
function newIds(
  letter: 'a' | 's',
  told: readonly { readonly id: string }[],
  there: readonly { readonly id: string }[],
  incidentRevision: number | null,
): Map<string, string> {
  const opening = incidentRevision === null ? letter : `${letter}${incidentRevision}-`;
  const taken = new Set(there.map(({ id }) => id));
  const ids = new Map<string, string>();
  let number = 1;
  for (const { id } of told) {
    while (taken.has(`${opening}${number}`)) number++;
    ids.set(id, `${opening}${number}`);
    number++;
  }
  return ids;
}

/** Every id of a public draft stands in its own list: `publicDraft` gives them. */
function idIn(ids: ReadonlyMap<string, string>, id: string): string {
  return ids.get(id) as string;
}
