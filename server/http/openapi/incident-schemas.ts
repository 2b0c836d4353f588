import { z } from 'zod';
import { incidentFeature, reportFeature } from '../../../data/incident/schema.ts';

/** A Schema Object of OpenAPI 3.0, or any other part of a description. */
export type Part = Readonly<Record<string, unknown>>;

/** What goes out: it may gain members, so none is ruled out. */
export const incidentSchema: Part = {
  ...describe(incidentFeature, 'output'),
  description: 'An incident: who says what, how sure, and how exactly we know when and where.',
};

/** What may be sent in: any other member is refused. */
export const reportSchema: Part = {
  ...describe(reportFeature, 'input'),
  description: 'What a person may report. A Feature with a Point, and no field that others keep.',
};

function describe(schema: z.ZodType, io: 'input' | 'output'): Part {
  const { $schema: _schema, ...described } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    override({ jsonSchema, path }) {
      if (io === 'output') delete jsonSchema.additionalProperties;
      // GDAL sends a filter on any date-time as `datetime`, which is about `occurredAt` alone.
      if (path.at(-1) !== 'occurredAt' && /date-time$/.test(jsonSchema.format ?? '')) {
        delete jsonSchema.format;
      }
      // OpenAPI's regular expressions have no Unicode classes; there they would mean something else.
      if (jsonSchema.pattern?.includes('\\p{')) {
        delete jsonSchema.pattern;
        jsonSchema.format = 'uri';
      }
    },
  });
  return described;
}
