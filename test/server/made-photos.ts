import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

const SIZE = { width: 640, height: 480 };

/** A JPEG that says in every place for metadata where it was taken and by whom. */
export async function photoWithMetadata(marker: string): Promise<Buffer> {
  const jpeg = await plainPhoto()
    .withIccProfile('p3')
    .withExif({
      IFD0: { Artist: `${marker}-exif`, ImageDescription: `${marker}-exif`, Make: 'Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 58/1 40/1' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${marker}-xmp"/></rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return withSegments(jpeg, marker);
}

/** As a camera held upright writes it: the pixels lie on their side. */
export function plainPhoto(changed: Partial<typeof SIZE> = {}): Sharp {
  const { width, height } = { ...SIZE, ...changed };
  return sharp({ create: { width, height, channels: 3, background: '#4a6fa5' } });
}

/** A PNG that says it is as large as this, with hardly a byte of pixels. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An APNG of two frames. */
export async function animatedPng(): Promise<Buffer> {
  const png = await plainPhoto().png().toBuffer();
  const control = Buffer.alloc(8);
  control.writeUInt32BE(2, 0);
  // After the signature (8 bytes) and IHDR (25 bytes).
  return Buffer.concat([png.subarray(0, 33), chunk('acTL', control), png.subarray(33)]);
}

export async function animatedWebp(): Promise<Buffer> {
  const frames = Buffer.concat([Buffer.alloc(16 * 16 * 3, 10), Buffer.alloc(16 * 16 * 3, 200)]);
  return sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
}

/** Adds IPTC (APP13), a comment (COM), and a file hung on behind the picture. */
function withSegments(jpeg: Buffer, marker: string): Buffer {
  const iptc = Buffer.from(
    `Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x20\x1c\x02\x50${marker}-iptc`,
    'latin1',
  );
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xed, iptc),
    segment(0xfe, Buffer.from(`${marker}-comment`)),
    jpeg.subarray(2),
    Buffer.from(`PK\x03\x04${marker}-appended<script>alert(1)</script>`, 'latin1'),
  ]);
}

function segment(type: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, type, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([head, named, sum]);
}

/** CRC-32 of PNG (ISO 3309). */
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
