import type { FeatureCollection } from 'geojson';
import { creeks } from '../figures/creeks.ts';
import { smoothLine } from './curve.ts';
import { collection, lineFeature } from './feature.ts';
import { readPositions } from './row.ts';
import { channelLines } from './water.ts';

/** Creeks, approximate, and the channels between lakes. */
export function drawCreeks(): FeatureCollection {
  return collection([
    ...creeks.map(({ name, line }) =>
      lineFeature(smoothLine(readPositions(line)), { name, class: 'creek', approximate: true }),
    ),
    ...channelLines().map(({ name, line }) =>
      lineFeature(line, { name, class: 'channel', approximate: true }),
    ),
  ]);
}
