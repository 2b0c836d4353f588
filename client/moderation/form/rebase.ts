import { isObject } from './change.ts';
import type { Json, JsonObject } from './shape.ts';

/** @returns names of the properties that two Features differ in; `geometry` for their position. */
export function changedNames(before: JsonObject, after: JsonObject): readonly string[] {
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const changed = names.filter((name) => !isSame(old[name], now[name]));
  return isSame(before.geometry, after.geometry) ? changed : [...changed, 'geometry'];
}

/**
 * @param base what both began with.
 * @returns theirs, with mine where I have changed something.
 */
export function rebased(base: JsonObject, mine: JsonObject, theirs: JsonObject): JsonObject {
  const own = changedNames(base, mine);
  const typed = Object.entries(propertiesOf(mine)).filter(([name]) => own.includes(name));
  return {
    ...theirs,
    ...(own.includes('geometry') ? { geometry: mine.geometry ?? null } : {}),
    properties: { ...propertiesOf(theirs), ...Object.fromEntries(typed) },
  };
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {};
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
