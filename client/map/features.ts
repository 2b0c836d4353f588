import type { Feature, FeatureCollection, GeoJsonProperties, Point, Polygon } from 'geojson';
import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import type { SingleFeature, ViewFeature } from '../api/answer.ts';
import { say } from '../language/say.ts';
import { verificationLabel } from '../language/vocabulary.ts';
import { inSentence } from '../language/words.ts';
import { clusterDiameter, familyShares } from '../marks/cluster.ts';
import { familyOf, type MarkColours } from '../marks/colours.ts';
import type { OwnPosition } from '../state/state.ts';
import { areaMetersOf } from './areas.ts';
import { circle } from './circle.ts';
import type { Apart, DrawnFeature } from './drawn-feature.ts';
import { clusterImage, leaderImage, markImage } from './images.ts';
import { nameOf } from './ring.ts';

/** What of an incident the map draws. */
export interface Marked {
  readonly id: string;
  readonly position: readonly [longitude: number, latitude: number];
  readonly category: CategoryId;
  readonly verification: VerificationId;
  readonly place: string;
  /** Set where the place is an area and not a spot. */
  readonly areaMeters: number | null;
  /** Set where its mark stands beside its place. */
  readonly apart?: Apart;
}

export type Points = FeatureCollection<Point, { icon: string; [name: string]: string | number }>;
export type Areas = FeatureCollection<Polygon, { color: string; id: string; meters: number }>;

export function isSingle(feature: ViewFeature): feature is SingleFeature {
  return !feature.properties.cluster;
}

export function markedOf(feature: SingleFeature & { readonly apart?: Apart }): Marked {
  const { id, geometry, properties, apart } = feature;
  return {
    ...(apart ? { apart } : {}),
    id,
    position: geometry.coordinates,
    category: properties.category,
    verification: properties.verification,
    place: properties.place,
    areaMeters: areaMetersOf(properties.locationPrecision, properties.uncertaintyMeters),
  };
}

/** One point a cluster or incident, with the name of the image that draws it. */
export function viewPoints(
  features: readonly DrawnFeature[],
  total: number,
  colours: MarkColours,
): Points {
  return collection(
    features.flatMap((feature) => {
      if (!feature.properties.cluster) {
        const marked = markedOf(feature as SingleFeature);
        const mark = markPoint(marked, colours);
        return marked.apart ? [leaderPoint(marked, marked.apart, colours), mark] : [mark];
      }
      const { point_count: count, categories } = feature.properties;
      return point(feature.geometry.coordinates, {
        kind: 'cluster',
        id: feature.id,
        icon: clusterImage(clusterDiameter(count, total), count, familyShares(categories), colours),
        count,
        expansionZoom: feature.properties.expansion_zoom,
        // Larger clusters lie above smaller ones, and both above single marks.
        order: count,
      });
    }),
  );
}

/** Where this device is, and within what it says so. */
export function ownPositionOf(position: OwnPosition | null): FeatureCollection<Point | Polygon> {
  if (position === null) return collection([]);
  const { longitude, latitude, accuracyMeters } = position;
  const dot: Feature<Point> = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {},
  };
  const within = circle([longitude, latitude], Math.max(1, accuracyMeters), {});
  return collection<Point | Polygon, GeoJsonProperties>([within, dot]);
}

/** A fine line from where several are to the mark of one of them. */
export function leaderPoint(
  { id, position }: Pick<Marked, 'id' | 'position'>,
  [right, down]: Apart,
  colours: MarkColours,
) {
  return point(position, {
    kind: 'leader',
    id,
    icon: leaderImage(right, down, colours),
    order: 0,
  });
}

export function markPoint(marked: Marked, colours: MarkColours) {
  return point(marked.position, {
    kind: marked.areaMeters === null || marked.apart ? 'mark' : 'area',
    ...(marked.apart ? { apart: nameOf(marked.apart) } : {}),
    id: marked.id,
    icon: markImage(marked.category, marked.verification, colours),
    label: areaLabel(marked),
    color: colours.family[familyOf(marked.category)],
    order: 1,
  });
}

/** True to scale: a circle on the ground of the radius within which it happened. */
export function areasOf(marked: readonly Marked[], colours: MarkColours): Areas {
  return collection(
    marked.flatMap(({ id, position, category, areaMeters }) => {
      if (areaMeters === null) return [];
      const color = colours.family[familyOf(category)];
      const properties = { color, id, meters: areaMeters };
      return [circle(position, areaMeters, properties)];
    }),
  );
}

export function collection<G extends Point | Polygon, P>(
  features: Feature<G, P>[],
): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features };
}

export function point(
  [longitude, latitude]: readonly [number, number],
  properties: Points['features'][number]['properties'],
): Points['features'][number] {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties,
  };
}

/** Inside an area stands where it is and how sure it is, in words beside the mark's fill. */
function areaLabel({ place, verification }: Marked): string {
  const words = inSentence(verificationLabel(verification));
  const short = (place.split(/[,(;]/)[0] ?? place).trim();
  const name = short.length > 30 ? `${short.slice(0, 28).trimEnd()}…` : short;
  return `${name}\n${say('map.area', { verification: words })}`;
}
