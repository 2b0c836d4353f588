import { useEffect, useState } from 'preact/hooks';
import type { Photo } from './photo.ts';

/** The photos of the draft, by its key: held while the page is open, and nowhere else. */
let held: { readonly key: string; readonly photos: readonly Photo[] } | null = null;

export function holdPhotos(key: string, photos: readonly Photo[]): void {
  held = photos.length === 0 ? null : { key, photos };
}

/** Photos that are there again after the form was left by Back and opened again. */
export function useHeldPhotos(key: string) {
  const [photos, setPhotos] = useState(() => (held?.key === key ? held.photos : []));
  useEffect(() => holdPhotos(key, photos), [key, photos]);
  return [photos, setPhotos] as const;
}
