import { FAMILIES } from '../../data/vocabulary/families.ts';
import { say } from '../language/say-of-tools.ts';
import { familyLabel } from '../language/vocabulary.ts';
import type { IncidentMap } from '../map/incident-map.ts';
import { MARK_COLOURS } from '../marks/colours.ts';
import type { State } from '../state/state.ts';
import { themeOf } from '../theme/theme.ts';
import { dayWords } from '../time/words.ts';
import { viewWords } from './view-words.ts';

const FONT = 'system-ui, sans-serif';
/** Pixels, before the screen's density. */
const MARGIN = 20;
const LINE = 22;

/** Has the browser save the view as a file. */
export async function savePicture(map: IncidentMap, state: State): Promise<void> {
  const blob = await viewPicture(map.picture(), state, map.attribution);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'minneapolis-incidents.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * The view as a picture that can stand alone: the map, what is counted on it, under which filters, as
 * known when, what the colours mean, who drew the ground, and the link to it.
 * @param map as it is drawn now, at the screen's density.
 */
function viewPicture(map: HTMLCanvasElement, state: State, credit: string): Promise<Blob> {
  const theme = themeOf(state.theme);
  const colours = MARK_COLOURS[theme];
  const density = map.width / map.clientWidth;
  const width = map.clientWidth;
  const head = [say('page.title'), ...viewWords(state)];
  const foot = belowLines(credit);
  const headHeight = MARGIN * 2 + head.length * LINE + 6;
  const footHeight = MARGIN * 2 + (foot.length + legendRows(width)) * LINE;
  const canvas = document.createElement('canvas');
  canvas.width = map.width;
  canvas.height = Math.round(map.height + (headHeight + footHeight) * density);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error(say('picture.noCanvas')));
  context.scale(density, density);
  context.fillStyle = theme === 'light' ? '#ffffff' : '#1c2025';
  context.fillRect(0, 0, width, canvas.height / density);
  context.drawImage(map, 0, headHeight, width, map.clientHeight);
  context.fillStyle = colours.ink;
  context.textBaseline = 'top';
  head.forEach((line, index) => {
    context.font = index === 0 ? `600 20px ${FONT}` : `15px ${FONT}`;
    context.fillText(line, MARGIN, MARGIN + index * LINE + (index > 0 ? 6 : 0), width - 2 * MARGIN);
  });
  let top = headHeight + map.clientHeight + MARGIN;
  context.font = `13px ${FONT}`;
  FAMILIES.forEach((family, index) => {
    const x = MARGIN + (index % legendColumns(width)) * LEGEND_PX;
    const y = top + Math.floor(index / legendColumns(width)) * LINE;
    context.fillStyle = colours.family[family.id];
    context.beginPath();
    context.arc(x + 6, y + 7, 6, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = colours.ink;
    context.fillText(familyLabel(family.id), x + 18, y, LEGEND_PX - 24);
  });
  top += legendRows(width) * LINE;
  foot.forEach((line, index) => {
    context.fillText(line, MARGIN, top + index * LINE, width - 2 * MARGIN);
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(say('picture.notWritten')));
    }, 'image/png');
  });
}

const LEGEND_PX = 180;

function legendColumns(width: number): number {
  return Math.max(1, Math.floor((width - 2 * MARGIN) / LEGEND_PX));
}

function legendRows(width: number): number {
  return Math.ceil(FAMILIES.length / legendColumns(width));
}

function belowLines(credit: string): string[] {
  return [
    say('picture.numbers'),
    say('picture.credit', { credit, day: dayWords(Date.now()), link: location.href }),
  ];
}
