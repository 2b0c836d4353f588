import { useLayoutEffect, useRef } from 'preact/hooks';
import { writeAddress } from '../state/address.ts';
import type { State } from '../state/state.ts';

/**
 * Acts once what is shown answers another question. None is asked as the map is moved, as a range
 * follows the clock, or while a handle is held or time played: who reads then is left where they are.
 */
export function useNewQuestion(state: State, act: () => void): void {
  const { answerFilter: filter, rolling, adjusting } = state;
  const question = writeAddress({ filter, rolling, camera: null, screen: { kind: 'list' } });
  const last = useRef(question);
  useLayoutEffect(() => {
    if (adjusting || question === last.current) return;
    last.current = question;
    act();
  }, [question, adjusting]);
}
