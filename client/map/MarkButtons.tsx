import { useRef, useState } from 'preact/hooks';
import type { Store } from '../state/store.ts';
import { type Apart, drawnAt } from './drawn-feature.ts';
import type { IncidentMap, Insets } from './incident-map.ts';

/** A mark as the keyboard and screen readers have it. */
export interface MarkButton {
  readonly id: string;
  readonly label: string;
  readonly position: readonly [longitude: number, latitude: number];
  readonly apart: Apart;
  readonly sizePx: number;
  readonly onPress: () => void;
}

interface MarkButtonsProps {
  readonly label: string;
  readonly marks: readonly MarkButton[];
  readonly store: Store;
  readonly map: IncidentMap;
  /** What always covers the map: a mark below it has its button at the edge of what is clear. */
  readonly covered: Insets;
}

/**
 * A button over each mark, one stop for Tab, arrow keys between them; one at the edge moves the map
 * until it is seen. The pointer passes through to the map, which is what it sees.
 */
export function MarkButtons({ label, marks, store, map, covered }: MarkButtonsProps) {
  const [current, setCurrent] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const ordered = inReadingOrder(marks, map, covered);

  const go = (to: number): void => {
    const next = (to + ordered.length) % ordered.length;
    setCurrent(next);
    (box.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === 'first') go(0);
    else if (step === 'last') go(ordered.length - 1);
    else go(Math.min(current, ordered.length - 1) + step);
  };

  return (
    <div class="mark-keys" role="toolbar" aria-label={label} ref={box} onKeyDown={onKeyDown}>
      {ordered.map(({ mark, style }, index) => (
        <button
          key={mark.id}
          type="button"
          style={style}
          aria-label={mark.label}
          tabIndex={index === Math.min(current, ordered.length - 1) ? 0 : -1}
          onFocus={() => {
            setCurrent(index);
            store.dispatch({ type: 'hovered', id: mark.id });
            map.keepClear(mark.position, covered, 0);
          }}
          onBlur={() => store.dispatch({ type: 'hovered', id: null })}
          onClick={mark.onPress}
        />
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};

/** Marks from north to south, as a page is read, each with its place on the screen. */
function inReadingOrder(marks: readonly MarkButton[], map: IncidentMap, covered: Insets) {
  const { width, height } = map.box();
  return [...marks]
    .sort((a, b) => b.position[1] - a.position[1])
    .map((mark) => {
      const { sizePx: size } = mark;
      const at = drawnAt(map.project(mark.position), mark.apart);
      const x = within(at.x, size / 2, width - size / 2);
      const y = within(at.y, covered.top + size / 2, height - covered.bottom - size / 2);
      const move = `translate(${x - size / 2}px, ${y - size / 2}px)`;
      return { mark, style: { width: `${size}px`, height: `${size}px`, transform: move } };
    });
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
