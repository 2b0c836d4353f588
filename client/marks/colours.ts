import type { Theme } from '../../data/basemap/palette.ts';
import { palettes } from '../../data/basemap/palette.ts';
import { categoryOf } from '../../data/vocabulary/categories.ts';
import { FAMILIES, type FamilyId } from '../../data/vocabulary/families.ts';

/** What marks are drawn with, in one theme. */
export interface MarkColours {
  readonly theme: Theme;
  readonly family: Readonly<Record<FamilyId, string>>;
  /** Inside hollow marks and clusters. */
  readonly core: string;
  /** Glyph on a solid disc. */
  readonly onSolid: string;
  /** Rim about every mark. */
  readonly halo: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
}

const familyColours = (theme: Theme): Record<FamilyId, string> =>
  Object.fromEntries(FAMILIES.map((family) => [family.id, family[theme]])) as Record<
    FamilyId,
    string
  >;

export const MARK_COLOURS: Readonly<Record<Theme, MarkColours>> = {
  light: {
    theme: 'light',
    family: familyColours('light'),
    core: '#FFFFFF',
    onSolid: '#FFFFFF',
    halo: palettes.light.land,
    ink: '#1C1E21',
    muted: '#72767D',
    accent: FAMILIES[0].light,
  },
  dark: {
    theme: 'dark',
    family: familyColours('dark'),
    core: '#20242A',
    onSolid: '#14171A',
    halo: '#0F1113',
    ink: '#F1F3F5',
    muted: '#8A929B',
    accent: FAMILIES[0].dark,
  },
};

/** The name of the CSS property that holds a category's hue (see theme/theme.ts). */
export function hueOf(category: string): string {
  return `var(--${familyOf(category)})`;
}

export function familyOf(category: string): FamilyId {
  return categoryOf(category).family;
}
