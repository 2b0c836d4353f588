import type { IncidentDraft, IncidentFeature } from './schema.ts';

/** @returns what an incident's authors wrote: the record without what the store derives and keeps. */
export function draftOf({ properties, ...feature }: IncidentFeature): IncidentDraft {
  const { latestAt, verification, createdAt, updatedAt, revision, ...written } = properties;
  return { ...feature, properties: written };
}
