import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import type { ClusterFeature, SingleFeature, ViewFeature } from '../api/answer.ts';
import { clusterDiameter, drawCluster, familyShares } from '../marks/cluster.ts';
import { familyOf, MARK_COLOURS, type MarkColours } from '../marks/colours.ts';
import { isSingle, type Marked, markedOf } from './features.ts';
import { drawImage, markImage } from './images.ts';
import { METERS_PER_DEGREE } from './viewport.ts';

const AREA_OPACITY = 0.16;
const AREA_SCALE = 0.76;
/** The canvas grows by so much at once, so that it seldom does. */
const STEP_PX = 64;

/** Something to draw, about its middle: pixels of the map's container. */
interface Shape {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Draws it into a box whose upper left corner is the context's origin. */
  paint(context: CanvasRenderingContext2D): void;
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
  private last: { features: readonly ViewFeature[]; total: number; theme: Theme } | null = null;
  private frame: Frame | null = null;

  constructor(private readonly map: MapLibreMap) {
    this.element.className = 'play-canvas';
    map.getCanvasContainer().append(this.element);
    map.on('move', () => {
      this.frame = null;
      if (this.last) this.draw(this.last.features, this.last.total, this.last.theme);
    });
  }

  /** @param total incidents on the whole map. */
  draw(features: readonly ViewFeature[], total: number, theme: Theme): void {
    this.last = { features, total, theme };
    const shapes = this.shapesOf(features, total, MARK_COLOURS[theme]);
    const frame = this.frameOf(shapes);
    // Kept in memory, not on a graphics card: there is little to draw, and there may be no card.
    const context = this.element.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const { width, height } = this.element;
    const scale = window.devicePixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(scale, 0, 0, scale, -frame.left * scale, -frame.top * scale);
    for (const { x, y, radius, paint } of shapes) {
      context.translate(x - radius, y - radius);
      paint(context);
      context.translate(radius - x, radius - y);
    }
  }

  clear(): void {
    this.last = null;
    this.frame = null;
    this.element.width = 0;
    this.element.height = 0;
  }

  /** Areas lie below marks, and larger clusters above smaller ones, as on the map. */
  private shapesOf(features: readonly ViewFeature[], total: number, colours: MarkColours): Shape[] {
    const marks = features.filter(isSingle).map((feature: SingleFeature) => markedOf(feature));
    const clusters = features
      .filter((feature): feature is ClusterFeature => feature.properties.cluster)
      .sort((a, b) => a.properties.point_count - b.properties.point_count);
    return [
      ...marks.flatMap((mark) => this.areaShape(mark, colours)),
      ...marks.flatMap((mark) => this.markShape(mark, colours)),
      ...clusters.map((cluster) => this.clusterShape(cluster, total, colours)),
    ];
  }

  private areaShape({ position, areaMeters, category }: Marked, colours: MarkColours): Shape[] {
    if (areaMeters === null) return [];
    const [longitude, latitude] = position;
    const middle = this.at(longitude, latitude);
    const north = this.at(longitude, latitude + areaMeters / METERS_PER_DEGREE);
    const radius = middle.y - north.y;
    const paint = (context: CanvasRenderingContext2D): void => {
      context.globalAlpha = AREA_OPACITY;
      context.fillStyle = colours.family[familyOf(category)];
      context.beginPath();
      context.arc(radius, radius, radius, 0, 2 * Math.PI);
      context.fill();
      context.globalAlpha = 1;
    };
    return [{ ...middle, radius, paint }];
  }

  private markShape(mark: Marked, colours: MarkColours): Shape[] {
    const image = this.imageOf(markImage(mark.category, mark.verification, colours));
    if (!image) return [];
    const [right, down] = mark.apart ?? [0, 0];
    const { x, y } = this.at(...mark.position);
    const shrunk = mark.areaMeters === null ? 1 : AREA_SCALE;
    const radius = (image.width / imageScale() / 2) * shrunk;
    const paint = (context: CanvasRenderingContext2D): void =>
      context.drawImage(image, 0, 0, 2 * radius, 2 * radius);
    return [{ x: x + right, y: y + down, radius, paint }];
  }

  /** Its count is another with nearly every frame: an image of it would be of use to no other. */
  private clusterShape(
    { geometry, properties }: ClusterFeature,
    total: number,
    colours: MarkColours,
  ): Shape {
    const { point_count: count, categories } = properties;
    const diameter = clusterDiameter(count, total);
    const paint = (context: CanvasRenderingContext2D): void =>
      drawCluster(context, diameter, count, familyShares(categories), colours);
    return { ...this.at(...geometry.coordinates), radius: diameter / 2 + 2, paint };
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
    this.images.set(name, image);
    return image;
  }
}

function imageScale(): number {
  return Math.max(2, Math.ceil(window.devicePixelRatio));
}
