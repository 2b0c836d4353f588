import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPhoto } from '../../../server/domain/photos.ts';
import {
  animatedPng,
  animatedWebp,
  photoWithMetadata,
  plainPhoto,
  pngBomb,
} from '../made-photos.ts';

async function clean(bytes: Uint8Array) {
  const photo = await cleanPhoto(bytes);
  if (typeof photo === 'string') throw new Error(photo);
  return photo;
}

describe('a photo', () => {
  it('keeps its pixels and nothing else', async () => {
    const taken = await photoWithMetadata('MARKER');
    for (const kind of ['exif', 'xmp', 'iptc', 'comment', 'appended']) {
      expect(taken.includes(`MARKER-${kind}`), kind).toBe(true);
    }
    const { jpeg } = await clean(taken);
    expect(Buffer.from(jpeg).includes('MARKER')).toBe(false);
    const { exif, icc, xmp, iptc, tifftagPhotoshop, orientation, format, space } =
      await sharp(jpeg).metadata();
    expect({ exif, icc, xmp, iptc, tifftagPhotoshop, orientation }).toEqual({});
    expect({ format, space }).toEqual({ format: 'jpeg', space: 'srgb' });
    expect(Buffer.from(jpeg).subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  it('stands upright, as it was held', async () => {
    expect(await clean(await photoWithMetadata('x'))).toMatchObject({ width: 480, height: 640 });
  });

  it('is made smaller where it is large, and never larger', async () => {
    const large = await plainPhoto({ width: 4000, height: 1000 }).jpeg().toBuffer();
    expect(await clean(large)).toMatchObject({ width: 2048, height: 512 });
    const small = await plainPhoto({ width: 40, height: 10 }).png().toBuffer();
    expect(await clean(small)).toMatchObject({ width: 40, height: 10 });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('may be a %s', async (format) => {
    const { jpeg } = await clean(await plainPhoto().toFormat(format).toBuffer());
    expect((await sharp(jpeg).metadata()).format).toBe('jpeg');
  });

  it('stands on white where it was see-through', async () => {
    const seeThrough = { width: 8, height: 8, channels: 4, background: '#00000000' } as const;
    const { jpeg } = await clean(await sharp({ create: seeThrough }).png().toBuffer());
    const { dominant } = await sharp(jpeg).stats();
    expect(dominant.r).toBeGreaterThan(240);
  });
});

describe('what is no photo that is taken', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'type'],
    ['an SVG', () => Buffer.from(svg), 'type'],
    ['an SVG behind an XML declaration', () => Buffer.from(`<?xml version="1.0"?>${svg}`), 'type'],
    ['a GIF', () => plainPhoto().gif().toBuffer(), 'type'],
    ['a TIFF', () => plainPhoto().tiff().toBuffer(), 'type'],
    ['an AVIF', () => plainPhoto({ width: 64, height: 64 }).avif().toBuffer(), 'type'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%\xff\xd8\xff\n1 0 obj<<>>endobj', 'latin1'), 'type'],
    [
      'a PDF with a JPEG inside',
      async () => Buffer.concat([Buffer.from('%PDF-1.4\n'), await plainPhoto().jpeg().toBuffer()]),
      'type',
    ],
    ['a HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['an animated WebP', animatedWebp, 'animated'],
    ['an animated PNG', animatedPng, 'animated'],
    ['a PNG of 3.6 billion pixels', () => pngBomb(60_000, 60_000), 'pixels'],
    ['a PNG of 41 million pixels', () => pngBomb(8200, 5000), 'pixels'],
    ['a PNG that ends too early', () => pngBomb(2000, 2000), 'broken'],
    ['the head of a JPEG alone', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'broken'],
    [
      'a JPEG cut in half',
      async () => (await plainPhoto({ width: 900 }).jpeg().toBuffer()).subarray(0, 2000),
      'broken',
    ],
    [
      'a JPEG that goes on as an SVG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)]),
      'broken',
    ],
  ])('is told apart: %s', async (_name, bytes, refusal) => {
    expect(await cleanPhoto(await bytes())).toBe(refusal);
  });
});

it('makes many photos at a time, each whole', async () => {
  const taken = await plainPhoto({ width: 3000, height: 2000 }).jpeg().toBuffer();
  const photos = await Promise.all(Array.from({ length: 12 }, () => clean(taken)));
  expect(new Set(photos.map(({ width, height }) => `${width}×${height}`))).toEqual(
    new Set(['2048×1365']),
  );
});
