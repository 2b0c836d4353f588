interface BarRowProps {
  readonly counts: readonly number[];
  /** What a bar of full height stands for. */
  readonly most: number;
  /** A colour of the page, as CSS has it. */
  readonly colour: string;
  /** What the row says, for whoever does not see it. */
  readonly label: string;
}

const HEIGHT = 100;
/** So that one incident is seen beside a thousand. */
const LEAST = 3;

/** Bars from 0 on, drawn to whatever width there is. */
export function BarRow({ counts, most, colour, label }: BarRowProps) {
  return (
    <svg
      class="bar-row"
      viewBox={`0 0 ${counts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {counts.map((count, place) => {
        if (count === 0) return null;
        const height = Math.max(LEAST, (count / most) * HEIGHT);
        return (
          <rect
            key={place}
            x={place + 0.07}
            y={HEIGHT - height}
            width={0.86}
            height={height}
            style={{ fill: colour }}
          />
        );
      })}
    </svg>
  );
}
