import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncidentDraft, IncidentFeature } from '../../../data/incident/schema.ts';
import { type IncidentVersion, versionsOf } from '../../../data/incident/versions.ts';
import { formatCentral } from '../../../data/time/central.ts';
import { parseDateTime } from '../../../data/time/rfc3339.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import { isArea } from '../../../data/vocabulary/precisions.ts';
import type { AddedVersion } from '../../domain/ports/incident-store.ts';
import { recordWords } from '../../domain/record-words.ts';
import { FOREVER } from './filter-sql.ts';

/** After so much work the event loop gets its turn. */
const TURN_MS = 8;

/** Rows of a batch of records, as JSON lists of lists, and what the view index must learn of them. */
export interface VersionRows {
  readonly incidents: string;
  readonly versions: string;
  readonly words: string;
  readonly added: readonly AddedVersion[];
}

/** Cuts records into versions and gives these their keys. */
export class VersionCutter {
  readonly #revision: number;
  readonly #now: number;
  readonly #nowText: string;
  #nextKey: number;
  #turnStarted = performance.now();

  constructor(revision: number, now: number, nextKey: number) {
    this.#revision = revision;
    this.#now = now;
    this.#nowText = formatCentral(now);
    this.#nextKey = nextKey;
  }

  get nextKey(): number {
    return this.#nextKey;
  }

  async cut(
    drafts: readonly IncidentDraft[],
    created: ReadonlyMap<string, number>,
  ): Promise<VersionRows> {
    const incidents: [id: string, createdAt: number][] = [];
    const versions: string[] = [];
    const added: AddedVersion[] = [];
    for (const draft of drafts) {
      const createdAt = created.get(draft.id) ?? this.#now;
      incidents.push([draft.id, createdAt]);
      for (const version of versionsOf(draft, this.#kept(createdAt))) {
        const row = addedVersion(this.#nextKey++, version);
        added.push(row);
        versions.push(versionJson(row, version.feature));
      }
      if (performance.now() - this.#turnStarted > TURN_MS) {
        await nextTurn();
        this.#turnStarted = performance.now();
      }
    }
    return {
      incidents: JSON.stringify(incidents),
      versions: `[${versions.join(',')}]`,
      words: JSON.stringify(added.map(({ key, words }) => [key, words])),
      added,
    };
  }

  #kept(createdAt: number) {
    return {
      createdAt: createdAt === this.#now ? this.#nowText : formatCentral(createdAt),
      updatedAt: this.#nowText,
      revision: this.#revision,
    };
  }
}

function addedVersion(
  key: number,
  { knownFrom, knownUntil, feature }: IncidentVersion,
): AddedVersion {
  const { properties, geometry } = feature;
  return {
    key,
    occurredAt: instant(properties.occurredAt),
    latestAt: instant(properties.latestAt),
    knownFrom,
    knownUntil,
    category: properties.category,
    verification: properties.verification,
    position: geometry ? geometry.coordinates : null,
    imprecise: isArea(properties.locationPrecision),
    words: recordWords(feature),
  };
}

/** The columns of `versions`, in their order. */
function versionJson(row: ViewRow, feature: IncidentFeature): string {
  return JSON.stringify([
    row.key,
    feature.id,
    row.occurredAt,
    row.latestAt,
    row.knownFrom,
    row.knownUntil === Infinity ? FOREVER : row.knownUntil,
    row.position?.[0] ?? null,
    row.position?.[1] ?? null,
    row.category,
    row.verification,
    feature.properties.locationPrecision,
    feature,
  ]);
}

/** The schema has checked the text before. */
function instant(text: string): number {
  return parseDateTime(text) as number;
}
