import type { TimeSpan } from '../../data/time/span.ts';
import type { barPaths } from './bars.ts';
import type { Bins, Edges } from './range.ts';
import { ticksOf } from './ticks.ts';
import { zoneWords } from './zone.ts';

interface BarsProps {
  readonly bars: ReturnType<typeof barPaths>;
  /** Where the bars, drawn for the whole width, belong. */
  readonly placed: { readonly left: number; readonly scale: number };
  readonly span: TimeSpan;
  readonly bins: Bins;
  readonly edges: Edges;
  readonly width: number;
  readonly height: number;
  readonly axis: boolean;
  /** Whether something begins beyond that end: then the ground breaks off there. */
  readonly beyond: { readonly start: boolean; readonly end: boolean };
}

/** Between two labels of the axis. */
const GAP_PX = 8;
const CHARACTER_PX = 7;

/**
 * Within the range in colour, outside it muted; an axis below. Both are drawn once, on layers of
 * their own: a range that moves, as in a play, only uncovers another part of the coloured ones.
 */
export function Bars(props: BarsProps) {
  const { bars, placed, span, bins, edges, width, height, axis, beyond } = props;
  const x = (edge: number): number => (edge / bins.count) * width;
  const [left, right] = [x(edges.start), x(edges.end)];
  const size = { width, height };
  return (
    <>
      <svg class="bars" width={width} height={height + (axis ? 22 : 4)} aria-hidden="true">
        <svg {...size} class="bars-outside" aria-hidden="true">
          <g transform={matrixOf(placed)}>
            {bars.map((bar) => (
              <path key={bar.id} d={bar.path} />
            ))}
          </g>
        </svg>
        <path class="bars-ground" d={`M0 ${height + 0.5}h${width}`} />
        {beyond.start && (
          <path class="bars-break" d={`M-4 ${height + 5}l4-10M-9 ${height + 5}l4-10`} />
        )}
        {beyond.end && (
          <path
            class="bars-break"
            d={`M${width} ${height + 5}l4-10M${width + 5} ${height + 5}l4-10`}
          />
        )}
        {axis && <Axis span={span} width={width} height={height} />}
      </svg>
      <div
        class="bars-range"
        style={{
          left: `${left}px`,
          width: `${Math.max(0, right - left)}px`,
          height: `${height}px`,
        }}
      >
        <svg
          {...size}
          class="bars-inside"
          style={{ transform: `translateX(${-left}px)` }}
          aria-hidden="true"
        >
          <g transform={matrixOf(placed)}>
            {bars.map((bar) => (
              <path key={bar.id} d={bar.path} style={{ fill: `var(--${bar.id})` }} />
            ))}
          </g>
        </svg>
      </div>
    </>
  );
}

interface AxisProps {
  readonly span: TimeSpan;
  readonly width: number;
  readonly height: number;
}

function Axis({ span, width, height }: AxisProps) {
  const ticks = ticksOf(span.from, span.to, Math.max(2, Math.floor(width / 76)));
  const zone = zoneWords('central', span);
  const most = width - zone.length * CHARACTER_PX - GAP_PX;
  let free = -GAP_PX;
  return (
    <>
      <text class="zone" x={width} y={height + 15} text-anchor="end">
        {zone}
      </text>
      {ticks.map(({ at, label }) => {
        const left = ((at - span.from) / (span.to - span.from)) * width;
        const right = left + label.length * CHARACTER_PX;
        if (left < free || right > most) return null;
        free = right + GAP_PX;
        return (
          <g key={at} class="tick">
            <path d={`M${left} ${height}v6`} />
            <text x={left + 3} y={height + 15}>
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}

function matrixOf({ left, scale }: BarsProps['placed']): string {
  return `matrix(${scale} 0 0 1 ${left} 0)`;
}
