import {
  centralDate,
  endOfCentralDate,
  formatCentral,
  startOfCentral,
  startOfCentralDate,
} from '../../../data/time/central.ts';
import { isDate, parseDateTime } from '../../../data/time/rfc3339.ts';
import type { TimePrecision } from '../../../data/vocabulary/precisions.ts';
import { fromInputValue, toInputValue } from '../../time/inputs.ts';

/** A day and a time as inputs hold them, in Central Time; each empty where it is not given. */
export interface Moment {
  readonly day: string;
  readonly clock: string;
}

/**
 * What a time is of: a beginning and an end are known as exactly as the record says, and anything
 * else to the day, or to the minute where a time is given.
 */
export type MomentOf = 'beginning' | 'end' | 'dated';

/** Whether a time of day is asked for beside the day. */
export function asksClock(of: MomentOf, precision: TimePrecision): 'yes' | 'if known' | 'no' {
  if (of === 'dated') return 'if known';
  if (precision === 'exact' || precision === 'hour') return 'yes';
  return of === 'end' ? 'if known' : 'no';
}

/** @param text of a record, as `textOfMoment` writes it or as anybody else has. */
export function momentOf(text: string, of: MomentOf, precision: TimePrecision): Moment {
  if (isDate(text)) return { day: text, clock: '' };
  const instant = parseDateTime(text);
  if (instant === null) return { day: '', clock: '' };
  const [day = '', clock = ''] = toInputValue(instant).split('T');
  const isWholeDay = asksClock(of, precision) === 'if known' && isEndOfDay(of, instant);
  return { day, clock: isWholeDay ? '' : clock };
}

/**
 * @returns the moment as a record has it: the earliest of its hour, day, week or month for a
 *   beginning, the last of the day for an end without a time. What is half filled in gives a text
 *   that no schema takes, and nothing at all an empty one.
 */
export function textOfMoment(moment: Moment, of: MomentOf, precision: TimePrecision): string {
  const { day } = moment;
  const asked = asksClock(of, precision);
  const clock = asked === 'no' ? '' : moment.clock;
  if (day === '') return clock === '' ? '' : `T${clock}`;
  if (clock === '' && asked !== 'no') {
    if (asked === 'yes') return `${day}T`;
    return of === 'end' ? formatCentral(endOfCentralDate(day)) : day;
  }
  const instant =
    clock === '' ? startOfCentralDate(day) : (fromInputValue(`${day}T${clock}`, false) as number);
  return formatCentral(
    of !== 'beginning' || precision === 'exact' ? instant : startOfCentral(precision, instant),
  );
}

/** An end that is known to the day is kept as the last second of it. */
function isEndOfDay(of: MomentOf, instant: number): boolean {
  return of === 'end' && instant + 1000 > endOfCentralDate(centralDate(instant));
}
