import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import type { ViewFeature } from '../api/answer.ts';
import { familyOf, MARK_COLOURS } from '../marks/colours.ts';
import { isSingle, markedOf, viewPoints } from './features.ts';
import { drawImage } from './images.ts';
import { METERS_PER_DEGREE } from './viewport.ts';

const MOST_IMAGES = 2000;
const AREA_OPACITY = 0.16;
const AREA_SCALE = 0.76;
/** The canvas grows by so much at once, so that it seldom does. */
const STEP_PX = 64;

/** Something to draw, about its middle: pixels of the map's container. */
interface Shape {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** An image; or a colour, for an area. */
  readonly image: HTMLCanvasElement | null;
  readonly colour: string;
}

/** Pixels of the map's container. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Draws marks on a canvas of its own above the map while time is played: the map below stands still
 * and need not be drawn again for each frame, which takes ten times as long where there is no
 * graphics card. The canvas is no larger than what was drawn on it yet.
 */
export class PlayCanvas {
  private readonly element = document.createElement('canvas');
  private readonly images = new Map<string, HTMLCanvasElement>();
  private last: { features: readonly ViewFeature[]; theme: Theme } | null = null;
  private frame: Frame | null = null;

  constructor(private readonly map: MapLibreMap) {
    this.element.className = 'play-canvas';
    map.getCanvasContainer().append(this.element);
    map.on('move', () => {
      this.frame = null;
      if (this.last) this.draw(this.last.features, this.last.theme);
    });
  }

  draw(features: readonly ViewFeature[], theme: Theme): void {
    this.last = { features, theme };
    const shapes = [...this.areas(features, theme), ...this.marks(features, theme)];
    const frame = this.frameOf(shapes);
    // Kept in memory, not on a graphics card: there is little to draw, and there may be no card.
    const context = this.element.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const { width, height } = this.element;
    const scale = window.devicePixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(scale, 0, 0, scale, -frame.left * scale, -frame.top * scale);
    for (const { x, y, radius, image, colour } of shapes) {
      if (image) {
        context.drawImage(image, x - radius, y - radius, 2 * radius, 2 * radius);
        continue;
      }
      context.globalAlpha = AREA_OPACITY;
      context.fillStyle = colour;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
      context.globalAlpha = 1;
    }
  }

  clear(): void {
    this.last = null;
    this.frame = null;
    this.element.width = 0;
    this.element.height = 0;
  }

  private marks(features: readonly ViewFeature[], theme: Theme): Shape[] {
    const points = viewPoints(features, MARK_COLOURS[theme]).features;
    // Larger clusters lie above smaller ones, as on the map.
    points.sort((a, b) => Number(a.properties.order) - Number(b.properties.order));
    return points.flatMap(({ geometry, properties }) => {
      const image = this.imageOf(properties.icon);
      if (!image) return [];
      const [longitude, latitude] = geometry.coordinates as [number, number];
      const shrunk = properties.kind === 'area' ? AREA_SCALE : 1;
      const radius = (image.width / imageScale() / 2) * shrunk;
      return [{ ...this.at(longitude, latitude), radius, image, colour: '' }];
    });
  }

  private areas(features: readonly ViewFeature[], theme: Theme): Shape[] {
    return features.filter(isSingle).flatMap((feature) => {
      const { position, areaMeters, category } = markedOf(feature);
      if (areaMeters === null) return [];
      const [longitude, latitude] = position;
      const middle = this.at(longitude, latitude);
      const north = this.at(longitude, latitude + areaMeters / METERS_PER_DEGREE);
      const colour = MARK_COLOURS[theme].family[familyOf(category)];
      return [{ ...middle, radius: middle.y - north.y, image: null, colour }];
    });
  }

  private at(longitude: number, latitude: number): { x: number; y: number } {
    const { x, y } = this.map.project([longitude, latitude]);
    return { x, y };
  }

  /** Lays the canvas where all shapes have room, those of frames before too. */
  private frameOf(shapes: readonly Shape[]): Frame {
    const { clientWidth, clientHeight } = this.map.getContainer();
    let { left, top, right, bottom } = this.frame ?? {
      left: clientWidth,
      top: clientHeight,
      right: 0,
      bottom: 0,
    };
    for (const { x, y, radius } of shapes) {
      left = Math.min(left, Math.floor((x - radius) / STEP_PX) * STEP_PX);
      top = Math.min(top, Math.floor((y - radius) / STEP_PX) * STEP_PX);
      right = Math.max(right, Math.ceil((x + radius) / STEP_PX) * STEP_PX);
      bottom = Math.max(bottom, Math.ceil((y + radius) / STEP_PX) * STEP_PX);
    }
    left = Math.max(0, left);
    top = Math.max(0, top);
    right = Math.max(left, Math.min(clientWidth, right));
    bottom = Math.max(top, Math.min(clientHeight, bottom));
    const frame = { left, top, right, bottom };
    const before = this.frame;
    if (
      before?.left !== left ||
      before.top !== top ||
      before.right !== right ||
      before.bottom !== bottom
    ) {
      this.frame = frame;
      const { style } = this.element;
      this.element.width = Math.round((right - left) * window.devicePixelRatio);
      this.element.height = Math.round((bottom - top) * window.devicePixelRatio);
      style.left = `${left}px`;
      style.top = `${top}px`;
      style.width = `${right - left}px`;
      style.height = `${bottom - top}px`;
    }
    return frame;
  }

  private imageOf(name: string): HTMLCanvasElement | null {
    const known = this.images.get(name);
    if (known) return known;
    const pixels = drawImage(name, imageScale());
    if (!pixels) return null;
    const image = document.createElement('canvas');
    image.width = pixels.width;
    image.height = pixels.height;
    image.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0);
    // Names hold counts: a long play makes many.
    if (this.images.size >= MOST_IMAGES) this.images.clear();
    this.images.set(name, image);
    return image;
  }
}

function imageScale(): number {
  return Math.max(2, Math.ceil(window.devicePixelRatio));
}
