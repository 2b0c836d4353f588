import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { FamilyId } from '../../data/vocabulary/families.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { BOX } from '../marks/anatomy.ts';
import { drawCluster } from '../marks/cluster.ts';
import { MARK_COLOURS, type MarkColours } from '../marks/colours.ts';
import { drawMark, drawPendingMark } from '../marks/draw-mark.ts';

/**
 * Marks are images drawn on a canvas when the map first needs them: no sprite, no glyph server. The
 * name of an image says all that is drawn in it: `mark/light/shooting/disputed`,
 * `cluster/dark/43/12/gathering=8,damage=4`.
 */

const MARK_PX = 34;

export function markImage(
  category: CategoryId,
  verification: VerificationId,
  { theme }: MarkColours,
): string {
  return `mark/${theme}/${category}/${verification}`;
}

export function pendingImage(category: CategoryId, { theme }: MarkColours): string {
  return `pending/${theme}/${category}`;
}

/** Shares are drawn to a sixtieth: clusters that look alike share an image. */
export function clusterImage(
  diameter: number,
  count: number,
  shares: readonly { family: FamilyId; count: number }[],
  { theme }: MarkColours,
): string {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  const parts = shares.map(
    (share) => `${share.family}=${Math.max(1, Math.round((share.count / total) * 60))}`,
  );
  return `cluster/${theme}/${diameter}/${count}/${parts.join(',')}`;
}

export function ringImage(theme: Theme, kind: 'selected' | 'hovered'): string {
  return `ring/${theme}/${kind}`;
}

/** A line from the middle of the image to the edge of a mark that stands so far from it. */
export function leaderImage(right: number, down: number, { theme }: MarkColours): string {
  return `leader/${theme}/${right}/${down}`;
}

/** Draws each image that the style asks for and does not have. */
export function drawMissingImages(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((name) => {
    const scale = Math.max(2, Math.ceil(window.devicePixelRatio));
    const image = drawImage(name, scale);
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: scale });
  });
}

/** @returns the image of that name, at so many pixels of the canvas for one of the page. */
export function drawImage(name: string, scale: number): ImageData | null {
  const [kind, theme, first, second, third] = name.split('/');
  const colours = MARK_COLOURS[theme === 'dark' ? 'dark' : 'light'];
  switch (kind) {
    case 'mark':
      return canvas(MARK_PX, scale * (MARK_PX / BOX), scale, (context) =>
        drawMark(context, first as CategoryId, second as VerificationId, colours),
      );
    case 'pending':
      return canvas(MARK_PX, scale * (MARK_PX / BOX), scale, (context) =>
        drawPendingMark(context, first as CategoryId, colours),
      );
    case 'ring':
      return canvas(52, scale, scale, (context) => drawRing(context, first ?? '', colours));
    case 'leader': {
      const [right, down] = [Number(first), Number(second)];
      const size = 2 * Math.max(Math.abs(right), Math.abs(down)) + 8;
      return canvas(size, scale, scale, (context) =>
        drawLeader(context, size / 2, right, down, colours),
      );
    }
    case 'cluster': {
      const diameter = Number(first);
      const shares = (third ?? '').split(',').map((part) => {
        const [family, count] = part.split('=');
        return { family: family as FamilyId, count: Number(count) };
      });
      return canvas(diameter + 4, scale, scale, (context) =>
        drawCluster(context, diameter, Number(second), shares, colours),
      );
    }
    default:
      return null;
  }
}

/** The chosen incident's ring: accent on a rim of land, so that it shows on any ground. */
function drawRing(context: CanvasRenderingContext2D, kind: string, colours: MarkColours): void {
  const lines: [string, number][] =
    kind === 'selected'
      ? [
          [colours.halo, 7],
          [colours.accent, 3.5],
        ]
      : [
          [colours.halo, 5],
          [colours.ink, 2],
        ];
  for (const [colour, width] of lines) {
    context.beginPath();
    context.arc(26, 26, 21, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

function drawLeader(
  context: CanvasRenderingContext2D,
  middle: number,
  right: number,
  down: number,
  { halo, ink }: MarkColours,
): void {
  for (const [colour, width] of [
    [halo, 4],
    [ink, 1.5],
  ] as const) {
    context.beginPath();
    context.moveTo(middle, middle);
    context.lineTo(middle + right, middle + down);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  context.beginPath();
  context.arc(middle, middle, 3, 0, 2 * Math.PI);
  context.fillStyle = ink;
  context.fill();
}

function canvas(
  sizePx: number,
  unitScale: number,
  pixelRatio: number,
  draw: (context: CanvasRenderingContext2D) => void,
): ImageData {
  const element = document.createElement('canvas');
  element.width = Math.round(sizePx * pixelRatio);
  element.height = element.width;
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gave no 2D canvas to draw the marks on.');
  context.scale(unitScale, unitScale);
  draw(context);
  return context.getImageData(0, 0, element.width, element.height);
}
