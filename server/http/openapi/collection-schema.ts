import { incidentSchema, type Part } from './incident-schemas.ts';

export const SCHEMA_TYPE = 'application/schema+json';

/**
 * JSON Schema of the collection's Features. As in OGC API – Features Part 5, what is not `required`
 * may be null. GDAL and QGIS take the types of columns from it; without it they guess them from the
 * first page, and send a filter on whatever looks like a date-time as `datetime`.
 */
export const collectionSchema: Part = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...withoutNull(incidentSchema),
};

function withoutNull(part: Part): Part {
  const { nullable: _nullable, required, properties, items, ...rest } = part;
  const members = Object.entries((properties ?? {}) as Record<string, Part>);
  const mayBeNull = new Set(members.filter(([, { nullable }]) => nullable).map(([name]) => name));
  return {
    ...rest,
    ...(Array.isArray(required) && {
      required: required.filter((name: string) => !mayBeNull.has(name)),
    }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(members.map(([name, member]) => [name, withoutNull(member)])),
    }),
    ...(items !== undefined && { items: withoutNull(items as Part) }),
  };
}
