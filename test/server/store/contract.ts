import type { AuditLog } from '../../../server/domain/ports/audit-log.ts';
import type { CredentialStore } from '../../../server/domain/ports/credential-store.ts';
import type { FollowerStore } from '../../../server/domain/ports/follower-store.ts';
import type { IncidentStore } from '../../../server/domain/ports/incident-store.ts';
import type { ModeratorStore } from '../../../server/domain/ports/moderator-store.ts';
import type { ReportDesk } from '../../../server/domain/ports/report-desk.ts';
import type { ReportStore } from '../../../server/domain/ports/report-store.ts';
import { describeAudit } from './contract-audit.ts';
import { describeCredentials } from './contract-credentials.ts';
import { describeDesk } from './contract-desk.ts';
import { describeMerges } from './contract-desk-merge.ts';
import { describeUndo } from './contract-desk-undo.ts';
import { describeFilters } from './contract-filters.ts';
import { describeFollowers } from './contract-followers.ts';
import { describeIncidents } from './contract-incidents.ts';
import { describeMany } from './contract-many.ts';
import { describeModerators } from './contract-moderators.ts';
import { describeReports } from './contract-reports.ts';
import { describeSearches } from './contract-searches.ts';
import { describeStreams } from './contract-streams.ts';

export interface OpenStore {
  readonly incidents: IncidentStore;
  readonly reports: ReportStore;
  readonly desk: ReportDesk;
  readonly moderators: ModeratorStore;
  readonly credentials: CredentialStore;
  readonly audit: AuditLog;
  readonly followers: FollowerStore;
  close(): Promise<void>;
}

/** @returns a store with nothing in it. */
export type OpenEmptyStore = () => Promise<OpenStore>;

/** What every driver must do, whatever it keeps things in. A driver's test calls it once. */
export function describeStoreContract(name: string, open: OpenEmptyStore): void {
  describeIncidents(name, open);
  describeFilters(name, open);
  describeStreams(name, open);
  describeMany(name, open);
  describeSearches(name, open);
  describeReports(name, open);
  describeDesk(name, open);
  describeMerges(name, open);
  describeUndo(name, open);
  describeModerators(name, open);
  describeCredentials(name, open);
  describeAudit(name, open);
  describeFollowers(name, open);
}
