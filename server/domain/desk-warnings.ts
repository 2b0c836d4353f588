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
