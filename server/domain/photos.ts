import sharp from 'sharp';
import type { PhotoStore, ReportPhoto } from './ports/photo-store.ts';
import type { ReporterOutcome } from './ports/report-store.ts';
import { newId } from './secrets.ts';
import type { Surroundings } from './surroundings.ts';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const MOST_PHOTO_PIXELS = 40_000_000;
/** A published photo is no larger: enough to see what happened, less to tell faces and plates by. */
const LONGEST_SIDE = 2048;
const JPEG_QUALITY = 82;
/** Photos that are decoded at a time: one takes up to 160 MB. Others wait. */
const AT_A_TIME = 2;
const DECODE_SECONDS = 20;

// Nothing but these three is ever decoded, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// Decoded pixels of one reporter stay in no cache.
sharp.cache(false);

/**
 * `type`: none of the three kinds; `heic`: as iPhones take them; `animated`: several frames; `pixels`:
 * too many; `broken`: cannot be read.
 */
export type PhotoRefusal = 'type' | 'heic' | 'animated' | 'pixels' | 'broken';

export interface CleanPhoto {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes a photo anew: upright, at most 2048 pixels a side, sRGB, as a JPEG of its pixels alone. No
 * metadata, profile, preview or appended file of the original is in it; the original is never stored.
 * @param bytes at most MOST_PHOTO_BYTES; what kind they are is told by themselves alone.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanPhoto | PhotoRefusal> {
  const kind = kindOf(bytes);
  if (kind !== 'photo') return kind;
  return inTurn(() => madeAnew(bytes));
}

/** Adds a cleaned photo to a pending report. */
export async function addPhoto(
  tokenHash: string,
  { jpeg, width, height }: CleanPhoto,
  { photos, surroundings }: { readonly photos: PhotoStore; readonly surroundings: Surroundings },
): Promise<
  { outcome: 'done'; photo: ReportPhoto } | { outcome: Exclude<ReporterOutcome, 'done'> }
> {
  const photo = { id: newId(surroundings), width, height };
  const outcome = await photos.add(tokenHash, { ...photo, jpeg });
  return outcome === 'done' ? { outcome, photo } : { outcome };
}

async function madeAnew(bytes: Uint8Array): Promise<CleanPhoto | PhotoRefusal> {
  try {
    const image = sharp(bytes, {
      limitInputPixels: MOST_PHOTO_PIXELS,
      failOn: 'error',
      sequentialRead: true,
    });
    const { width, height, pages = 1 } = await image.metadata();
    if (pages > 1) return 'animated';
    if (width * height > MOST_PHOTO_PIXELS) return 'pixels';
    const { data, info } = await image
      .timeout({ seconds: DECODE_SECONDS })
      .autoOrient()
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? 'pixels' : 'broken';
  }
}

/** By its first bytes (WHATWG MIME Sniffing §6.1): what was declared is not asked. */
function kindOf(bytes: Uint8Array): 'photo' | 'type' | 'heic' | 'animated' {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString(
    'latin1',
  );
  if (text.startsWith('\xff\xd8\xff')) return 'photo';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return isAnimatedPng(bytes) ? 'animated' : 'photo';
  if (/^RIFF.{4}WEBPVP8/s.test(text)) return 'photo';
  if (/^.{4}ftyp(?:hei|hev|mif1|msf1)/s.test(text)) return 'heic';
  return 'type';
}

/** APNG: `acTL` comes before the first `IDAT`; the decoder would show its first frame alone. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const control = file.indexOf('acTL', 8, 'latin1');
  const data = file.indexOf('IDAT', 8, 'latin1');
  return control >= 0 && (data < 0 || control < data);
}

let underWay = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when fewer than AT_A_TIME others run. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= AT_A_TIME) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay--;
  }
}
