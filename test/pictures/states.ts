import type { State } from './state.ts';
import { FAILING } from './states/failing.ts';
import { FIGURES } from './states/figures.ts';
import { IN_OTHER_LANGUAGES } from './states/languages.ts';
import { MODERATING } from './states/moderating.ts';
import { ON_THE_MAP } from './states/on-the-map.ts';
import { OPENING } from './states/opening.ts';
import { READING } from './states/reading.ts';
import { REPORTING } from './states/reporting.ts';
import { TIME } from './states/time.ts';

/** Every state that is looked at, in the order in which people come to them. */
export const STATES: readonly State[] = [
  ...OPENING,
  ...READING,
  ...ON_THE_MAP,
  ...TIME,
  ...FIGURES,
  ...REPORTING,
  ...FAILING,
  ...IN_OTHER_LANGUAGES,
  ...MODERATING,
];
