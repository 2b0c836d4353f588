import type { VerificationId } from '../../data/vocabulary/verifications.ts';

/**
 * How a mark is built, in a box of 32 by 32 units about its middle; the map draws it on a canvas, the
 * list as SVG. Hue says the family, the glyph the category, the fill how sure it is:
 *
 *     verified      corroborated    unverified     disputed       retracted
 *     solid         light core      hollow         two halves     crossed, muted
 */
export const BOX = 32;
export const MIDDLE = 16;
export const RADIUS = 13;
/** Land-coloured rim that keeps a mark apart from streets and from other marks. */
export const HALO = 1.5;
/** The glyph's 24 units are drawn at this scale. */
export const GLYPH_SCALE = 0.7;

export interface Fill {
  /** Colour of the disc's rim, in units; 0 where the disc is solid. */
  readonly rim: number;
  readonly disc: 'solid' | 'hollow' | 'halves';
  readonly muted: boolean;
}

export const FILLS: Readonly<Record<VerificationId, Fill>> = {
  verified: { rim: 0, disc: 'solid', muted: false },
  corroborated: { rim: 3.6, disc: 'hollow', muted: false },
  unverified: { rim: 1.6, disc: 'hollow', muted: false },
  disputed: { rim: 1.6, disc: 'halves', muted: false },
  retracted: { rim: 1.6, disc: 'hollow', muted: true },
};

/** The glyph is smaller where a broad rim leaves it less room. */
export function glyphScale(fill: Fill): number {
  return fill.rim > 3 ? GLYPH_SCALE * 0.9 : GLYPH_SCALE;
}

/** The cross of a retracted mark: from edge to edge at 45°. */
export const CROSS = 'M7 25L25 7';
