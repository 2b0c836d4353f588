import { palettes, type Theme } from '../../data/basemap/palette.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';
import { MARK_COLOURS } from '../marks/colours.ts';

export type ThemeChoice = 'system' | Theme;

const KEY = 'theme';
const darkness = window.matchMedia('(prefers-color-scheme: dark)');

/** What is on the screen. */
let applied: Theme = 'light';
// Printers leave dark grounds out, and pale words on white paper nobody could read.
window.addEventListener('beforeprint', () => colour('light'));
window.addEventListener('afterprint', () => colour(applied));

/** @returns the theme that a choice means on this device now. */
export function themeOf(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  return darkness.matches ? 'dark' : 'light';
}

export function onSystemTheme(listener: () => void): void {
  darkness.addEventListener('change', listener);
}

/**
 * Puts a theme on the page. Colours of the vocabulary become CSS properties (`--gathering`, …), so
 * that each is declared once, in data/vocabulary/families.ts.
 */
export function applyTheme(theme: Theme): void {
  applied = theme;
  colour(theme);
}

function colour(theme: Theme): void {
  const { style, dataset } = document.documentElement;
  dataset.theme = theme;
  for (const family of FAMILIES) style.setProperty(`--${family.id}`, family[theme]);
  const colours = MARK_COLOURS[theme];
  style.setProperty('--core', colours.core);
  style.setProperty('--on-solid', colours.onSolid);
  style.setProperty('--muted', colours.muted);
  style.setProperty('--land', palettes[theme].land);
}

/** @returns what was chosen on this device before. */
export function rememberedTheme(): ThemeChoice {
  try {
    const choice = localStorage.getItem(KEY);
    return choice === 'light' || choice === 'dark' ? choice : 'system';
  } catch {
    return 'system';
  }
}

/** Keeps a choice on this device; where storage is blocked it holds for this visit. */
export function rememberTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Storage may be blocked or full; the theme is set all the same.
  }
}
