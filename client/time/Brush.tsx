import { useRef } from 'preact/hooks';
import type { TimeSpan } from '../../data/time/span.ts';
import { say } from '../language/say.ts';
import { followPointer } from '../layout/follow-pointer.ts';
import type { Store } from '../state/store.ts';
import { Handle } from './Handle.tsx';
import { type Bins, type Edges, moveBoth, moveHandle, rangeOf } from './range.ts';
import type { Zoom } from './use-zoom.ts';
import { rangeWords } from './words.ts';

interface BrushProps {
  readonly store: Store;
  readonly range: TimeSpan | null;
  readonly bins: Bins;
  readonly edges: Edges;
  readonly width: number;
  readonly zoom: Zoom;
}

/** Handles at both ends, a grip between them, and a new range from wherever a drag begins outside. */
export function Brush({ store, range, bins, edges, width, zoom }: BrushProps) {
  const track = useRef<HTMLDivElement>(null);
  const choose = (datetime: TimeSpan | null): void =>
    store.dispatch({ type: 'timeChosen', datetime });
  /** Moves one end; the other keeps its time, even where it lies beyond what is drawn. */
  const move = (next: Edges): void => choose(rangeOf(next, bins, range));
  const edgeAt = (clientX: number): number => {
    const left = track.current?.getBoundingClientRect().left ?? 0;
    return ((clientX - left) / width) * bins.count;
  };

  /** Follows one pointer from press to release. */
  const drag = (event: PointerEvent, onEdge: (edge: number) => void): void => {
    if (event.button !== 0) return;
    store.dispatch({ type: 'timeHeld' });
    const onMove = (moved: PointerEvent): void => {
      if (!zoom.isPinching()) onEdge(edgeAt(moved.clientX));
    };
    followPointer(event, onMove, () => store.dispatch({ type: 'timeLetGo' }));
  };

  const onTrackDown = (event: PointerEvent): void => {
    const from = Math.floor(edgeAt(event.clientX));
    drag(event, (edge) =>
      choose(
        rangeOf(
          {
            start: Math.max(0, Math.min(from, Math.floor(edge))),
            end: Math.min(bins.count, Math.max(from + 1, Math.ceil(edge))),
          },
          bins,
        ),
      ),
    );
  };
  const onGripDown = (event: PointerEvent): void => {
    event.stopPropagation();
    const from = edgeAt(event.clientX);
    drag(event, (edge) => choose(rangeOf(moveBoth(edges, edge - from, bins), bins)));
  };

  const whole = edges.start <= 0 && edges.end >= bins.count;
  const percent = (edge: number): string => `${(edge / bins.count) * 100}%`;
  return (
    <div class="brush" ref={track} style={{ width: `${width}px` }}>
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
          words={handleWords(handle, rangeOf(edges, bins, range))}
          onMove={(to) => move(moveHandle(edges, handle, to, bins))}
          onPointerDown={(event) => {
            event.stopPropagation();
            drag(event, (edge) => move(moveHandle(edges, handle, edge, bins)));
          }}
        />
      ))}
    </div>
  );
}

function handleWords(handle: 'start' | 'end', range: TimeSpan | null): string {
  if (handle === 'start') {
    return range && range.from !== -Infinity
      ? rangeWords({ from: range.from, to: Infinity })
      : say('range.fromBeginning');
  }
  return range && range.to !== Infinity
    ? rangeWords({ from: -Infinity, to: range.to })
    : say('range.toEnd');
}
