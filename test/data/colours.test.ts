import { describe, expect, it } from 'vitest';
import { paletteOf, palettes, type Theme } from '../../data/basemap/palette.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];
type Rgb = readonly [red: number, green: number, blue: number];

describe.each(THEMES)('colours of the %s theme', (theme) => {
  const { land, water, park } = palettes[theme];

  it.each(FAMILIES.map((family) => [family.label, family[theme]]))(
    '%s stands out from land, water and parks at 3:1 (WCAG 2.2, 1.4.11)',
    (_label, colour) => {
      for (const ground of [land, water, park]) {
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it.each([
    ['normal sight', null],
    ['protanopia', PROTANOPIA],
    ['deuteranopia', DEUTERANOPIA],
    ['tritanopia', TRITANOPIA],
  ] as const)('no two families look alike with %s (CIE76 of 16 or more)', (_name, sight) => {
    const seen = FAMILIES.map((family) => lab(through(sight, linear(family[theme]))));
    const distances = seen.flatMap((one, i) => seen.slice(i + 1).map((other) => apart(one, other)));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(16);
  });

  it('names on the map reach 7:1 for whoever asks for more contrast (WCAG 2.2, 1.4.6)', () => {
    const strong = paletteOf(theme, 'more');
    expect(contrast(strong.label, strong.land)).toBeGreaterThanOrEqual(7);
    expect(contrast(strong.waterLabel, strong.water)).toBeGreaterThanOrEqual(7);
    expect(contrast(strong.parkLabel, strong.park)).toBeGreaterThanOrEqual(7);
    expect(contrast(strong.limits, strong.land)).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG 2.2, relative luminance. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = linear(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** sRGB to linear light (IEC 61966-2-1). */
function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
}

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear light. */
const PROTANOPIA = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const DEUTERANOPIA = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const TRITANOPIA = [
  [1.255528, -0.076749, -0.178779],
  [-0.078411, 0.930809, 0.147602],
  [0.004733, 0.691367, 0.3039],
];

function through(sight: readonly (readonly number[])[] | null, colour: Rgb): Rgb {
  if (sight === null) return colour;
  return sight.map((row) => {
    const sum = row.reduce((total, weight, i) => total + weight * (colour[i] ?? 0), 0);
    return Math.min(1, Math.max(0, sum));
  }) as unknown as Rgb;
}

/** CIE 1976 L*a*b*, white point D65. */
function lab([red, green, blue]: Rgb): Rgb {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883;
  const f = (t: number): number =>
    t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29;
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

function apart(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
