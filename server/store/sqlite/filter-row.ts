import { AreaLookup } from '../../../data/geo/area-lookup.ts';
import { bboxHas } from '../../../data/geo/bbox.ts';
import type { IncidentFilter } from '../../../data/query/filter.ts';
import type { ViewRow } from '../../../data/view/types.ts';

type Test = (row: ViewRow) => boolean;

/** @returns a test of one version that says what `conditionOf` says in SQL, of all but the text. */
export function rowTestOf(filter: Omit<IncidentFilter, 'text'>): Test {
  const { bbox, within, datetime, categories, verifications, placed, asOf, ...others } = filter;
  others satisfies Record<string, never>;
  const area = within && new AreaLookup(within);
  const tests: Test[] = [
    ({ knownFrom, knownUntil }) =>
      asOf === Infinity ? knownUntil === Infinity : knownFrom <= asOf && knownUntil > asOf,
  ];
  if (datetime) {
    tests.push((row) => row.occurredAt <= datetime.to && row.latestAt >= datetime.from);
  }
  if (categories) tests.push(({ category }) => categories.includes(category));
  if (verifications) tests.push(({ verification }) => verifications.includes(verification));
  if (placed !== null) tests.push(({ position }) => (position !== null) === placed);
  if (bbox) tests.push(({ position }) => position !== null && bboxHas(bbox, ...position));
  if (area) tests.push(({ position }) => position !== null && area.has(...position));
  return (row) => tests.every((test) => test(row));
}
