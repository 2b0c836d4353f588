import { readFileSync } from 'node:fs';
import type { IncidentDraft } from '../../data/incident/schema.ts';
import { knownInstant } from '../../data/time/span.ts';

/** The first data set as it is on disk, and how its tests ask it. */
export const collection = JSON.parse(
  readFileSync(new URL('../../data/first/incidents.geojson', import.meta.url), 'utf8'),
) as { type: string; features: unknown[] };

/** Taken as what the schema says they are; that they are is the first test. */
export const records = collection.features as IncidentDraft[];

export const instant = (text: string): number => knownInstant(text) as number;

/** @returns what breaks a rule, as `record/fault`; a test expects none. */
export function faults(find: (record: IncidentDraft) => string[]): string[] {
  return records.flatMap((record) => find(record).map((fault) => `${record.id}/${fault}`));
}

type Account = IncidentDraft['properties']['accounts'][number];

/** As `faults`, for each account; `find` returns false where nothing is wrong. */
export function accountFaults(
  find: (account: Account, record: IncidentDraft) => string | false,
): string[] {
  return faults((record) =>
    record.properties.accounts.flatMap((account) => {
      const fault = find(account, record);
      return fault === false ? [] : [`${account.id}: ${fault}`];
    }),
  );
}
