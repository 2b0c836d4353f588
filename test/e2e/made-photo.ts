import sharp from 'sharp';

/** What a phone would write into a photo. */
const CAMERA = 'Secret Camera 9000';
const STRIPES = 15;
const STRIPE_PX = 20;

/** @returns a JPEG, 1600 × 1200, black stripes in its white middle, taken at 44°56′54″ N, 93°15′46″ W. */
export function madePhoto(): Promise<Buffer> {
  const black = { width: STRIPE_PX / 2, height: 300, channels: 3 as const, background: '#000' };
  const stripes = Array.from({ length: STRIPES }, (_, index) => ({
    input: { create: black },
    left: 650 + index * STRIPE_PX,
    top: 450,
  }));
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#fff' } })
    .composite(stripes)
    .withExif({
      IFD0: { Model: CAMERA },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '44/1 56/1 54/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '93/1 15/1 46/1',
      },
    })
    .jpeg()
    .toBuffer();
}

/** @returns how far dark and light lie apart in the middle of a JPEG (0 to 255), and whether it tells of its camera. */
export async function middleOf(jpeg: Buffer): Promise<{ contrast: number; hasCamera: boolean }> {
  const { width, height } = await sharp(jpeg).metadata();
  const { data } = await sharp(jpeg)
    .greyscale()
    .extract({ left: width / 2 - 20, top: height / 2 - 20, width: 40, height: 40 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    contrast: Math.max(...data) - Math.min(...data),
    hasCamera: jpeg.includes(CAMERA) || jpeg.includes('Exif'),
  };
}
