import { z } from 'zod';
import * as field from '../../data/incident/fields.ts';
import { plainText } from '../../data/incident/text.ts';

/** What the acts on reports are asked with. `revision` is that of the report the moderator saw. */
const revision = z.int({ error: 'Expected a whole number: the revision that you saw.' }).min(1);
const reportId = z.string({ error: 'Expected the id of a report.' }).min(1).max(80);
/** Pointers whose warning was looked at. */
export const pointers = z.array(z.string().max(200)).max(200).default([]);
const message = plainText(600, { lines: true }).nullable().default(null);

export const claimRequest = z.strictObject({ revision });
export const releaseRequest = z.strictObject({});
export const undoRequest = z.strictObject({ revision });
export const noteRequest = z.strictObject({ text: plainText(2000, { lines: true }) });
export const askRequest = z.strictObject({ revision, text: plainText(1200, { lines: true }) });

export const publishRequest = z.strictObject({
  revision,
  verification: field.verification.default('unverified'),
  photos: z
    .array(
      z.strictObject({
        id: z.string({ error: 'Expected the id of a photo of this report.' }).max(80),
        alt: plainText(300),
      }),
    )
    .max(20)
    .default([]),
  allow: pointers,
});

export const rejectRequest = z.strictObject({ revision, message });

const MOST_AT_ONCE = 500;
export const rejectManyRequest = z.strictObject({
  reports: z
    .array(z.strictObject({ id: reportId, revision }))
    .min(1, { error: 'Expected at least one report.' })
    .max(MOST_AT_ONCE, { error: `At most ${MOST_AT_ONCE} reports at once.` }),
  message,
});

export const mergeRequest = z.strictObject({
  revision,
  incidentId: field.identifier,
  incidentRevision: z.int({ error: 'Expected the revision of the incident that you saw.' }).min(1),
  relation: z.enum(['agrees', 'disputes'], { error: 'Expected "agrees" or "disputes".' }),
  /** Accounts that the report contradicts; without them, all that stand in the incident. */
  disputes: z.array(field.identifier).max(20).optional(),
  allow: pointers,
});

export const mergeReportRequest = z.strictObject({
  revision,
  into: reportId,
  intoRevision: z.int({ error: 'Expected the revision of the other report that you saw.' }).min(1),
});

/** The feature is read like a report's, by `parseReport`. */
export const editRequest = z.strictObject({ revision, feature: z.unknown(), allow: pointers });

export type PublishRequest = z.infer<typeof publishRequest>;
export type EditRequest = z.infer<typeof editRequest>;
export type MergeRequest = z.infer<typeof mergeRequest>;
