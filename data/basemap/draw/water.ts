import { bboxPolygon } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { channels, lakes } from '../figures/lakes.ts';
import * as mississippi from '../figures/river.ts';
import { type Area, areaOf, hectares, oval, shared, together, without } from './area.ts';
import { band } from './band.ts';
import { bendSteps, smooth, smoothLine } from './curve.ts';
import { areaFeature, collection } from './feature.ts';
import { metersBetween, type Position } from './plane.ts';
import { readPositions, readRow } from './row.ts';

/** Rows of the middle line that the two channels beside Nicollet Island stand in for. */
const besideIsland = { from: 20, to: 22 };

/** The areas of water that other drawings keep out of. */
export interface Waters {
  readonly river: Area | undefined;
  readonly lakes: readonly { readonly name: string; readonly at: Position; readonly area: Area }[];
}

export function waters(): Waters {
  return { river: riverArea(), lakes: lakeAreas() };
}

/** @returns the Mississippi from bank to bank, Nicollet Island and the small islands cut out. */
export function riverArea(): Area | undefined {
  const middle = smooth(readRow(mississippi.middle));
  const above = middle.slice(0, (besideIsland.from - 1) * bendSteps + 1);
  const below = middle.slice(besideIsland.to * bendSteps);
  const [west, east] = [mississippi.westChannel, mississippi.eastChannel].map(readRow);
  const [fork, meet] = [above.at(-1), below[bendSteps]];
  const [westStart, eastStart] = [west?.[0], east?.[0]];
  const joins = [
    [fork, westStart],
    [fork, eastStart],
    [...(east?.slice(-2) ?? []), meet],
  ].map((join) => join.filter((row) => row !== undefined));
  const water = together(
    [above, below, smooth(west ?? []), smooth(east ?? []), ...joins]
      .map((row) => band(row))
      .filter((area) => area !== undefined),
  );
  const ends = bboxPolygon([...mississippi.ends]);
  return without(water && shared(water, ends), [
    areaOf(smoothLine(readPositions(mississippi.nicolletIsland), true)),
    ...mississippi.smallIslands.map(([x, y, ha]) => oval([x, y], ha, 2.2, -52)),
  ]);
}

/** @returns each lake with its islands cut out. */
export function lakeAreas(): { name: string; at: Position; area: Area }[] {
  return lakes.map((lake) => {
    const shore = areaOf(smoothLine(readPositions(lake.ring), true));
    const islands = (lake.islands ?? [])
      .map(([x, y, ha]) => shared(oval([x, y], ha, 1.6, 20), shore))
      .filter((area) => area !== undefined);
    return {
      name: lake.name,
      at: [lake.at[0], lake.at[1]],
      area: without(shore, islands) ?? shore,
    };
  });
}

/** @returns the channels between lakes as lines, from shore to shore through the point given. */
export function channelLines(): { name: string; line: Position[] }[] {
  return channels.map(({ name, joins, at }) => {
    const middle: Position = [at[0], at[1]];
    const [from, to] = joins.map((lake) => nearestShore(lake, middle));
    return { name, line: [from, middle, to].filter((position) => position !== undefined) };
  });
}

function nearestShore(lake: string, to: Position): Position | undefined {
  const ring = lakes.find(({ name }) => name === lake)?.ring ?? '';
  return readPositions(ring).sort((a, b) => metersBetween(a, to) - metersBetween(b, to))[0];
}

export function drawWater({ river, lakes: drawn }: Waters): FeatureCollection {
  const areas = drawn.map(({ name, area }) =>
    areaFeature(area, { name, class: 'lake', hectares: Math.round(hectares(area) * 10) / 10 }),
  );
  return collection([
    ...(river ? [areaFeature(river, { name: 'Mississippi River', class: 'river' })] : []),
    ...areas,
  ]);
}
