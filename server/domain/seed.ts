import { z } from 'zod';
import { brokenRules } from '../../data/incident/rules.ts';
import { type IncidentDraft, incidentDraft } from '../../data/incident/schema.ts';
import { fieldErrors, jsonPointer } from './field-errors.ts';
import type { IncidentStore } from './ports/incident-store.ts';

const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
});

/**
 * Fills an empty store with a FeatureCollection of drafts; one that holds anything is left alone.
 * @returns how many were loaded.
 * @throws Error that names the record and the field of the first one that breaks a rule.
 */
export async function seed(
  incidents: Pick<IncidentStore, 'count' | 'revision' | 'put'>,
  featureCollection: unknown,
  now: number,
): Promise<number> {
  if ((await incidents.count()) > 0 || (await incidents.revision()) > 0) return 0;
  const drafts = collection.parse(featureCollection).features.map((f, i) => readDraft(f, i, now));
  const ids = new Set<string>();
  for (const { id } of drafts) {
    if (ids.has(id)) throw new Error(`record ${id}: its id is used twice; give each its own.`);
    ids.add(id);
  }
  if (drafts.length > 0) await incidents.put(drafts, now);
  return drafts.length;
}

function readDraft(feature: unknown, index: number, now: number): IncidentDraft {
  const result = incidentDraft.safeParse(feature);
  if (!result.success)
    throw brokenRecord(`at /features/${index}`, fieldErrors(result.error.issues, feature));
  const broken = brokenRules(result.data.properties, now);
  const errors = broken.map((rule) => ({ pointer: jsonPointer(rule.path), message: rule.message }));
  if (errors.length > 0) throw brokenRecord(result.data.id, errors);
  return result.data;
}

function brokenRecord(
  name: string,
  errors: readonly { pointer: string; message: string }[],
): Error {
  const [first] = errors;
  return new Error(`record ${name}, ${first?.pointer}: ${first?.message}`);
}
