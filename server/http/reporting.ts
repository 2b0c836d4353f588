import { MOST_PHOTO_BYTES, MOST_PHOTOS } from '../../data/incident/photo-limits.ts';
import { MOST_PHOTO_PIXELS, PHOTO_TYPES } from '../domain/photos.ts';
import type { Context } from './context.ts';
import type { ProofOfWork } from './proof-of-work.ts';
import { type Endpoint, endpoint } from './route.ts';
import { sendJson } from './send.ts';

/** `GET /api/reporting`: what a form must know before somebody fills it in. */
export function reportingEndpoint({ reporting }: Context, work: ProofOfWork): Endpoint {
  return endpoint(async (request, response) => {
    const [{ open, notice }, challenge] = await Promise.all([reporting.get(), work.challenge()]);
    response.setHeader('Cache-Control', 'no-store');
    sendJson(request, response, {
      open,
      notice,
      challenge,
      photos: {
        types: PHOTO_TYPES,
        mostBytes: MOST_PHOTO_BYTES,
        mostPixels: MOST_PHOTO_PIXELS,
        most: MOST_PHOTOS,
      },
    });
  });
}
