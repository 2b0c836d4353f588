import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Bbox, bboxHas, parseBbox, splitBbox } from '../../../data/geo/bbox.ts';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const bboxes = fc
  .tuple(longitude, latitude, longitude, latitude)
  .map(([west, a, east, b]): Bbox => [west, Math.min(a, b), east, Math.max(a, b)]);

describe('reading a bbox', () => {
  test.each([
    ['-93.4,44.8,-93.1,45.1', [-93.4, 44.8, -93.1, 45.1]],
    ['170,-10,-170,10', [170, -10, -170, 10]],
    ['-93.265,44.9778,-93.265,44.9778', [-93.265, 44.9778, -93.265, 44.9778]],
    ['-93.4,44.8,0,-93.1,45.1,500', [-93.4, 44.8, -93.1, 45.1]],
    ['-180,-90,180,90', [-180, -90, 180, 90]],
    ['-1e1,.5,1E1,1.', [-10, 0.5, 10, 1]],
  ])('takes %s', (text, bbox) => expect(parseBbox(text)).toEqual(bbox));

  test.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    '-93,,-92,45',
    '-93,44,-92,45,',
    '-93;44;-92;45',
    'a,b,c,d',
    'NaN,44,-92,45',
    'Infinity,44,-92,45',
    '-1e999,44,-92,45',
    '0x10,44,0x20,45',
    ' -93,44,-92,45',
    '-93,44,-92,91',
    '-93,46,-92,45',
    '-181,44,-92,45',
  ])('refuses %j', (text) => expect(parseBbox(text)).toBeNull());

  it('gives back what a box was written as', () => {
    fc.assert(
      fc.property(bboxes, (bbox) => parseBbox(bbox.join(','))?.every(sameAs(bbox)) === true),
    );
  });
});

describe('what a box holds', () => {
  test.each([
    ['inside', [-93, 44, -92, 45], -92.5, 44.5, true],
    ['on the western edge', [-93, 44, -92, 45], -93, 44.5, true],
    ['on the north-eastern corner', [-93, 44, -92, 45], -92, 45, true],
    ['east of it', [-93, 44, -92, 45], -91.999, 44.5, false],
    ['south of it', [-93, 44, -92, 45], -92.5, 43.999, false],
    ['across the antimeridian', [170, -10, -170, 10], 180, 0, true],
    ['west of the antimeridian, in the box', [170, -10, -170, 10], 175, 0, true],
    ['the long way round', [170, -10, -170, 10], 0, 0, false],
  ] as const)('%s', (_name, bbox, x, y, has) => expect(bboxHas(bbox, x, y)).toBe(has));

  it('is what its halves hold together', () => {
    fc.assert(
      fc.property(bboxes, longitude, latitude, (bbox, x, y) => {
        const halves = splitBbox(bbox);
        expect(halves.every(([west, , east]) => west <= east)).toBe(true);
        expect(halves.some((half) => bboxHas(half, x, y))).toBe(bboxHas(bbox, x, y));
      }),
    );
  });
});

/** Zero and minus zero are one place. */
function sameAs(bbox: Bbox): (value: number, index: number) => boolean {
  return (value, index) => value === bbox[index];
}
