import { say } from '../language/say-of-reports.ts';
import { type Mosaic, mosaic } from './mosaic.ts';

/** A photo as it was drawn on this device: upright, no larger than is kept, without what the camera wrote into it. */
export interface Photo {
  readonly id: number;
  readonly picture: HTMLCanvasElement;
  /** What may be painted over it, drawn once. */
  readonly cover: HTMLCanvasElement;
  readonly strokes: readonly Stroke[];
}

/** One movement of the brush, or one rectangle, in pixels of the picture. */
export type Stroke =
  | {
      readonly kind: 'brush';
      readonly width: number;
      readonly points: readonly (readonly [x: number, y: number])[];
    }
  | {
      readonly kind: 'rectangle';
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    };

/** As the server keeps them. */
const LONGEST_SIDE = 2048;
const JPEG_QUALITY = 0.88;
let lastId = 0;

/**
 * Reads a photo and draws it anew.
 * @throws Error in words for the person where this browser cannot read it.
 */
export async function readPhoto(file: Blob): Promise<Photo> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    const isHeic =
      /hei[cf]/i.test(file.type) || (file instanceof File && /\.hei[cf]$/i.test(file.name));
    throw new Error(isHeic ? say('photos.heic') : say('photos.unread'));
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const picture = canvas(Math.max(1, bitmap.width * scale), Math.max(1, bitmap.height * scale));
  const context = contextOf(picture);
  // What is see-through would come out black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, picture.width, picture.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, picture.width, picture.height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const cover = coverOf(mosaic(data, picture.width, picture.height), picture);
  return { id: ++lastId, picture, cover, strokes: [] };
}

/** Draws a photo with what was painted over it. */
export function drawPhoto(onto: HTMLCanvasElement, { picture, cover, strokes }: Photo): void {
  onto.width = picture.width;
  onto.height = picture.height;
  const context = contextOf(onto);
  context.drawImage(picture, 0, 0);
  const pattern = context.createPattern(cover, 'no-repeat');
  if (!pattern) return;
  context.fillStyle = pattern;
  context.strokeStyle = pattern;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) drawStroke(context, stroke);
}

/**
 * @returns the JPEG that is sent: pixels alone.
 * @throws Error in words for the person where this browser cannot write it.
 */
export async function jpegOf(photo: Photo): Promise<Blob> {
  const drawn = canvas(1, 1);
  drawPhoto(drawn, photo);
  const blob = await new Promise<Blob | null>((resolve) =>
    drawn.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  if (!blob) throw new Error(say('photos.notWritten'));
  return blob;
}

function drawStroke(context: CanvasRenderingContext2D, stroke: Stroke): void {
  if (stroke.kind === 'rectangle') {
    context.fillRect(stroke.left, stroke.top, stroke.width, stroke.height);
    return;
  }
  const [first, ...rest] = stroke.points;
  if (!first) return;
  context.lineWidth = stroke.width;
  context.beginPath();
  context.moveTo(...first);
  // A dot is a line to where it starts.
  for (const point of rest.length > 0 ? rest : [first]) context.lineTo(...point);
  context.stroke();
}

function coverOf({ rgba, columns, rows, side }: Mosaic, picture: HTMLCanvasElement) {
  const small = canvas(columns, rows);
  contextOf(small).putImageData(new ImageData(rgba, columns, rows), 0, 0);
  const cover = canvas(picture.width, picture.height);
  const context = contextOf(cover);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, columns * side, rows * side);
  return cover;
}

function canvas(width: number, height: number): HTMLCanvasElement {
  const made = document.createElement('canvas');
  made.width = Math.round(width);
  made.height = Math.round(height);
  return made;
}

function contextOf(of: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = of.getContext('2d');
  if (!context) throw new Error(say('photos.notDrawn'));
  return context;
}
