import { z } from 'zod';
import { geojsonProblems } from '../../data/geo/geojson.ts';
import type { ErrorCode } from '../../data/incident/error-codes.ts';
import { brokenRules } from '../../data/incident/rules.ts';
import { type IncidentDraft, incidentDraft } from '../../data/incident/schema.ts';
import { plainText } from '../../data/incident/text.ts';
import { screenEdit, screenText } from '../../data/screening/screen.ts';
import { coarsen } from './coarsen.ts';
import { coarsenTimes } from './coarsen-time.ts';
import { pointers } from './desk-requests.ts';
import { lookedAt } from './desk-warnings.ts';
import type { Uneditable } from './edit-report.ts';
import { type FieldError, fail, jsonPointer, type Parsed, parseWith } from './field-errors.ts';
import type {
  EditOutcome,
  IncidentHistory,
  PublicReason,
  SeenIncident,
} from './ports/incident-history.ts';
import type { Actor } from './ports/report-desk.ts';
import type { ServedArea } from './served-area.ts';

const revision = z.int({ error: 'Expected a whole number: the revision that you saw.' }).min(1);
const why = plainText(600, { lines: true }).describe('Why, in words that everyone may read.');

/** The feature is read by `parseDraft`. */
export const editRequest = z.strictObject({
  revision,
  feature: z.unknown(),
  why,
  redactsEarlier: z.boolean().default(false),
  allow: pointers,
});
export const undoRequest = z.strictObject({
  revision,
  why: why.nullable().default(null),
  allow: pointers,
});
export const withdrawRequest = z.strictObject({ revision, why, allow: pointers });

export type EditRequest = z.infer<typeof editRequest>;

interface Dependencies {
  readonly history: IncidentHistory;
  readonly area: ServedArea;
}

/** Changes a published incident, once each warning of what the edit says was looked at. */
export async function editIncident(
  id: string,
  { revision, feature, why, redactsEarlier, allow }: EditRequest,
  by: Actor,
  { history, area }: Dependencies,
): Promise<EditOutcome | Uneditable> {
  const latest = (await history.revisions(id))?.[0];
  const standing = latest?.draft;
  if (!standing) return { why: 'not_found' };
  const parsed = parseDraft(id, feature, { now: by.at, area });
  if (!parsed.ok) return { why: 'invalid', errors: parsed.errors };
  const draft = coarsened(standing, parsed.value);
  const found = [...screenEdit(standing, draft), ...screenText('/why', why)];
  const { warnings, allowed } = lookedAt(found, allow);
  // What was changed since is told before what would be wrong with it.
  if (warnings.length > 0 && latest.revision === revision) return { why: 'warnings', warnings };
  return history.edit({ id, revision }, { draft, why, redactsEarlier, allowed }, by);
}

/**
 * Withdraws or undoes, once each warning of its reason was looked at.
 * @param perform the act of the history.
 */
export async function actForReason(
  seen: SeenIncident,
  { why, allow }: Pick<z.infer<typeof undoRequest>, 'why' | 'allow'>,
  history: Pick<IncidentHistory, 'revisions'>,
  perform: (reason: PublicReason) => Promise<EditOutcome>,
): Promise<EditOutcome | Extract<Uneditable, { why: 'warnings' }>> {
  const found = why === null ? [] : screenText('/why', why);
  const { warnings, allowed } = lookedAt(found, allow);
  if (warnings.length > 0) {
    const latest = (await history.revisions(seen.id))?.[0];
    if (latest?.revision === seen.revision) return { why: 'warnings', warnings };
  }
  return perform({ why, allowed });
}

function parseDraft(
  id: string,
  feature: unknown,
  { now, area }: { readonly now: number; readonly area: ServedArea },
): Parsed<IncidentDraft> {
  const result = parseWith(incidentDraft, feature);
  if (!result.ok) return result;
  const draft = result.value;
  const errors: FieldError[] = [];
  const add = (path: (string | number)[], message: string, code: ErrorCode = 'invalid'): void => {
    errors.push({ pointer: jsonPointer(path), message, code });
  };
  if (draft.id !== id) add(['id'], 'An incident keeps its id; leave it as it was.');
  for (const { path, message, code } of brokenRules(draft.properties, now)) {
    add(path, message, code);
  }
  if (draft.geometry !== null) {
    for (const { path, message } of geojsonProblems(draft)) add([...path], message);
    const outside = area.kilometersOutside(draft.geometry.coordinates);
    if (outside !== null) {
      add(
        ['geometry', 'coordinates'],
        `That place is outside ${area.name}. Move it.`,
        'outside_area',
      );
    }
  }
  return errors.length > 0 ? fail(errors) : result;
}

/** What an editor moves or times anew is told no closer than its stated precision, as a report is. */
function coarsened(standing: IncidentDraft, draft: IncidentDraft): IncidentDraft {
  const [old, now] = [standing.properties, draft.properties];
  const isTimedAnew =
    old.occurredAt !== now.occurredAt ||
    old.endedAt !== now.endedAt ||
    old.timePrecision !== now.timePrecision ||
    old.category !== now.category;
  const isMoved =
    old.locationPrecision !== now.locationPrecision ||
    JSON.stringify(standing.geometry) !== JSON.stringify(draft.geometry);
  const times = isTimedAnew ? coarsenTimes(now) : {};
  if (!isMoved || draft.geometry === null) {
    return { ...draft, properties: { ...now, ...times } };
  }
  const { geometry, uncertaintyMeters } = coarsen(
    draft.geometry.coordinates,
    now.locationPrecision,
    now.uncertaintyMeters,
  );
  return { ...draft, geometry, properties: { ...now, ...times, uncertaintyMeters } };
}
