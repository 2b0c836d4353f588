import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncidentDraft, IncidentFeature } from '../../../data/incident/schema.ts';
import { type IncidentVersion, versionsOf } from '../../../data/incident/versions.ts';
import { formatCentral } from '../../../data/time/central.ts';
import { parseDateTime } from '../../../data/time/rfc3339.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import { isArea } from '../../../data/vocabulary/precisions.ts';
import { recordWords } from '../../domain/record-words.ts';
import { FOREVER } from './filter-sql.ts';

/** After so much work the event loop gets its turn. */
const TURN_MS = 8;

/** Rows of a batch of records, as JSON lists of lists. */
export interface VersionRows {
  readonly incidents: string;
  readonly versions: string;
  readonly words: string;
}

/** Cuts records into versions, gives these their keys, and remembers what was added. */
export class VersionCutter {
  readonly added: ViewRow[] = [];
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
    const words: [key: number, words: string][] = [];
    for (const draft of drafts) {
      const createdAt = created.get(draft.id) ?? this.#now;
      incidents.push([draft.id, createdAt]);
      for (const version of versionsOf(draft, this.#kept(createdAt))) {
        const row = viewRow(this.#nextKey++, version);
        this.added.push(row);
        versions.push(versionJson(row, version.feature));
        words.push([row.key, recordWords(version.feature)]);
      }
      if (performance.now() - this.#turnStarted > TURN_MS) {
        await nextTurn();
        this.#turnStarted = performance.now();
      }
    }
    return {
      incidents: JSON.stringify(incidents),
      versions: `[${versions.join(',')}]`,
      words: JSON.stringify(words),
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

function viewRow(key: number, { knownFrom, knownUntil, feature }: IncidentVersion): ViewRow {
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
