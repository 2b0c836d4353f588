/** Pixels to the east and to the south. */
export type Shift = readonly [x: number, y: number];

const ARROWS: Readonly<Record<string, Shift>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** @returns what an arrow moves by, and less with Shift held; null for any other key. */
export function arrowOf({ key, shiftKey }: KeyboardEvent, pixels: number): Shift | null {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  const by = shiftKey ? pixels / 10 : pixels;
  return [arrow[0] * by, arrow[1] * by];
}

/** Pixels that the map moves by with one press of an arrow. */
const PAN_PX = 40;

/**
 * What a key does over the map while an area is drawn; null where it is none of ours. A key that is held
 * down repeats itself: it moves the map on and goes on stepping back, and puts one corner.
 */
export function keyAct(event: KeyboardEvent): 'put' | 'held' | 'back' | Shift | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Enter' || event.key === ' ') return event.repeat ? 'held' : 'put';
  if (event.key === 'Backspace') return 'back';
  return arrowOf(event, PAN_PX);
}

/**
 * Where a key leads among the corners, which arrows move.
 * @param index of the corner that has the focus.
 */
export function cornerOfKey({ key }: KeyboardEvent, index: number, count: number): number | null {
  switch (key) {
    case 'PageDown':
      return (index + 1) % count;
    case 'PageUp':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
