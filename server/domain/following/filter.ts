import {
  FILTER_PARAMETERS,
  type FilterParameter,
  type IncidentFilter,
  readFilter,
  writeFilter,
} from '../../../data/query/filter.ts';
import { type FieldError, jsonPointer } from '../field-errors.ts';

/** Following looks ahead: a time window, a day of knowledge or what has no place are nothing to follow. */
const NOT_FOLLOWED: readonly FilterParameter[] = ['datetime', 'placed', 'asOf'];
export const FOLLOWED_PARAMETERS = FILTER_PARAMETERS.filter((name) => !NOT_FOLLOWED.includes(name));

/** A filter as query parameters, as `writeFilter` writes them. */
export type FollowedFilter = Readonly<Partial<Record<FilterParameter, string>>>;

/**
 * Reads a filter by the grammar of every other read.
 * @param sent parameters by name, of those in FOLLOWED_PARAMETERS alone.
 */
export function readFollowedFilter(sent: FollowedFilter): {
  readonly filter: FollowedFilter;
  readonly errors: readonly FieldError[];
} {
  const { filter, errors } = readFilter((name) => sent[name]);
  return {
    filter: Object.fromEntries(writeFilter(filter)),
    errors: errors.map(({ parameter, message }) => ({
      pointer: jsonPointer(['filter', parameter]),
      message,
    })),
  };
}

/** @returns null for one that was lawful when it was kept, and that this version cannot read. */
export function incidentFilterOf(followed: FollowedFilter): IncidentFilter | null {
  const { filter, errors } = readFilter((name) => followed[name]);
  return errors.length > 0 ? null : filter;
}

export function hasArea(followed: FollowedFilter): boolean {
  return Object.keys(followed).some((name) => name === 'bbox' || name === 'within');
}
