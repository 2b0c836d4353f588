import { readFileSync } from 'node:fs';
import sharp, { type OverlayOptions } from 'sharp';
import { SIZES } from './state.ts';

const GAP_PX = 24;
const GROUND = '#808080';
const STRIP_COLUMNS = 4;
const STRIP_FRAME_PX = 480;

/** Puts rows of pictures on one sheet, each as large as on its screen. */
export async function writeSheet(
  rows: readonly (readonly string[])[],
  path: string,
): Promise<void> {
  const overlays: OverlayOptions[] = [];
  let [width, top] = [0, GAP_PX];
  for (const row of rows.filter(({ length }) => length > 0)) {
    let [left, tallest] = [GAP_PX, 0];
    for (const picture of row) {
      const { data, info } = await asOnScreen(picture);
      overlays.push({ input: data, left, top });
      left += info.width + GAP_PX;
      tallest = Math.max(tallest, info.height);
    }
    width = Math.max(width, left);
    top += tallest + GAP_PX;
  }
  await writeOver(overlays, { width, height: top }, path);
}

/** Puts frames into one picture, in rows, the first at the top left. */
export async function writeStrip(frames: readonly Buffer[], path: string): Promise<void> {
  const overlays: OverlayOptions[] = [];
  let height = 0;
  for (const [index, frame] of frames.entries()) {
    const { data, info } = await sharp(frame)
      .resize({ width: STRIP_FRAME_PX })
      .toBuffer({ resolveWithObject: true });
    const [row, column] = [Math.floor(index / STRIP_COLUMNS), index % STRIP_COLUMNS];
    const top = GAP_PX + row * (info.height + GAP_PX);
    overlays.push({ input: data, left: GAP_PX + column * (STRIP_FRAME_PX + GAP_PX), top });
    height = top + info.height + GAP_PX;
  }
  const width = GAP_PX + STRIP_COLUMNS * (STRIP_FRAME_PX + GAP_PX);
  await writeOver(overlays, { width, height }, path);
}

/** A phone's picture has several pixels for one of its layout. */
async function asOnScreen(path: string) {
  const name = /-(\d+)-(?:light|dark)\.png$/.exec(path)?.[1];
  const size = SIZES.find(({ width }) => String(width) === name);
  // From a buffer: the server, in this process, has forbidden to read pictures from files.
  const picture = sharp(readFileSync(path));
  const { width = 0 } = await picture.metadata();
  // A strip has a width of its own.
  const resized = width === (size?.width ?? 0) * 2 ? picture.resize({ width: width / 2 }) : picture;
  return resized.toBuffer({ resolveWithObject: true });
}

async function writeOver(
  overlays: OverlayOptions[],
  size: { width: number; height: number },
  path: string,
): Promise<void> {
  await sharp({ create: { ...size, channels: 3, background: GROUND } })
    .composite(overlays)
    .png({ compressionLevel: 6 })
    .toFile(path);
}
