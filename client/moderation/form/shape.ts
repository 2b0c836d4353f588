import '../../report/jitless.ts';
import { z } from 'zod';
import { incidentDraft, KNOWN_AT_BASES, reportFeature } from '../../../data/incident/schema.ts';
import { CATEGORIES } from '../../../data/vocabulary/categories.ts';
import { CROWD_MEASURES, POLICE_MEASURES } from '../../../data/vocabulary/measures.ts';
import { LOCATION_PRECISIONS, TIME_PRECISIONS } from '../../../data/vocabulary/precisions.ts';
import { ROLES } from '../../../data/vocabulary/roles.ts';
import { VERIFICATIONS } from '../../../data/vocabulary/verifications.ts';

/** What a form needs of a JSON Schema: the incident's own, so that no field is declared twice. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly title?: string;
  readonly description?: string;
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export const INCIDENT_SHAPE = shapeOf(incidentDraft);
export const REPORT_SHAPE = shapeOf(reportFeature);

function shapeOf(schema: z.ZodType): Shape {
  const options = { io: 'input', unrepresentable: 'any' } as const;
  return (z.toJSONSchema(schema, options) as Shape).properties?.properties ?? {};
}

/** @returns the shape without null, and whether null is one of its values. */
export function withoutNull(shape: Shape): { readonly shape: Shape; readonly isNullable: boolean } {
  const { type, anyOf } = shape;
  if (Array.isArray(type)) {
    const [only] = type.filter((one: string) => one !== 'null');
    return { shape: { ...shape, ...(only ? { type: only } : {}) }, isNullable: true };
  }
  const other = anyOf?.find((one) => one.type !== 'null');
  if (!anyOf || !other) return { shape, isNullable: false };
  const { title, description } = shape;
  const named = { ...other, ...(title ? { title } : {}), ...(description ? { description } : {}) };
  return { shape: named, isNullable: anyOf.length > 1 };
}

/** @returns a new value of a shape, with all that is known of nothing. @param id where it has one. */
export function blankOf(shape: Shape, id: string): Json {
  const { shape: plain, isNullable } = withoutNull(shape);
  if (isNullable) return null;
  if (plain.enum) return plain.enum.at(-1) ?? '';
  if (plain.type === 'array') return [];
  if (plain.type !== 'object') return '';
  return Object.fromEntries(
    Object.entries(plain.properties ?? {}).map(([name, part]) => [
      name,
      name === 'id' ? id : blankOf(part, id),
    ]),
  );
}

const VOCABULARIES: readonly (readonly { id: string; label: string }[])[] = [
  CATEGORIES,
  TIME_PRECISIONS,
  LOCATION_PRECISIONS,
  ROLES,
  VERIFICATIONS,
  POLICE_MEASURES,
  CROWD_MEASURES,
  KNOWN_AT_BASES,
];

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** @returns the values of an enumeration, in the words of its vocabulary. */
export function choicesOf(ids: readonly string[]): readonly Choice[] {
  const vocabulary = VOCABULARIES.find((one) =>
    ids.every((id) => one.some((entry) => entry.id === id)),
  );
  return ids.map((id) => vocabulary?.find((entry) => entry.id === id) ?? { id, label: id });
}
