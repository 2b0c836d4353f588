import { screen, type Warning } from '../../data/screening/screen.ts';
import type { DeskReport } from './ports/report-desk.ts';

/** @returns what must be looked at before it is public; of merged reports under `/merged/{index}`. */
export function warningsOf({ feature, merged }: Pick<DeskReport, 'feature' | 'merged'>): Warning[] {
  const ofMerged = merged.flatMap((report, index) =>
    screen(report.feature).map((warning) => ({
      ...warning,
      pointer: `/merged/${index}${warning.pointer}`,
    })),
  );
  return [...screen(feature), ...ofMerged];
}

/**
 * @param allow pointers whose warning was looked at.
 * @returns the warnings that were not, and the pointers of those that were.
 */
export function lookedAt(
  found: readonly Warning[],
  allow: readonly string[],
): { readonly warnings: Warning[]; readonly allowed: string[] } {
  const warnings = found.filter(({ pointer }) => !allow.includes(pointer));
  const allowed = found.map(({ pointer }) => pointer).filter((pointer) => allow.includes(pointer));
  return { warnings, allowed };
}
