import type { CategoryId } from '../../data/vocabulary/categories.ts';

/** A drawing in a box of 24 by 24 units: lines of 2 units with round ends, and filled shapes. */
export interface Glyph {
  readonly lines?: string;
  readonly fills?: string;
}

/** What the category of a mark looks like inside it: never the hue alone. SVG path data. */
export const GLYPHS: Readonly<Record<CategoryId, Glyph>> = {
  protest: {
    lines: 'M18.5 8.5a5 5 0 0 1 0 7M8 14.5l1.5 5',
    fills: 'M4 9.5h4.5L16 5.2v13.6L8.5 14.5H4z',
  },
  vigil: {
    lines: 'M8 20.5h8',
    fills:
      'M9.5 11.5h5v8h-5zM12 2.5c2 2.4 2.8 3.6 2.8 4.9a2.8 2.8 0 0 1-5.6 0C9.2 6.1 10 4.9 12 2.5z',
  },
  unlawful_assembly: {
    fills:
      'M12 4a2.6 2.6 0 1 1 0 5.2A2.6 2.6 0 0 1 12 4zM5.8 7.5a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM18.2 7.5a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM12 10.6c2.6 0 4.2 1.7 4.2 4.6V19H7.8v-3.8c0-2.9 1.6-4.6 4.2-4.6zM2.5 18v-2c0-2.1 1.3-3.3 3.4-3.3V18zM21.5 18v-2c0-2.1-1.3-3.3-3.4-3.3V18z',
  },
  police_force: {
    lines: 'M12 3.5l7 2.6v5c0 4.6-2.9 7.6-7 9.4-4.1-1.8-7-4.8-7-9.4v-5zM12 8v8M8.5 11.5h7',
  },
  shooting: {
    lines: 'M12 3l9.5 17h-19zM12 9.5v4',
    fills: 'M12 15.2a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z',
  },
  other_violence: {
    fills:
      'M12 2l2.3 5.6L20 5.3l-2.3 5.5L23 13l-5.5 2 2 5.5-5.3-2.5L12 23l-2.2-5-5.3 2.5 2-5.5L1 13l5.3-2.2L4 5.3l5.7 2.3z',
  },
  detention: {
    lines:
      'M7.5 9.5a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM16.5 9.5a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM9.5 6.5h5M7.5 9.5l2-3M16.5 9.5l-2-3',
  },
  raid: {
    lines: 'M7 20.5v-17h10v17M4 20.5h16',
    fills: 'M13.7 11a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z',
  },
  stop: { lines: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM8 12h8' },
  property_damage: {
    lines: 'M4.5 4.5h15v15h-15zM13 4.5l-3 5.5 4 3-3 6.5M4.5 12l5.5-2M14 13l5.5 1',
  },
  vehicle_collision: {
    lines: 'M5.5 11l1.8-4.5h9.4L18.5 11',
    fills: 'M3.5 11h17v6h-1.5v2h-3v-2H8v2H5v-2H3.5zM6.5 13v1.8h2.5V13zM15 13v1.8h2.5V13z',
  },
  statement_place: { lines: 'M6.5 3.5h8l4 4v13h-12zM10 11.5h5M10 15.5h5' },
  court_decision: {
    lines: 'M12 3.5v17M7.5 20.5h9M4.5 7h15M5.5 7L3 13h5.5zM18.5 7L16 13h5.5z',
  },
  public_event: { lines: 'M4.5 6h15v14h-15zM4.5 11h15M8.5 3.5v4M15.5 3.5v4' },
  other: {
    fills:
      'M6 10.2a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM12 10.2a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM18 10.2a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8z',
  },
};
