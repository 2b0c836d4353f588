import { type Summaries, viewResponse } from '../../data/view/response.ts';
import type { ViewAnswer } from '../../data/view/types.ts';
import type { Counted } from '../domain/ports/views.ts';
import type { Turns } from './turns.ts';

/** Features that are written in one turn of the event loop: about 1 ms. */
const FEATURES_A_TURN = 256;

/** Writes a view as JSON. @param timeStamp RFC 3339. */
export async function viewText(
  { answer, revision }: Counted<ViewAnswer>,
  summaries: Summaries,
  timeStamp: string,
  turns: Turns,
): Promise<string> {
  const { type, features, ...counts } = viewResponse(answer, summaries, revision);
  const lists: string[] = [];
  for (let start = 0; start < features.length; start += FEATURES_A_TURN) {
    if (start > 0) await turns.next();
    lists.push(JSON.stringify(features.slice(start, start + FEATURES_A_TURN)).slice(1, -1));
  }
  const rest = JSON.stringify({ ...counts, timeStamp }).slice(1);
  return `{"type":"${type}","features":[${lists.join()}],${rest}`;
}
