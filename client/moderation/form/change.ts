import type { Json, JsonObject } from './shape.ts';

export type Path = readonly (string | number)[];

/** @returns JSON pointer of a path (RFC 6901; no name of ours has a `/` or `~`). */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${step}`).join('');
}

/** @returns a copy of a value with another part at the path. */
export function withPart(value: Json, path: Path, part: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? (value as readonly Json[]) : [];
    return list.map((one, index) => (index === step ? withPart(one, rest, part) : one));
  }
  const object = isObject(value) ? value : {};
  return { ...object, [step]: withPart(object[step] ?? null, rest, part) };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** @returns an id that no other entry of a list has: `account-3`. */
export function freshId(list: readonly Json[], noun: string): string {
  const taken = new Set(list.map((one) => (isObject(one) ? one.id : null)));
  let number = list.length + 1;
  while (taken.has(`${noun}-${number}`)) number += 1;
  return `${noun}-${number}`;
}

/** @returns a Feature whose lists of lines have none that is empty, as typing leaves them behind. */
export function withoutBlankLines(feature: JsonObject): JsonObject {
  const { properties } = feature;
  if (!isObject(properties)) return feature;
  const actors = listOf(properties.actors).filter((line) => textOf(line).trim() !== '');
  return { ...feature, properties: { ...properties, actors } };
}
