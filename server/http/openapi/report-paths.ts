import { PHOTO_TYPES } from '../../domain/photos.ts';
import { GEOJSON, JSON_TYPE } from '../links.ts';
import { json, type Methods } from './operation.ts';

const feature = { types: [GEOJSON, JSON_TYPE], schema: 'Report' };
const jpeg = { type: 'image/jpeg', schema: 'Photo' };

/** `POST` to the items: a new report. */
export const submitting = {
  summary:
    'Reports an incident. `Location` is the private address of the report. Sent again with the same `Idempotency-Key` within a day, it is answered with the same address.',
  tag: 'Reports',
  parameters: ['Idempotency-Key', 'Challenge-Solution'],
  body: feature,
  status: 202,
  answer: json('ReportReceipt'),
  problems: [403, 409, 413, 415, 422, 429, 503],
} as const satisfies Methods['post'];

/** What reporters use, by path from `/api`. */
export const REPORT_PATHS: Readonly<Record<string, Methods>> = {
  '/reporting': {
    get: {
      summary: 'Whether reports are taken, what photos, and the work that is asked for under load.',
      tag: 'Reports',
      answer: json('Reporting'),
    },
  },
  '/reports/{token}': {
    get: {
      summary: 'What has become of a report, and what the moderators ask.',
      tag: 'Reports',
      answer: json('ReportStatus'),
      problems: [404],
    },
    put: {
      summary: 'Corrects a pending report.',
      tag: 'Reports',
      parameters: ['If-Match'],
      body: feature,
      answer: json('ReportStatus'),
      problems: [403, 404, 409, 412, 413, 415, 422, 429],
    },
    delete: {
      summary: 'Takes a report back and erases it, while it is not public.',
      tag: 'Reports',
      status: 204,
      problems: [403, 404, 409],
    },
  },
  '/reports/{token}/answers': {
    post: {
      summary: 'Answers the moderators, while the report is pending.',
      tag: 'Reports',
      body: { types: [JSON_TYPE], schema: 'ReportAnswer' },
      status: 204,
      problems: [403, 404, 409, 413, 415, 422, 429],
    },
  },
  '/reports/{token}/photos': {
    post: {
      summary:
        'Adds a photo to a pending report. It is made anew as a JPEG of its pixels alone; the original is never stored.',
      tag: 'Reports',
      body: { types: PHOTO_TYPES, schema: 'Photo' },
      status: 201,
      answer: json('ReportPhoto'),
      problems: [403, 404, 409, 413, 415, 422, 429, 503],
    },
  },
  '/reports/{token}/photos/{id}': {
    get: {
      summary: 'A photo of the report, as it is kept.',
      tag: 'Reports',
      answer: jpeg,
      problems: [404],
    },
    delete: {
      summary: 'Erases a photo of a pending report.',
      tag: 'Reports',
      status: 204,
      problems: [403, 404, 409],
    },
  },
  '/photos/{id}': {
    get: {
      summary: 'A photo that an incident shows.',
      tag: 'Incidents',
      answer: jpeg,
      isConditional: true,
      problems: [404],
    },
  },
};
