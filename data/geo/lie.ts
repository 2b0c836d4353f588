/** How a part of the map lies to a box or an area: none of it inside, part of it, or all of it. */
export const OUTSIDE = 0;
export const PARTLY = 1;
export const INSIDE = 2;
export type Lie = typeof OUTSIDE | typeof PARTLY | typeof INSIDE;
