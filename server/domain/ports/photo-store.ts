import type { ReporterOutcome } from './report-store.ts';

/** A photo of a report: made anew, JPEG, without metadata. */
export interface ReportPhoto {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Keeps the photos of reports. Tokens are known here by their SHA-256 alone (hex). */
export interface PhotoStore {
  /** Of a pending report only; `full` where it has as many as it may. */
  add(
    tokenHash: string,
    photo: ReportPhoto & { readonly jpeg: Uint8Array },
  ): Promise<ReporterOutcome>;
  /** Erases one from database and log; of a pending report only. */
  remove(tokenHash: string, id: string): Promise<ReporterOutcome>;
  /** For its reporter. */
  ofToken(tokenHash: string, id: string): Promise<Uint8Array | null>;
  /** For the moderators. */
  ofReport(reportId: string, id: string): Promise<Uint8Array | null>;
  /** @returns the photos of reports, in the order in which they came, by report. */
  list(reportIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReportPhoto[]>>;
  /** @returns the photo of that public id, where an incident that is public shows it. */
  published(publicId: string): Promise<Uint8Array | null>;
}
