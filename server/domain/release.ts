import type { ReportDesk } from './ports/report-desk.ts';
import type { Surroundings } from './surroundings.ts';

/** Publishes the accepted reports whose delay is over. @returns how many. */
export function releaseDue(
  desk: Pick<ReportDesk, 'releaseDue'>,
  { now }: Pick<Surroundings, 'now'>,
): Promise<number> {
  return desk.releaseDue({ id: null, name: 'the clock', at: now() });
}
