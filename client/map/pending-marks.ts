import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import { MARK_COLOURS, type MarkColours } from '../marks/colours.ts';
import type { MapContent } from './drawing.ts';
import { collection, leaderPoint, type Marked, point } from './features.ts';
import { pendingImage } from './images.ts';
import { placePending } from './place-pending.ts';
import { nameOf } from './ring.ts';

/** Draws a reporter's own reports, each with a line to where it is if its mark stands beside that. */
export class PendingMarks {
  private drawn = '';
  private last: MapContent['pending'] | null = null;

  constructor(private readonly map: MapLibreMap) {}

  /** A new style begins with empty sources. */
  forget(): void {
    this.drawn = '';
  }

  draw({ pending, features }: Pick<MapContent, 'pending' | 'features'>, theme: Theme): void {
    const colours = MARK_COLOURS[theme];
    const placed = placePending(pending, features, (position) => this.map.project([...position]));
    const drawn = JSON.stringify([theme, placed]);
    if (drawn !== this.drawn) {
      const points = collection(placed.flatMap((one) => pendingPoints(one, colours)));
      this.map.getSource<GeoJSONSource>('pending')?.setData(points);
    }
    // Fetched anew, they say the same: one more frame, for whoever waits until they are drawn.
    else if (pending !== this.last) this.map.triggerRepaint();
    this.drawn = drawn;
    this.last = pending;
  }
}

function pendingPoints({ id, position, category, apart }: Marked, colours: MarkColours) {
  const mark = point(position, {
    kind: 'pending',
    id,
    icon: pendingImage(category, colours),
    order: 1,
    ...(apart ? { apart: nameOf(apart) } : {}),
  });
  return apart ? [leaderPoint({ id, position }, apart, colours), mark] : [mark];
}
