import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import type { Area } from '../../data/geo/area.ts';
import { maskOf } from '../area/mask.ts';
import type { LanguageId } from '../language/languages.ts';
import { MARK_COLOURS } from '../marks/colours.ts';
import type { OwnPosition, State } from '../state/state.ts';
import type { Apart, DrawnFeature } from './drawn-feature.ts';
import {
  areasOf,
  collection,
  isSingle,
  type Marked,
  markedOf,
  markPoint,
  ownPositionOf,
  viewPoints,
} from './features.ts';
import { heatPart } from './heat-part.ts';
import { ringImage } from './images.ts';
import type { SourceName } from './layers.ts';
import type { PendingMarks } from './pending-marks.ts';
import type { PlayCanvas } from './play-canvas.ts';
import { nameOf } from './ring.ts';

/** Where the ring of what the pointer or the focus is on stands. */
export interface Hovered {
  readonly position: readonly [longitude: number, latitude: number];
  readonly apart: Apart;
}

/** Everything drawn on the map, as data. */
export interface MapContent {
  readonly features: readonly DrawnFeature[];
  /** Incidents on the whole map, whatever is filtered. */
  readonly total: number;
  readonly selected: Marked | null;
  readonly hovered: Hovered | null;
  readonly pending: readonly Marked[];
  readonly placing: { readonly radiusMeters: number } | null;
  readonly within: Area | null;
  readonly drawnAs: State['drawnAs'];
  /** The zoom at which its clusters' cells are 64 px wide. */
  readonly cellZoom: number;
  /** Time is played: marks come and go with every frame. */
  readonly isPlaying: boolean;
  readonly ownPosition: OwnPosition | null;
  /** Areas have words in them. */
  readonly language: LanguageId;
}

const NOTHING: readonly DrawnFeature[] = [];

/** Fills the map's own sources: with what changed since it was last drawn, and nothing else. */
export class Drawing {
  private readonly map: MapLibreMap;
  private drawn: Partial<MapContent> = {};
  private isPlacingShown = false;
  /** Comes with the first play; until it is there, the map draws the frames itself. */
  private playCanvas: PlayCanvas | null = null;
  private playCanvasAsked = false;
  private isOnPlayCanvas = false;
  /** Comes with the first report of one's own. */
  private pendingMarks: PendingMarks | null = null;
  private pendingMarksAsked = false;

  constructor(map: MapLibreMap) {
    this.map = map;
  }

  /** A new style begins with empty sources. */
  forget(): void {
    this.drawn = {};
    this.pendingMarks?.forget();
  }

  draw(content: MapContent, theme: Theme): void {
    const { drawn } = this;
    const colours = MARK_COLOURS[theme];
    const isHeat = content.drawnAs === 'heat';
    if (content.isPlaying) this.askForPlayCanvas();
    const isPlaying = content.isPlaying && !isHeat && this.playCanvas !== null;
    const wasPlaying = this.isOnPlayCanvas;
    this.isOnPlayCanvas = isPlaying;
    if (isPlaying) {
      if (!wasPlaying || content.features !== drawn.features) {
        this.playCanvas?.draw(content.features, content.total, theme);
      }
    }
    // Marks of both lie together until the map has drawn its own.
    else if (wasPlaying) this.map.once('idle', () => this.stopPlaying());
    if (
      isPlaying !== wasPlaying ||
      (!isPlaying &&
        (content.features !== drawn.features ||
          content.drawnAs !== drawn.drawnAs ||
          content.language !== drawn.language))
    ) {
      const marked = isHeat || isPlaying ? NOTHING : content.features;
      this.set('marks', viewPoints(marked, content.total, colours));
      const onGround = marked.filter((one) => !('isFirst' in one) || one.isFirst);
      this.set('areas', areasOf(onGround.filter(isSingle).map(markedOf), colours));
      if (isHeat) heatPart()?.drawHeat(this.map, content.features, content.cellZoom, theme);
      else heatPart()?.clearHeat(this.map);
    }
    if (content.within !== drawn.within) this.set('drawn-area', maskOf(content.within));
    if (content.ownPosition !== drawn.ownPosition) {
      this.set('own-position', ownPositionOf(content.ownPosition));
    }
    if (content.selected !== drawn.selected || content.language !== drawn.language)
      this.drawSelected(content.selected, theme);
    if (content.hovered !== drawn.hovered) this.drawHovered(content.hovered, theme);
    this.drawPending(content, theme);
    this.drawn = content;
    if (content.placing !== drawn.placing) this.drawPlacing(content, theme);
  }

  private drawPending(content: MapContent, theme: Theme): void {
    if (this.pendingMarks) this.pendingMarks.draw(content, theme);
    else if (content.pending.length > 0) this.askForPendingMarks(theme);
  }

  private askForPendingMarks(theme: Theme): void {
    if (this.pendingMarksAsked) return;
    this.pendingMarksAsked = true;
    import('./pending-marks.ts').then(
      ({ PendingMarks }) => {
        this.pendingMarks = new PendingMarks(this.map);
        const { pending, features } = this.drawn;
        if (pending && features) this.pendingMarks.draw({ pending, features }, theme);
      },
      // Without them the list leads to one's own reports; whoever waits for them waits no longer.
      () => this.map.triggerRepaint(),
    );
  }

  private stopPlaying(): void {
    if (!this.isOnPlayCanvas) this.playCanvas?.clear();
  }

  private askForPlayCanvas(): void {
    if (this.playCanvasAsked) return;
    this.playCanvasAsked = true;
    import('./play-canvas.ts').then(
      ({ PlayCanvas }) => {
        this.playCanvas = new PlayCanvas(this.map);
      },
      // Without a connection it may not be had: the map goes on drawing, only slower.
      () => undefined,
    );
  }

  /** The circle of a report's uncertainty stays about the middle while the map moves under the pin. */
  drawPlacing({ placing }: MapContent, theme: Theme): void {
    if (!placing) {
      if (this.isPlacingShown) this.set('placing', collection([]));
      this.isPlacingShown = false;
      return;
    }
    const { lng, lat } = this.map.getCenter();
    const about: Marked = {
      id: 'placing',
      position: [lng, lat],
      category: 'protest',
      verification: 'unverified',
      place: '',
      areaMeters: placing.radiusMeters,
    };
    this.set('placing', areasOf([about], MARK_COLOURS[theme]));
    this.isPlacingShown = true;
  }

  private drawSelected(selected: Marked | null, theme: Theme): void {
    const colours = MARK_COLOURS[theme];
    this.set('selected-area', areasOf(selected ? [selected] : [], colours));
    if (!selected) {
      this.set('selected', collection([]));
      return;
    }
    const mark = markPoint(selected, colours);
    const icon = ringImage(theme, 'selected');
    const ring = { ...mark, properties: { ...mark.properties, icon, order: 0 } };
    this.set('selected', collection([ring, mark]));
  }

  private drawHovered(hovered: Hovered | null, theme: Theme): void {
    const ring = hovered && {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [...hovered.position] },
      properties: { icon: ringImage(theme, 'hovered'), order: 0, apart: nameOf(hovered.apart) },
    };
    this.set('hovered', collection(ring ? [ring] : []));
  }

  private set(source: SourceName, data: GeoJSON.FeatureCollection): void {
    this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}
