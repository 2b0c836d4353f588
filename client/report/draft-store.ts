import './jitless.ts';
import { z } from 'zod';
import { type Draft, draftSchema } from './draft.ts';
import { readSlot, writeSlot } from './draft-slot.ts';

/** A draft on this device, for whoever is interrupted. Photos are held by the page alone. */
export interface KeptDraft {
  readonly draft: Draft;
  /** Id of the record that it would correct. */
  readonly about: string | null;
  /** Idempotency-Key: made once, so that a report that is sent twice is one. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

const stored = z.strictObject({
  draft: draftSchema,
  about: z.string().nullable(),
  key: z.string().min(1).max(255),
  savedAt: z.number(),
});

/** @returns null where there is none, or another version wrote it. */
export function keptDraft(): KeptDraft | null {
  try {
    const parsed = stored.safeParse(JSON.parse(readSlot() ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** @returns false where it is held by the page alone: storage is full or blocked. */
export function keepDraft(kept: KeptDraft): boolean {
  return writeSlot(JSON.stringify(kept));
}

/** `crypto.randomUUID` is missing where a page comes by plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
