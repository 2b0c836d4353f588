/**
 * `tsx test/bench/chart.ts SVG COUNT=FILE …`: draws what a view costs against the number of
 * incidents, from what `npm run bench -- --count COUNT --json FILE` has written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './measure.ts';

interface Point {
  readonly count: number;
  readonly milliseconds: number;
}

interface Curve {
  readonly name: string;
  readonly className: string;
  readonly points: readonly Point[];
}

const [WIDTH, HEIGHT] = [720, 400];
const PLOT = { left: 64, right: 532, top: 44, bottom: 344 };
/** Both axes are logarithmic: a step is ten times as much. */
const COUNTS = [1e4, 1e5, 1e6, 1e7];
const MILLISECONDS = [0.1, 1, 10, 100, 1000, 10_000];

const [target, ...sources] = process.argv.slice(2);
if (target === undefined || sources.length === 0) {
  throw new RangeError('expected an SVG file to write, and COUNT=FILE for each run of the bench.');
}
const runs = sources.map((source) => {
  const [count = '', file = ''] = source.split('=');
  const figures: Figure[] = JSON.parse(readFileSync(file, 'utf8'));
  return { count: Number(count), figures };
});
writeFileSync(
  target,
  svgOf([
    {
      name: 'supercluster, rebuilt',
      className: 'peer',
      points: pointsOf('change to all,', (figure) => figure.peer),
    },
    {
      name: 'this map, at its worst',
      className: 'ours',
      points: pointsOf('whole view at its worst', (figure) => figure.ours),
    },
  ]),
);

function pointsOf(name: string, read: (figure: Figure) => number | null): Point[] {
  return runs.flatMap(({ count, figures }) => {
    const figure = figures.find((one) => one.name.startsWith(name));
    const milliseconds = figure ? read(figure) : null;
    return milliseconds === null ? [] : [{ count, milliseconds }];
  });
}

function svgOf(curves: readonly Curve[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">Milliseconds of a view of the whole city against the number of incidents: ${curves.map(told).join('; ')}.</title>
<style>
  svg { background: #fff; font: 13px system-ui, sans-serif; }
  text { fill: #333; }
  .heading { font-weight: 600; }
  .grid { stroke: #ddd; }
  .ours, .peer { fill: none; stroke-width: 2.5; }
  .ours { stroke: #0b62a8; }
  .peer { stroke: #a34a00; stroke-dasharray: 7 4; }
  .dot { stroke-dasharray: none; fill: #fff; }
  @media (prefers-color-scheme: dark) {
    svg { background: #16181b; }
    text { fill: #ddd; }
    .grid { stroke: #3a3d42; }
    .ours { stroke: #7cc0ff; }
    .peer { stroke: #ffb27a; }
    .dot { fill: #16181b; }
  }
</style>
<text class="heading" x="${PLOT.left}" y="24">From a filter to its view: milliseconds against incidents</text>
${MILLISECONDS.map(rule).join('\n')}
${COUNTS.map(column).join('\n')}
${curves.map(drawn).join('\n')}
</svg>
`;
}

function told({ name, points }: Curve): string {
  const values = points.map(
    ({ count, milliseconds }) => `${written(milliseconds)} ms of ${written(count)}`,
  );
  return `${name}: ${values.join(', ')}`;
}

function rule(milliseconds: number): string {
  const y = yOf(milliseconds);
  return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}"/><text x="${PLOT.left - 8}" y="${y + 4}" text-anchor="end">${written(milliseconds)}</text>`;
}

function column(count: number): string {
  const x = xOf(count);
  return `<line class="grid" x1="${x}" x2="${x}" y1="${PLOT.top}" y2="${PLOT.bottom}"/><text x="${x}" y="${PLOT.bottom + 20}" text-anchor="middle">${written(count)}</text>`;
}

function drawn({ name, className, points }: Curve): string {
  const places = points.map(({ count, milliseconds }) => [xOf(count), yOf(milliseconds)] as const);
  const [x, y] = places.at(-1) ?? [PLOT.left, PLOT.top];
  const dots = places.map(
    ([cx, cy]) => `<circle class="${className} dot" cx="${cx}" cy="${cy}" r="4"/>`,
  );
  return `<polyline class="${className}" points="${places.map(String).join(' ')}"/>${dots.join('')}
<text x="${x + 10}" y="${y - 10}">${name}</text>`;
}

function xOf(count: number): number {
  return along(COUNTS, count, PLOT.left, PLOT.right);
}

function yOf(milliseconds: number): number {
  return along(MILLISECONDS, milliseconds, PLOT.bottom, PLOT.top);
}

/** @returns where a value lies between the first and the last of an axis, to a tenth of a pixel. */
function along(axis: readonly number[], value: number, from: number, to: number): number {
  const [first, last] = [Math.log(axis[0] as number), Math.log(axis.at(-1) as number)];
  const share = (Math.log(value) - first) / (last - first);
  return Math.round(10 * (from + share * (to - from))) / 10;
}

function written(value: number): string {
  return value >= 10
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(2)));
}
