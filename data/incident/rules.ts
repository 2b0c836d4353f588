import { parseDateTime } from '../time/rfc3339.ts';
import type { ErrorCode } from './error-codes.ts';
import type { IncidentDraft, ReportFeature } from './schema.ts';

/** A rule that spans fields: where it is broken, and what would be right. */
export interface BrokenRule {
  /** Steps into the Feature, as in `['properties', 'endedAt']`. */
  readonly path: (string | number)[];
  readonly message: string;
  readonly code: ErrorCode;
}

type Described = (IncidentDraft | ReportFeature)['properties'];

const YEAR_MS = 366 * 24 * 3600 * 1000;
const EARLIEST = Date.UTC(1850, 0, 1);
/** A device's clock may run ahead of ours by so much; beyond that it is wrong, or the day mistyped. */
const CLOCK_SKEW_MS = 15 * 60 * 1000;

/**
 * Rules that one field alone cannot break, for reports and records alike.
 * @param now milliseconds since 1970; what editors record as announced may lie up to a year ahead of it.
 */
export function brokenRules(properties: Described, now: number): BrokenRule[] {
  return [
    ...brokenTimeRules(properties, now),
    ...brokenCountRules(properties),
    ...brokenAccountRules(properties),
  ];
}

/** Rules of a report: those of a record, and that it tells of what has begun. @param now ms since 1970. */
export function brokenReportRules(properties: Described, now: number): BrokenRule[] {
  const began = parseDateTime(properties.occurredAt);
  const broken = brokenRules(properties, now);
  if (began === null || began <= now + CLOCK_SKEW_MS) return broken;
  return [
    {
      path: ['properties', 'occurredAt'],
      message: 'Expected a time that has come: this one lies in the future.',
      code: 'in_future',
    },
    ...broken.filter(({ code }) => code !== 'improbable_time'),
  ];
}

function brokenTimeRules(properties: Described, now: number): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const began = parseDateTime(properties.occurredAt);
  const ended = properties.endedAt === null ? null : parseDateTime(properties.endedAt);
  if (began !== null && (began > now + YEAR_MS || began < EARLIEST)) {
    broken.push({
      path: ['properties', 'occurredAt'],
      message: 'Expected a time between 1850 and a year from now; check the year.',
      code: 'improbable_time',
    });
  }
  if (began !== null && ended !== null && (ended < began || ended > now + 2 * YEAR_MS)) {
    broken.push({
      path: ['properties', 'endedAt'],
      message: 'Expected an end that is not before the beginning; check both times.',
      code: 'ends_before_it_begins',
    });
  }
  return broken;
}

function brokenCountRules({ crowdSizeLow, crowdSizeHigh }: Described): BrokenRule[] {
  if (crowdSizeLow === null || crowdSizeHigh === null || crowdSizeLow <= crowdSizeHigh) return [];
  return [
    {
      path: ['properties', 'crowdSizeLow'],
      message: 'Expected the low figure to be at most the high one.',
      code: 'low_above_high',
    },
  ];
}

function brokenAccountRules({ accounts, sources }: Described): BrokenRule[] {
  const broken = [...repeatedIds('accounts', accounts), ...repeatedIds('sources', sources)];
  const ids = new Set(accounts.map((account) => account.id));
  const sourceIds = new Set(sources.map((source) => source.id));
  accounts.forEach((account, index) => {
    if (account.sources?.some((id) => !sourceIds.has(id))) {
      broken.push({
        path: ['properties', 'accounts', index, 'sources'],
        message: 'Names a source that is not in this record.',
        code: 'refers_to_nothing',
      });
    }
    for (const disputed of account.disputes ?? []) {
      if (disputed === account.id) {
        broken.push({
          path: ['properties', 'accounts', index, 'disputes'],
          message: 'An account cannot dispute itself; name another account of this record.',
          code: 'refers_to_nothing',
        });
      } else if (!ids.has(disputed)) {
        broken.push({
          path: ['properties', 'accounts', index, 'disputes'],
          message: 'Names an account that is not in this record.',
          code: 'refers_to_nothing',
        });
      }
    }
  });
  return broken;
}

/** An id names one thing of its record, or whoever refers to it refers to two. */
function repeatedIds(
  list: 'accounts' | 'sources',
  entries: readonly { id?: string | undefined }[],
): BrokenRule[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    return [
      {
        path: ['properties', list, index, 'id'],
        message: 'Is used twice in this record; give each its own id.',
        code: 'repeated',
      },
    ];
  });
}
