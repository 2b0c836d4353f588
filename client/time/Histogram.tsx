import { useMemo, useRef } from 'preact/hooks';
import type { Timeline } from '../api/answer.ts';
import { useWidth } from '../layout/hooks.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { barPaths, familyBins } from './bars.ts';
import { Handle } from './Handle.tsx';
import { type Bins, type Edges, edgesOf, moveBoth, moveHandle, rangeOf } from './range.ts';
import { ticksOf } from './ticks.ts';
import { rangeWords } from './words.ts';

interface HistogramProps {
  readonly state: State;
  readonly store: Store;
  /** Pixels of the highest bar. */
  readonly height: number;
  readonly axis: boolean;
}

/** Room at both ends, so that a handle at the end can be held whole. */
const MARGIN_PX = 22;
/** Right end of the axis, where the zone is named. */
const ZONE_PX = 130;

/** Bars of all that is known, by family: within the range in colour, outside it muted. */
export function Histogram({ state, store, height, axis }: HistogramProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(0, useWidth(box) - 2 * MARGIN_PX);
  const timeline = state.answer?.view.timeline ?? null;
  const bins = useMemo(() => binsOf(timeline), [timeline]);
  const bars = useMemo(
    () =>
      timeline && bins && width > 0
        ? barPaths(familyBins(timeline.byCategory, bins.count), bins.count, width, height)
        : [],
    [timeline, bins, width, height],
  );
  const edges = bins && edgesOf(state.filter.datetime, bins);
  return (
    <div
      class={axis ? 'histogram has-axis' : 'histogram'}
      ref={box}
      style={{ height: `${height + (axis ? 24 : 8)}px` }}
    >
      {bins && edges && width > 0 && (
        <>
          <Bars bars={bars} bins={bins} edges={edges} width={width} height={height} axis={axis} />
          <Brush store={store} bins={bins} edges={edges} width={width} />
        </>
      )}
    </div>
  );
}

interface BarsProps {
  readonly bars: ReturnType<typeof barPaths>;
  readonly bins: Bins;
  readonly edges: Edges;
  readonly width: number;
  readonly height: number;
  readonly axis: boolean;
}

function Bars({ bars, bins, edges, width, height, axis }: BarsProps) {
  const x = (edge: number): number => (edge / bins.count) * width;
  const to = bins.from + bins.count * bins.binMs;
  const ticks = axis ? ticksOf(bins.from, to, Math.max(2, Math.floor(width / 76))) : [];
  const inside = `inset(0 ${width - x(edges.end)}px 0 ${x(edges.start)}px)`;
  return (
    <svg
      class="bars"
      width={width}
      height={height + (axis ? 22 : 4)}
      style={{ left: `${MARGIN_PX}px` }}
      aria-hidden="true"
    >
      <rect
        class="bars-range"
        x={x(edges.start)}
        y={0}
        width={Math.max(0, x(edges.end) - x(edges.start))}
        height={height}
      />
      <g class="bars-outside">
        {bars.map(({ family, path }) => (
          <path key={family} d={path} />
        ))}
      </g>
      <g style={{ clipPath: inside }}>
        <rect width={width} height={height} fill="none" />
        {bars.map(({ family, path }) => (
          <path key={family} d={path} style={{ fill: `var(--${family})` }} />
        ))}
      </g>
      <path class="bars-ground" d={`M0 ${height + 0.5}h${width}`} />
      {axis && (
        <text class="zone" x={width} y={height + 15} text-anchor="end">
          Central Time
        </text>
      )}
      {ticks.map(({ at, label }) => {
        const left = ((at - bins.from) / (to - bins.from)) * width;
        if (left > width - ZONE_PX) return null;
        return (
          <g key={at} class="tick">
            <path d={`M${left} ${height}v6`} />
            <text x={left + 3} y={height + 15}>
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

interface BrushProps {
  readonly store: Store;
  readonly bins: Bins;
  readonly edges: Edges;
  readonly width: number;
}

/** Handles at both ends, a grip between them, and a new range from wherever a drag begins outside. */
function Brush({ store, bins, edges, width }: BrushProps) {
  const track = useRef<HTMLDivElement>(null);
  const set = (next: Edges): void =>
    store.dispatch({ type: 'timeChosen', datetime: rangeOf(next, bins) });
  const edgeAt = (clientX: number): number => {
    const left = track.current?.getBoundingClientRect().left ?? 0;
    return ((clientX - left) / width) * bins.count;
  };

  /** Follows one pointer from press to release. */
  const drag = (event: PointerEvent, move: (edge: number) => Edges): void => {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    store.dispatch({ type: 'timeHeld' });
    const onMove = (moved: PointerEvent): void => set(move(edgeAt(moved.clientX)));
    const onEnd = (): void => {
      target.removeEventListener('pointermove', onMove);
      target.removeEventListener('pointerup', onEnd);
      target.removeEventListener('pointercancel', onEnd);
      store.dispatch({ type: 'timeLetGo' });
    };
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onEnd);
    target.addEventListener('pointercancel', onEnd);
  };

  const onTrackDown = (event: PointerEvent): void => {
    const from = Math.floor(edgeAt(event.clientX));
    drag(event, (edge) => ({
      start: Math.max(0, Math.min(from, Math.floor(edge))),
      end: Math.min(bins.count, Math.max(from + 1, Math.ceil(edge))),
    }));
  };
  const onGripDown = (event: PointerEvent): void => {
    event.stopPropagation();
    const from = edgeAt(event.clientX);
    drag(event, (edge) => moveBoth(edges, edge - from, bins));
  };

  const whole = edges.start <= 0 && edges.end >= bins.count;
  const percent = (edge: number): string => `${(edge / bins.count) * 100}%`;
  return (
    <div class="brush" ref={track} style={{ left: `${MARGIN_PX}px`, width: `${width}px` }}>
      <div class="brush-track" onPointerDown={onTrackDown} />
      {!whole && (
        <div
          class="brush-grip"
          onPointerDown={onGripDown}
          style={{ left: percent(edges.start), width: percent(edges.end - edges.start) }}
        />
      )}
      {(['start', 'end'] as const).map((handle) => (
        <Handle
          key={handle}
          handle={handle}
          bins={bins}
          edges={edges}
          left={percent(edges[handle])}
          words={handleWords(handle, edges, bins)}
          onMove={(to) => set(moveHandle(edges, handle, to, bins))}
          onPointerDown={(event) => {
            event.stopPropagation();
            drag(event, (edge) => moveHandle(edges, handle, edge, bins));
          }}
        />
      ))}
    </div>
  );
}

function handleWords(handle: 'start' | 'end', edges: Edges, bins: Bins): string {
  const range = rangeOf(edges, bins);
  if (handle === 'start') {
    return range && range.from !== -Infinity
      ? rangeWords({ from: range.from, to: Infinity })
      : 'from the beginning';
  }
  return range && range.to !== Infinity
    ? rangeWords({ from: -Infinity, to: range.to })
    : 'to the end';
}

function binsOf(timeline: Timeline | null): Bins | null {
  if (!timeline) return null;
  const from = Date.parse(timeline.from);
  const binMs = timeline.binSeconds * 1000;
  const count = Math.round((Date.parse(timeline.to) - from) / binMs);
  return count > 0 ? { from, binMs, count } : null;
}
