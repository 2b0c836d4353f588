import { AreaLookup } from '../geo/area-lookup.ts';
import { bboxHas } from '../geo/bbox.ts';
import type { IncidentFilter } from '../query/filter.ts';
import type { ViewRow } from './types.ts';

/**
 * What a store asks in SQL (but for the text), asked of one version that is at hand: of an incident, one
 * version at most is known at a time.
 */
export function rowTestOf(filter: Omit<IncidentFilter, 'text'>): (row: ViewRow) => boolean {
  const { bbox, within, datetime, placed, asOf, ...lists } = filter;
  const { categories: categoryIds, verifications: verificationIds, ...others } = lists;
  // A filter that is added must be asked here too.
  others satisfies Record<string, never>;
  const area = within && new AreaLookup(within);
  const categories = categoryIds && new Set(categoryIds);
  const verifications = verificationIds && new Set(verificationIds);
  return (row) =>
    (asOf === Infinity
      ? row.knownUntil === Infinity
      : row.knownFrom <= asOf && asOf < row.knownUntil) &&
    (datetime === null || (row.occurredAt <= datetime.to && row.latestAt >= datetime.from)) &&
    (categories === null || categories.has(row.category)) &&
    (verifications === null || verifications.has(row.verification)) &&
    (placed === null || placed === (row.position !== null)) &&
    (bbox === null || (row.position !== null && bboxHas(bbox, ...row.position))) &&
    (area === null || (row.position !== null && area.has(...row.position)));
}
