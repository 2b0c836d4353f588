import type { IncidentFilter } from '../../../data/query/filter.ts';
import { type Condition, contentOf } from './filter-sql.ts';
import type { FoundKeys } from './found-keys.ts';

/**
 * @param keys of the versions that the filter's text finds; null where that is to be looked up.
 * @returns the condition for the versions that match, whenever they were known.
 */
export function contentAmong(filter: IncidentFilter, keys: FoundKeys | null): Condition {
  if (keys === null) return contentOf(filter);
  const { sql, parameters } = contentOf({ ...filter, text: null });
  const among = keys.condition;
  return { sql: `${among.sql} AND ${sql}`, parameters: { ...parameters, ...among.parameters } };
}
