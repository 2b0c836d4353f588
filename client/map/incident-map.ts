import { Map as MapLibreMap, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Theme } from '../../data/basemap/palette.ts';
import type { Bbox } from '../../data/geo/bbox.ts';
import { say } from '../language/say.ts';
import type { Camera, Viewport } from '../state/state.ts';
import { type Basemap, EMBEDDED } from './basemap.ts';
import { Drawing, type MapContent } from './drawing.ts';
import { BOUNDS, FIT_PX, LARGEST_FIT_ZOOM, LEAST_ZOOM } from './first-camera.ts';
import { awaitWhole } from './first-frame.ts';
import { drawMissingImages } from './images.ts';
import { CLICKABLE, mapStyle } from './layers.ts';
import { snapViewport } from './viewport.ts';

/** Pixels of the map that panels lie on. */
export interface Insets {
  readonly top: number;
  readonly bottom: number;
}

/** What was clicked or is under the pointer. */
export type Hit =
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'pending'; readonly token: string }
  | { readonly kind: 'cluster'; readonly id: string };

/** A place on the map, with the pixels of the container where it is drawn. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly position: readonly [longitude: number, latitude: number];
}

/** What takes presses on the map for itself while it is in use. */
export interface MapTool {
  onPress(at: Spot): void;
  /** The map is about to be drawn elsewhere. */
  onMove(): void;
}

export interface IncidentMapOptions {
  readonly container: HTMLElement;
  readonly theme: Theme;
  /** Null for the embedded one. */
  readonly basemap: Basemap | null;
  readonly insets: Insets;
  readonly camera: Camera | null;
  readonly still: boolean;
  onMoved(camera: Camera, viewport: Viewport): void;
  onHit(hit: Hit | null): void;
  onHover(hit: Hit | null): void;
  onMoving(): void;
  /** Whether all files of the basemap are there. */
  onBasemap(basemap: 'shown' | 'missing'): void;
  /** All that was asked for is drawn. */
  onIdle(): void;
}

/** Room that a chosen incident keeps from the edge of what is clear. */
const CLEAR_PX = 56;
const LARGEST_ZOOM = 20;
/** A finger is no needle. */
const REACH_PX = 5;

setWorkerUrl(new URL(workerUrl, location.href).href);

/** The one owner of MapLibre: what it is told it draws, what happens on it it tells. */
export class IncidentMap {
  private readonly map: MapLibreMap;
  private readonly options: IncidentMapOptions;
  private theme: Theme;
  private basemap: Basemap;
  private insets: Insets;
  private covered: Insets;
  private content: MapContent | null = null;
  private readonly drawing: Drawing;
  private styled = false;
  /** All files of the embedded basemap could be loaded, as far as they have been asked for. */
  private isWhole = true;
  private isHeldStill = false;
  private tool: MapTool | null = null;

  /** @throws Error where the browser has no WebGL. */
  constructor(options: IncidentMapOptions) {
    this.options = options;
    this.theme = options.theme;
    this.basemap = options.basemap ?? EMBEDDED;
    this.insets = options.insets;
    this.covered = options.insets;
    const { camera } = options;
    this.map = new MapLibreMap({
      container: options.container,
      style: mapStyle(options.theme, this.basemap),
      // Ours is held against the specification by a test; one that a host chose is looked at here.
      validateStyle: options.basemap !== null,
      ...(camera
        ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
        : { center: [-93.265, 44.972], zoom: 10.6 }),
      minZoom: LEAST_ZOOM,
      maxZoom: LARGEST_ZOOM,
      maxBounds: [...BOUNDS],
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      maxPitch: 0,
      renderWorldCopies: false,
      // Labels and marks come at once: a fade is a dozen frames more for each change.
      fadeDuration: 0,
      locale: { 'Map.Title': say('map.title') },
    });
    drawNoSky(this.map);
    awaitWhole(this.map);
    this.drawing = new Drawing(this.map);
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    drawMissingImages(this.map);
    this.map.setPadding({ left: 0, right: 0, ...options.insets });
    this.listen();
  }

  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.restyle();
  }

  /** Credit that must stand on the map. */
  get attribution(): string {
    return this.basemap.attribution;
  }

  /** Moving it then asks nobody for more of what lies under the marks. */
  get isEmbedded(): boolean {
    return this.basemap === EMBEDDED;
  }

  /** What is seen is counted clear of what always covers the map, however high the sheet stands. */
  setCovered(covered: Insets): void {
    if (covered.top === this.covered.top && covered.bottom === this.covered.bottom) return;
    this.covered = covered;
    this.setInsets(covered);
    this.tellMoved();
  }

  /** Moves the middle of the map to the middle of what is clear. */
  setInsets(insets: Insets): void {
    if (insets.top === this.insets.top && insets.bottom === this.insets.bottom) return;
    this.insets = insets;
    this.map.easeTo({ padding: { left: 0, right: 0, ...insets }, ...this.pace() });
  }

  /** @returns true where something is to be drawn anew; `onIdle` tells when it is. */
  show(content: MapContent): boolean {
    const before = this.content;
    this.content = content;
    this.map.getCanvas().ariaLabel = say('map.title');
    if (this.styled) this.drawing.draw(content, this.theme);
    return (
      content.features !== before?.features ||
      content.selected !== before.selected ||
      content.hovered !== before.hovered ||
      content.pending !== before.pending ||
      content.placing !== before.placing ||
      content.within !== before.within ||
      content.drawnAs !== before.drawnAs ||
      content.language !== before.language ||
      content.ownPosition !== before.ownPosition
    );
  }

  goTo({ longitude, latitude, zoom }: Camera): void {
    this.map.easeTo({ center: [longitude, latitude], zoom, ...this.pace() });
  }

  /** Zooms until a cluster comes apart. */
  expand(position: readonly [number, number], zoom: number): void {
    const target = Math.min(LARGEST_ZOOM, Math.max(zoom, this.map.getZoom() + 0.5));
    this.map.easeTo({ center: [...position], zoom: target, ...this.pace() });
  }

  fit(bbox: Bbox, atOnce = false): void {
    this.map.fitBounds([...bbox], {
      padding: FIT_PX,
      maxZoom: LARGEST_FIT_ZOOM,
      ...(atOnce ? { animate: false } : this.pace()),
    });
  }

  zoomBy(levels: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + levels, ...this.pace() });
  }

  /** Moves as little as brings a position clear of panels, and not at all where it is. */
  keepClear(
    [longitude, latitude]: readonly [number, number],
    covered: Insets,
    room = CLEAR_PX,
  ): void {
    const { x, y } = this.map.project([longitude, latitude]);
    const { clientWidth, clientHeight } = this.map.getContainer();
    const dx = outside(x, room, clientWidth - room);
    const dy = outside(y, covered.top + room, clientHeight - covered.bottom - room);
    if (dx !== 0 || dy !== 0) this.map.panBy([dx, dy], this.pace());
  }

  /** @returns where a position is drawn, in pixels of the container. */
  project([longitude, latitude]: readonly [number, number]): { x: number; y: number } {
    return this.map.project([longitude, latitude]);
  }

  unproject(x: number, y: number): Spot['position'] {
    const { lng, lat } = this.map.unproject([x, y]);
    return [lng, lat];
  }

  /** @param to pixels of the page. */
  unprojectFromPage([x, y]: readonly [x: number, y: number]): Spot['position'] {
    const { left, top } = this.box();
    return this.unproject(x - left, y - top);
  }

  /** @returns the middle of what is clear. */
  middle(): Spot['position'] {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  moveBy([x, y]: readonly [x: number, y: number]): void {
    this.map.panBy([x, y], { animate: false });
  }

  /** Marks are not pressed, nor does a double press zoom, until it ends. @returns ends it. */
  takePresses(tool: MapTool): () => void {
    this.tool = tool;
    this.map.doubleClickZoom.disable();
    this.map.getCanvas().style.cursor = 'crosshair';
    const onMove = (): void => tool.onMove();
    this.map.on('move', onMove);
    return () => {
      this.tool = null;
      this.map.off('move', onMove);
      this.map.doubleClickZoom.enable();
      this.map.getCanvas().style.cursor = '';
    };
  }

  /**
   * Draws the map once more and copies it, since WebGL keeps no picture.
   * @returns a canvas with the size on the page that the map has.
   */
  picture(): HTMLCanvasElement {
    this.map.redraw();
    return this.map.getCanvas();
  }

  /** On paper the map has no size: what it shows on the screen stays what it shows. */
  holdStill(held: boolean): void {
    this.isHeldStill = held;
  }

  /** @returns whether a position lies within what the map shows. */
  isSeen([longitude, latitude]: readonly [number, number]): boolean {
    return this.map.getBounds().contains([longitude, latitude]);
  }

  /** @returns where the container lies, in pixels of the page. */
  box(): DOMRect {
    return this.map.getContainer().getBoundingClientRect();
  }

  remove(): void {
    this.map.remove();
  }

  /** Draws all of it anew: asks again for what of the basemap could not be loaded. */
  restyle(): void {
    this.styled = false;
    this.isWhole = true;
    this.drawing.forget();
    this.map.setStyle(mapStyle(this.theme, this.basemap), { diff: false });
  }

  private pace(): { animate: boolean; duration: number } {
    return this.options.still ? { animate: false, duration: 0 } : { animate: true, duration: 200 };
  }

  private listen(): void {
    const { map, options } = this;
    map.on('style.load', () => {
      this.styled = true;
      if (this.content) this.drawing.draw(this.content, this.theme);
    });
    map.on('error', ({ error, ...event }) => {
      if (this.basemap === EMBEDDED) {
        // Of sources, only the basemap's have files.
        if (!('sourceId' in event)) return console.error(error);
        this.isWhole = false;
        return options.onBasemap('missing');
      }
      // Whatever fails of a hosted basemap, its tiles or its letters: the embedded one needs nobody.
      console.info('The basemap chosen for this map failed.', error);
      this.basemap = EMBEDDED;
      this.restyle();
    });
    map.once('load', () => this.tellMoved());
    map.on('movestart', () => options.onMoving());
    map.on('moveend', () => this.tellMoved());
    map.on('move', () => {
      if (this.styled && this.content) this.drawing.drawPlacing(this.content, this.theme);
    });
    map.on('idle', () => {
      options.onBasemap(this.isWhole ? 'shown' : 'missing');
      options.onIdle();
    });
    map.on('click', (event) => {
      const { point, lngLat } = event;
      if (this.tool) this.tool.onPress({ ...point, position: [lngLat.lng, lngLat.lat] });
      else options.onHit(this.hitAt(event));
    });
    let frame = 0;
    map.on('mousemove', (event) => {
      cancelAnimationFrame(frame);
      if (this.tool) return;
      frame = requestAnimationFrame(() => {
        const hit = this.hitAt(event);
        map.getCanvas().style.cursor = hit ? 'pointer' : '';
        options.onHover(hit);
      });
    });
    map.on('mouseout', () => {
      cancelAnimationFrame(frame);
      options.onHover(null);
    });
  }

  private tellMoved(): void {
    if (this.isHeldStill) return;
    const { lng, lat } = this.map.getCenter();
    const zoom = this.map.getZoom();
    const { clientWidth, clientHeight } = this.map.getContainer();
    const northWest = this.map.unproject([0, this.covered.top]);
    const southEast = this.map.unproject([clientWidth, clientHeight - this.covered.bottom]);
    const seen: Bbox = [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
    this.options.onMoved({ zoom, longitude: lng, latitude: lat }, snapViewport(seen, zoom));
  }

  private hitAt({ point }: MapMouseEvent): Hit | null {
    if (!this.styled) return null;
    const found = this.map.queryRenderedFeatures(
      [
        [point.x - REACH_PX, point.y - REACH_PX],
        [point.x + REACH_PX, point.y + REACH_PX],
      ],
      { layers: [...CLICKABLE] },
    );
    const top = found[0];
    if (!top) return null;
    const id = String(top.properties.id);
    switch (top.properties.kind) {
      case 'cluster':
        return { kind: 'cluster', id };
      case 'pending':
        return { kind: 'pending', token: id };
      default:
        return { kind: 'incident', id };
    }
  }
}

/** @returns how far a value lies below `least` (negative) or above `most`. */
function outside(value: number, least: number, most: number): number {
  if (most < least) return value - (least + most) / 2;
  if (value < least) return value - least;
  return value > most ? value - most : 0;
}

/**
 * Straight from above there is no sky. MapLibre 6 draws one all the same, transparent and as large as
 * the map (`draw_sky.ts`): a fifth of a frame, where no GPU draws it.
 */
function drawNoSky({ painter }: MapLibreMap): void {
  painter.drawFunctions = { ...painter.drawFunctions, sky: () => undefined };
}
