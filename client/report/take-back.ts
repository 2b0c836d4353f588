import { discard } from './discard.ts';
import { draftOf } from './draft.ts';
import { keepDraft, newKey } from './draft-store.ts';
import { holdPhotos } from './held-photos.ts';
import { readPhoto } from './photo.ts';
import { shelvedPhotos } from './photo-shelf.ts';
import type { WaitingReport } from './waiting.ts';

/** Makes a draft again of a report that the server refused. What is mended is another report: a new key. */
export async function takeBack({ key, feature }: WaitingReport): Promise<void> {
  const mended = newKey();
  holdPhotos(mended, await Promise.all((await shelvedPhotos(key)).map(readPhoto)));
  keepDraft({ draft: draftOf(feature), about: null, key: mended, savedAt: Date.now() });
  await discard(key);
}
