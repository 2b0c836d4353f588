import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../language/say-of-reports.ts';
import { followPointer } from '../layout/follow-pointer.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { drawPhoto, type Photo, type Stroke } from './photo.ts';

interface BlurEditorProps {
  readonly photo: Photo;
  /** Null: left as it was. */
  readonly onDone: (strokes: readonly Stroke[] | null) => void;
}

type Brush = Extract<Stroke, { kind: 'brush' }>;
type Rectangle = Extract<Stroke, { kind: 'rectangle' }>;

/** Brush widths, as a share of the longer side. */
const BRUSHES = [
  { label: 'blur.small', share: 1 / 40 },
  { label: 'blur.medium', share: 1 / 16 },
  { label: 'blur.large', share: 1 / 8 },
] as const;

/** Paint with finger, pen or mouse; by keyboard a rectangle goes where the arrows send it. */
export function BlurEditor({ photo, onDone }: BlurEditorProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = useRef<HTMLCanvasElement>(null);
  const movable = useRef<HTMLButtonElement>(null);
  const [strokes, setStrokes] = useState(photo.strokes);
  const [share, setShare] = useState<number>(1 / 16);
  const [rectangle, setRectangle] = useState<Rectangle | null>(null);
  const { width, height } = photo.picture;
  const longest = Math.max(width, height);

  useEffect(() => {
    dialog.current?.showModal();
    // Not the way out, which stands first: a key pressed too often would leave.
    dialog.current?.querySelector<HTMLElement>(':checked')?.focus();
  }, []);
  useEffect(() => {
    if (shown.current) drawPhoto(shown.current, { ...photo, strokes });
  }, [photo, strokes]);
  const isByKeys = rectangle !== null;
  useEffect(() => movable.current?.focus(), [isByKeys]);

  const done = (chosen: readonly Stroke[] | null): void => {
    // Closed before it is taken away, it gives the focus back to what opened it.
    dialog.current?.close();
    onDone(chosen);
  };
  const onPointerDown = (event: PointerEvent): void => {
    const canvas = event.currentTarget as HTMLCanvasElement;
    event.preventDefault();
    const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
      const box = canvas.getBoundingClientRect();
      return [
        ((clientX - box.left) / box.width) * width,
        ((clientY - box.top) / box.height) * height,
      ];
    };
    let stroke: Brush = { kind: 'brush', width: longest * share, points: [at(event)] };
    const before = strokes;
    setStrokes([...before, stroke]);
    followPointer(event, (move) => {
      stroke = { ...stroke, points: [...stroke.points, at(move)] };
      setStrokes([...before, stroke]);
    });
  };

  const toggleRectangle = (): void => {
    const side = longest / 6;
    setRectangle(
      rectangle
        ? null
        : {
            kind: 'rectangle',
            left: (width - side) / 2,
            top: (height - side) / 2,
            width: side,
            height: side,
          },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    if (!direction || !rectangle) return;
    event.preventDefault();
    const [x, y] = direction.map((sign) => sign * (longest / 50)) as [number, number];
    setRectangle(
      within(
        event.shiftKey
          ? { ...rectangle, width: rectangle.width + x, height: rectangle.height + y }
          : { ...rectangle, left: rectangle.left + x, top: rectangle.top + y },
        width,
        height,
      ),
    );
  };

  return (
    <dialog
      class="blur-dialog"
      ref={dialog}
      aria-labelledby="blur-title"
      onCancel={(event) => {
        event.preventDefault();
        done(null);
      }}
    >
      <div class="form-head">
        <h3 id="blur-title">{say('blur.title')}</h3>
        <LeaveButton />
      </div>
      <p class="hint">{say('blur.hint')}</p>
      <div class="blur-stage">
        <div class="blur-picture">
          <canvas
            ref={shown}
            role="img"
            aria-label={say('blur.picture')}
            onPointerDown={onPointerDown}
          />
          {rectangle && (
            <button
              type="button"
              class="blur-rectangle"
              ref={movable}
              aria-label={say('blur.rectangleHow')}
              style={{
                left: `${(rectangle.left / width) * 100}%`,
                top: `${(rectangle.top / height) * 100}%`,
                width: `${(rectangle.width / width) * 100}%`,
                height: `${(rectangle.height / height) * 100}%`,
              }}
              onKeyDown={onKeyDown}
              onClick={() => setStrokes([...strokes, rectangle])}
            />
          )}
        </div>
      </div>
      <fieldset class="brushes">
        <legend>{say('blur.brush')}</legend>
        {BRUSHES.map((brush) => (
          <label key={brush.label} class="choice">
            <input
              type="radio"
              name="brush"
              checked={share === brush.share}
              onChange={() => setShare(brush.share)}
            />
            <span>{say(brush.label)}</span>
          </label>
        ))}
      </fieldset>
      <p class="visually-hidden" role="status">
        {say('blur.blurred', { count: strokes.length })}
      </p>
      <div class="actions">
        <button type="button" class="button" aria-pressed={isByKeys} onClick={toggleRectangle}>
          {say('blur.rectangle')}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={strokes.length === 0}
          onClick={() => setStrokes(strokes.slice(0, -1))}
        >
          {say('blur.undo')}
        </button>
        <button type="button" class="button is-primary" onClick={() => done(strokes)}>
          {say('blur.done')}
        </button>
      </div>
    </dialog>
  );
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const LEAST_SIDE = 16;

function within(rectangle: Rectangle, width: number, height: number): Rectangle {
  const wide = Math.min(width, Math.max(LEAST_SIDE, rectangle.width));
  const high = Math.min(height, Math.max(LEAST_SIDE, rectangle.height));
  return {
    ...rectangle,
    width: wide,
    height: high,
    left: Math.min(width - wide, Math.max(0, rectangle.left)),
    top: Math.min(height - high, Math.max(0, rectangle.top)),
  };
}
