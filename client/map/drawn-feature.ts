import type { SingleFeature, ViewFeature } from '../api/answer.ts';

/** Pixels to the right and down from where an incident is to where its mark is drawn. */
export type Apart = readonly [right: number, down: number];

/** A place on the screen, in pixels of the map's container. */
export interface Pixels {
  readonly x: number;
  readonly y: number;
}

/** A feature as it is drawn: what shares a point with few others stands apart from it. */
export type DrawnFeature =
  | ViewFeature
  | (SingleFeature & {
      readonly apart: Apart;
      /** True for one of them, which draws for all what lies on the ground. */
      readonly isFirst: boolean;
    });

/** What is drawn in place of an answer's features. */
export interface Spread {
  readonly of: readonly ViewFeature[];
  readonly drawn: readonly DrawnFeature[];
}

export function apartOf(feature: DrawnFeature): Apart {
  return 'apart' in feature ? feature.apart : [0, 0];
}

/** @returns where a mark is drawn that stands apart from its place. */
export function drawnAt({ x, y }: Pixels, [right, down]: Apart): Pixels {
  return { x: x + right, y: y + down };
}
