import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import type { ViewFeature } from '../api/answer.ts';
import type { LanguageId } from '../language/languages.ts';
import { MARK_COLOURS } from '../marks/colours.ts';
import type { OwnPosition, State } from '../state/state.ts';
import {
  areasOf,
  collection,
  heatPoints,
  isSingle,
  type Marked,
  markedOf,
  markPoint,
  ownPositionOf,
  pendingPoint,
  viewPoints,
} from './features.ts';
import { ringImage } from './images.ts';
import type { SourceName } from './layers.ts';
import { PlayCanvas } from './play-canvas.ts';

/** Everything drawn on the map, as data. */
export interface MapContent {
  readonly features: readonly ViewFeature[];
  readonly selected: Marked | null;
  readonly hovered: readonly [number, number] | null;
  readonly pending: readonly Marked[];
  readonly placing: { readonly radiusMeters: number } | null;
  readonly drawnAs: State['drawnAs'];
  /** Time is played: marks come and go with every frame. */
  readonly isPlaying: boolean;
  readonly ownPosition: OwnPosition | null;
  /** Areas have words in them. */
  readonly language: LanguageId;
}

const NOTHING: readonly ViewFeature[] = [];

/** Fills the map's own sources: with what changed since it was last drawn, and nothing else. */
export class Drawing {
  private readonly map: MapLibreMap;
  private drawn: Partial<MapContent> = {};
  private isPlacingShown = false;
  private readonly playCanvas: PlayCanvas;

  constructor(map: MapLibreMap) {
    this.map = map;
    this.playCanvas = new PlayCanvas(map);
  }

  /** A new style begins with empty sources. */
  forget(): void {
    this.drawn = {};
  }

  draw(content: MapContent, theme: Theme): void {
    const { drawn } = this;
    const colours = MARK_COLOURS[theme];
    const isHeat = content.drawnAs === 'heat';
    const isPlaying = content.isPlaying && !isHeat;
    const wasPlaying = drawn.isPlaying === true && drawn.drawnAs !== 'heat';
    if (isPlaying) this.playCanvas.draw(content.features, theme);
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
      this.set('marks', viewPoints(marked, colours));
      this.set('areas', areasOf(marked.filter(isSingle).map(markedOf), colours));
      this.set('heat', heatPoints(isHeat ? content.features : NOTHING));
    }
    if (content.ownPosition !== drawn.ownPosition) {
      this.set('own-position', ownPositionOf(content.ownPosition));
    }
    if (content.selected !== drawn.selected || content.language !== drawn.language)
      this.drawSelected(content.selected, theme);
    if (content.hovered !== drawn.hovered) this.drawHovered(content.hovered, theme);
    if (content.pending !== drawn.pending) {
      this.set('pending', collection(content.pending.map((one) => pendingPoint(one, colours))));
    }
    this.drawn = content;
    if (content.placing !== drawn.placing) this.drawPlacing(content, theme);
  }

  private stopPlaying(): void {
    if (!this.drawn.isPlaying) this.playCanvas.clear();
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

  private drawHovered(position: readonly [number, number] | null, theme: Theme): void {
    const ring = position && {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [...position] },
      properties: { icon: ringImage(theme, 'hovered'), order: 0 },
    };
    this.set('hovered', collection(ring ? [ring] : []));
  }

  private set(source: SourceName, data: GeoJSON.FeatureCollection): void {
    this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}
