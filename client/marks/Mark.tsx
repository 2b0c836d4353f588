import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { BOX, CROSS, FILLS, glyphScale, MIDDLE, RADIUS } from './anatomy.ts';
import { hueOf } from './colours.ts';
import { GLYPHS } from './glyphs.ts';

interface MarkProps {
  readonly category: CategoryId;
  readonly verification: VerificationId;
  /** Pixels across. */
  readonly size?: number;
  /** Dashed: the reporter's own pending report. */
  readonly pending?: boolean;
}

/** The mark of an incident, as the map draws it (see anatomy.ts). Words beside it say the same. */
export function Mark({ category, verification, size = 28, pending = false }: MarkProps) {
  const fill = FILLS[verification];
  const hue = fill.muted ? 'var(--muted)' : hueOf(category);
  const scale = glyphScale(fill);
  const radius = RADIUS - fill.rim / 2;
  return (
    <svg
      class="mark"
      width={size}
      height={size}
      viewBox={`0 0 ${BOX} ${BOX}`}
      aria-hidden="true"
      style={{ color: hue }}
    >
      {fill.disc === 'solid' && !pending ? (
        <circle cx={MIDDLE} cy={MIDDLE} r={RADIUS} fill="currentColor" />
      ) : (
        <circle
          cx={MIDDLE}
          cy={MIDDLE}
          r={radius}
          fill="var(--core)"
          stroke="currentColor"
          stroke-width={pending ? 2 : fill.rim}
          stroke-dasharray={pending ? '4 3.3' : undefined}
        />
      )}
      {fill.disc === 'halves' && (
        <path
          d={`M${MIDDLE} ${MIDDLE - RADIUS}a${RADIUS} ${RADIUS} 0 0 0 0 ${2 * RADIUS}z`}
          fill="currentColor"
        />
      )}
      {fill.disc === 'halves' ? (
        <>
          <GlyphPath category={category} scale={scale} colour="var(--on-solid)" half="left" />
          <GlyphPath category={category} scale={scale} colour="currentColor" half="right" />
        </>
      ) : (
        <GlyphPath
          category={category}
          scale={scale}
          colour={fill.disc === 'solid' && !pending ? 'var(--on-solid)' : 'currentColor'}
        />
      )}
      {fill.muted && (
        <g fill="none" stroke-linecap="round">
          <path d={CROSS} stroke="var(--surface)" stroke-width="5" />
          <path d={CROSS} stroke="currentColor" stroke-width="2.2" />
        </g>
      )}
    </svg>
  );
}

interface GlyphPathProps {
  readonly category: CategoryId;
  readonly scale: number;
  readonly colour: string;
  readonly half?: 'left' | 'right';
}

function GlyphPath({ category, scale, colour, half }: GlyphPathProps) {
  const glyph = GLYPHS[category];
  const at = MIDDLE - 12 * scale;
  const inset = half === 'left' ? 'inset(0 50% 0 0)' : 'inset(0 0 0 50%)';
  return (
    <svg
      aria-hidden="true"
      x={at}
      y={at}
      width={24 * scale}
      height={24 * scale}
      viewBox="0 0 24 24"
      style={half ? { clipPath: inset } : {}}
    >
      {glyph.fills && <path d={glyph.fills} fill={colour} fill-rule="evenodd" />}
      {glyph.lines && (
        <path
          d={glyph.lines}
          fill="none"
          stroke={colour}
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      )}
    </svg>
  );
}

/** The bare glyph of a category, in its family's hue. */
export function CategoryGlyph({ category, size = 20 }: { category: CategoryId; size?: number }) {
  return (
    <svg
      class="glyph"
      width={size}
      height={size}
      viewBox={`${MIDDLE - 12} ${MIDDLE - 12} 24 24`}
      aria-hidden="true"
      style={{ color: hueOf(category) }}
    >
      <GlyphPath category={category} scale={1} colour="currentColor" />
    </svg>
  );
}
