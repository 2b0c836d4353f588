import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { BOX, CROSS, FILLS, glyphScale, HALO, MIDDLE, RADIUS } from './anatomy.ts';
import { familyOf, type MarkColours } from './colours.ts';
import { GLYPHS } from './glyphs.ts';

const TURN = 2 * Math.PI;

/**
 * Draws the mark of one incident.
 * @param context scaled so that the box of 32 units is what is to be filled.
 */
export function drawMark(
  context: CanvasRenderingContext2D,
  category: CategoryId,
  verification: VerificationId,
  colours: MarkColours,
): void {
  const fill = FILLS[verification];
  const hue = fill.muted ? colours.muted : colours.family[familyOf(category)];
  disc(context, RADIUS + HALO, colours.halo);
  disc(context, RADIUS, hue);
  if (fill.disc === 'hollow') disc(context, RADIUS - fill.rim, colours.core);
  if (fill.disc === 'halves') half(context, RADIUS - fill.rim, colours.core);
  const scale = glyphScale(fill);
  if (fill.disc === 'halves') {
    clipped(context, 'left', () => drawGlyph(context, category, colours.onSolid, scale));
    clipped(context, 'right', () => drawGlyph(context, category, hue, scale));
  } else {
    drawGlyph(context, category, fill.disc === 'solid' ? colours.onSolid : hue, scale);
  }
  if (fill.muted) {
    context.lineCap = 'round';
    line(context, CROSS, colours.halo, 5);
    line(context, CROSS, hue, 2.2);
  }
}

/** The mark of a reporter's own pending report: dashed, for them alone. */
export function drawPendingMark(
  context: CanvasRenderingContext2D,
  category: CategoryId,
  colours: MarkColours,
): void {
  const hue = colours.family[familyOf(category)];
  disc(context, RADIUS + HALO, colours.halo);
  disc(context, RADIUS, colours.core);
  context.setLineDash([4, 3.3]);
  context.lineWidth = 2;
  context.strokeStyle = hue;
  context.beginPath();
  context.arc(MIDDLE, MIDDLE, RADIUS - 1, 0, TURN);
  context.stroke();
  context.setLineDash([]);
  drawGlyph(context, category, hue, glyphScale(FILLS.unverified));
}

function drawGlyph(
  context: CanvasRenderingContext2D,
  category: CategoryId,
  colour: string,
  scale: number,
): void {
  const glyph = GLYPHS[category];
  context.save();
  context.translate(MIDDLE - 12 * scale, MIDDLE - 12 * scale);
  context.scale(scale, scale);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (glyph.fills) {
    context.fillStyle = colour;
    context.fill(new Path2D(glyph.fills), 'evenodd');
  }
  if (glyph.lines) line(context, glyph.lines, colour, 2);
  context.restore();
}

function disc(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(MIDDLE, MIDDLE, radius, 0, TURN);
  context.fill();
}

/** The right half of the disc. */
function half(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(MIDDLE, MIDDLE, radius, -TURN / 4, TURN / 4);
  context.fill();
}

function clipped(
  context: CanvasRenderingContext2D,
  side: 'left' | 'right',
  draw: () => void,
): void {
  context.save();
  context.beginPath();
  context.rect(side === 'left' ? 0 : MIDDLE, 0, MIDDLE, BOX);
  context.clip();
  draw();
  context.restore();
}

function line(
  context: CanvasRenderingContext2D,
  path: string,
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(new Path2D(path));
}
