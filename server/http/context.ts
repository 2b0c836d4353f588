import type { FollowingByMail } from '../domain/following/following.ts';
import type { PassphraseAttempts } from '../domain/passphrase-attempts.ts';
import type { AuditLog } from '../domain/ports/audit-log.ts';
import type { CredentialStore } from '../domain/ports/credential-store.ts';
import type { FollowerStore } from '../domain/ports/follower-store.ts';
import type { IncidentHistory } from '../domain/ports/incident-history.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import type { ModeratorStore } from '../domain/ports/moderator-store.ts';
import type { PhotoStore } from '../domain/ports/photo-store.ts';
import type { ReportDesk } from '../domain/ports/report-desk.ts';
import type { ReportStore } from '../domain/ports/report-store.ts';
import type { Views } from '../domain/ports/views.ts';
import type { ReportingStore } from '../domain/reporting.ts';
import type { ServedArea } from '../domain/served-area.ts';
import type { Surroundings } from '../domain/surroundings.ts';
import type { TrustedProxies } from '../trusted-proxies.ts';

/** All that the routes need; `main.ts` puts it together. */
export interface Context {
  readonly incidents: IncidentStore;
  readonly history: IncidentHistory;
  readonly reports: ReportStore;
  readonly desk: ReportDesk;
  readonly photos: PhotoStore;
  readonly reporting: ReportingStore;
  readonly moderators: ModeratorStore;
  readonly credentials: CredentialStore;
  readonly passphraseAttempts: PassphraseAttempts;
  readonly audit: AuditLog;
  readonly followers: FollowerStore;
  readonly following: FollowingByMail;
  readonly views: Views;
  readonly area: ServedArea;
  readonly surroundings: Surroundings;
  readonly publish: 'reviewed' | 'immediate';
  /** 0 lifts every limit on reports. */
  readonly reportsPerHour: number;
  /** Whose word on where a request comes from is taken; null: nobody's. */
  readonly trustedProxies: TrustedProxies | null;
  /** Scheme, host and port, no slash at the end. */
  readonly publicUrl: string;
  /** Folder of the built pages. */
  readonly clientFolder: string;
  /** A MapLibre style that the pages draw under the incidents; null: none. */
  readonly basemapStyleUrl: string | null;
  /** Path of the PMTiles file that is served for it; null: none. */
  readonly basemapPmtiles: string | null;
  /** False until the index holds what the store holds. */
  isReady(): boolean;
  /** Takes what went wrong, a line at a time; nothing that a person sent is in it. */
  log(line: string): void;
}
