import { INSIDE, type Lie, OUTSIDE, PARTLY } from '../geo/lie.ts';
import type { Pass } from './pass.ts';
import { type PlaceNode, pagesIn, sizeOf } from './place-tree.ts';

/** A square that is to be counted. */
interface Square {
  readonly node: PlaceNode;
  /** How the square that it is a quarter of lies to the box and to the area. */
  readonly box: Lie;
  readonly area: Lie;
  /** False where the timeline has its rows already. */
  readonly begins: boolean;
}

/** Counts the map, each square from its digest where it has one and that will do; a square or a page a step. */
export function* countSquares(
  pass: Pass,
  root: PlaceNode,
  hasDigests: boolean,
): Generator<void, void, void> {
  const waiting: Square[] = [{ node: root, box: PARTLY, area: PARTLY, begins: pass.countsBegins }];
  for (let square = waiting.pop(); square; square = waiting.pop()) {
    const { node } = square;
    const area = square.area === PARTLY ? pass.areaLieOf(node) : square.area;
    if (area === OUTSIDE) continue;
    const box = square.box === PARTLY ? pass.lieOf(node.x, node.y, sizeOf(node)) : square.box;
    let begins = square.begins && box !== OUTSIDE;
    if (hasDigests && node.digest && box !== PARTLY && area === INSIDE) {
      if (begins && pass.addBeginsOf(node.digest)) begins = false;
      const counted = pass.addSquare(node, node.digest, box);
      yield;
      if (counted) {
        const cuts = pass.cuts(node.digest);
        for (const page of cuts || begins ? pagesIn(node) : []) {
          if (cuts) pass.addPlaced(page, node.level, box, false, counted);
          if (begins) pass.addBegins(page);
          yield;
        }
        continue;
      }
    }
    for (const child of node.children ?? []) waiting.push({ node: child, box, area, begins });
    for (const page of node.pages) {
      pass.addPlaced(page, node.level, box, begins, null, area);
      yield;
    }
  }
}

/** Counts what has no place, all of which is in one square, in the same way; a page a step. */
export function* countUnplaced(
  pass: Pass,
  { digest, pages }: PlaceNode,
  hasDigests: boolean,
): Generator<void, void, void> {
  const known = hasDigests ? digest : null;
  const begins = pass.countsBegins && !(known && pass.addBeginsOf(known));
  const counted = known && pass.addUnplacedOf(known);
  yield;
  const isCounted = known !== null && counted !== null && !pass.cuts(known);
  if (isCounted && !begins) return;
  for (const page of pages) {
    if (!isCounted) pass.addUnplaced(page, counted);
    if (begins) pass.addBegins(page);
    yield;
  }
}
