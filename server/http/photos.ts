import type { Response } from 'express';
import { MOST_PHOTO_BYTES, MOST_PHOTOS } from '../../data/incident/photo-limits.ts';
import {
  addPhoto,
  cleanPhoto,
  MOST_PHOTO_PIXELS,
  PHOTO_TYPES,
  type PhotoRefusal,
} from '../domain/photos.ts';
import { reporterView, tokenHashOf } from '../domain/reporter.ts';
import { readBytes } from './body.ts';
import { isNamed } from './conditional.ts';
import type { Context } from './context.ts';
import type { Links } from './links.ts';
import { HttpProblem, type ProblemCode } from './problem.ts';
import { coded, refuse, unknownReport } from './reports.ts';
import { type Endpoint, type Endpoints, endpoint, pathParameter } from './route.ts';
import { sendJson } from './send.ts';

const JPEG = 'image/jpeg';
/** Photos that are read or made anew at a time, all together: each may take 10 MiB before its turn. */
const MOST_AT_ONCE = 24;
const TAKEN = `Taken are ${PHOTO_TYPES.join(', ')}.`;

/** `POST /api/reports/{token}/photos`: the body is one photo; what kind it is, its bytes say. */
export function addPhotoEndpoint(context: Context, links: Links): Endpoint {
  let underWay = 0;
  return endpoint(async (request, response) => {
    const token = pathParameter(request, 'token');
    const tokenHash = tokenHashOf(token);
    const report = await reporterView(token, context);
    // Asked before the body is read, and once more when the photo is stored.
    if (!report || tokenHash === null) throw unknownReport();
    if (report.status !== 'pending') refuse('decided');
    if (report.photos.length >= MOST_PHOTOS) throw full();
    checkType(request.headers['content-type']);
    if (underWay >= MOST_AT_ONCE) {
      const detail = 'Many photos are coming in; send this one again in a moment.';
      throw new HttpProblem(503, detail, [], { 'Retry-After': '5' });
    }
    underWay++;
    const clean = await readBytes(request, MOST_PHOTO_BYTES)
      .then(cleanPhoto)
      .finally(() => underWay--);
    if (typeof clean === 'string') throw refused(clean);
    const added = await addPhoto(tokenHash, clean, context);
    if (added.outcome === 'full') throw full();
    if (added.outcome !== 'done') {
      refuse(added.outcome);
      return;
    }
    const { photo } = added;
    const href = links.to(`/api/reports/${token}/photos/${photo.id}`);
    response.status(201);
    response.setHeader('Location', href);
    response.setHeader('Cache-Control', 'no-store');
    sendJson(request, response, { ...photo, href });
  });
}

/** `/api/reports/{token}/photos/{id}`: as it is kept, for its reporter; DELETE erases it. */
export function ownPhotoEndpoints({ photos }: Context): Endpoints {
  return {
    GET: endpoint(async (request, response) => {
      const tokenHash = tokenHashOf(pathParameter(request, 'token'));
      const id = pathParameter(request, 'id');
      const jpeg = tokenHash === null ? null : await photos.ofToken(tokenHash, id);
      if (!jpeg) throw unknownReport();
      response.setHeader('Cache-Control', 'no-store');
      sendJpeg(response, jpeg);
    }),
    DELETE: endpoint(async (request, response) => {
      const tokenHash = tokenHashOf(pathParameter(request, 'token'));
      const id = pathParameter(request, 'id');
      refuse(tokenHash === null ? 'unknown' : await photos.remove(tokenHash, id));
      response.status(204).end();
    }),
  };
}

/**
 * `GET /api/photos/{id}`: a photo that an incident shows. Its bytes never change, and yet it is asked
 * for each time: a photo that was taken back must be gone from every browser.
 */
export function publishedPhotoEndpoint({ photos }: Context): Endpoint {
  return endpoint(async (request, response) => {
    const id = pathParameter(request, 'id');
    const jpeg = await photos.published(id);
    if (!jpeg) throw new HttpProblem(404, 'There is no such photo.');
    response.setHeader('ETag', `"${id}"`);
    response.setHeader('Cache-Control', 'no-cache');
    if (isNamed(`"${id}"`, request.headers['if-none-match'])) {
      response.status(304).end();
      return;
    }
    sendJpeg(response, jpeg);
  });
}

export function sendJpeg(response: Response, jpeg: Uint8Array): void {
  response.setHeader('Content-Type', JPEG);
  response.setHeader('Content-Length', jpeg.length);
  response.end(jpeg);
}

function checkType(header = ''): void {
  const type = header.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^image\/hei[cf]/.test(type)) throw refused('heic');
  if (!PHOTO_TYPES.some((taken) => taken === type)) throw refused('type');
}

function full(): HttpProblem {
  return coded(409, `A report holds at most ${MOST_PHOTOS} photos; take one away first.`, 'full');
}

function refused(refusal: PhotoRefusal): HttpProblem {
  switch (refusal) {
    case 'type':
      return notTaken('That is no photo that this map takes.', 'no_photo');
    case 'heic':
      return notTaken(
        'That is a HEIC photo, which this map cannot read. On an iPhone choose Settings, Camera, Formats, Most Compatible; or send a screenshot of it.',
        'heic',
      );
    case 'animated':
      return notTaken('Moving pictures are not taken.', 'moving_picture');
    case 'pixels':
      return coded(
        413,
        `The photo has over ${MOST_PHOTO_PIXELS / 1e6} million pixels; make it smaller.`,
        'too_many_pixels',
      );
    case 'broken':
      return coded(
        422,
        'The photo is damaged or cut short; save it anew and try again.',
        'broken_photo',
      );
  }
}

function notTaken(words: string, code: ProblemCode): HttpProblem {
  const accept = { 'Accept-Post': PHOTO_TYPES.join(', ') };
  return new HttpProblem(415, `${words} ${TAKEN}`, [], accept, { code });
}
