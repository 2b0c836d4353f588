import { say } from '../language/say.ts';
import { type Bins, type Edges, keyMove } from './range.ts';

interface HandleProps {
  readonly handle: 'start' | 'end';
  readonly bins: Bins;
  readonly edges: Edges;
  /** CSS length from the track's left end. */
  readonly left: string;
  readonly words: string;
  readonly onMove: (edge: number) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/**
 * One end of the range: a slider (ARIA APG, Slider). Its 44 px to touch lie outside the range, so
 * that both can be held however short that is.
 */
export function Handle({ handle, bins, edges, left, words, onMove, onPointerDown }: HandleProps) {
  const edge = edges[handle];
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keyMove(event.key, event.shiftKey, edge, handle, bins);
    if (to === null) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <div
      class={`handle handle-${handle}`}
      role="slider"
      tabIndex={0}
      aria-label={handle === 'start' ? say('range.start') : say('range.end')}
      aria-valuemin={0}
      aria-valuemax={bins.count}
      aria-valuenow={Math.round(edge)}
      aria-valuetext={words}
      style={{ left }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      <span class="handle-bar" />
    </div>
  );
}
