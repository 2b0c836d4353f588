import { dropWaiting } from './keep-waiting.ts';
import { shelvePhotos } from './photo-shelf.ts';

/** Forgets a report that waits on this device, and its photos. */
export async function discard(key: string): Promise<void> {
  dropWaiting(key, null);
  await shelvePhotos(key, []);
}
