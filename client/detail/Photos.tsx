import type { IncidentPhoto } from '../../data/incident/schema.ts';
import { RECORDS } from '../language/languages.ts';

/** What photos show, with the words of the moderator who chose them for whoever cannot see them. */
export function Photos({ photos }: { photos: readonly IncidentPhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <div class="detail-photos">
      {photos.map(({ id, width, height, alt }) => (
        <img
          key={id}
          src={`/api/photos/${encodeURIComponent(id)}`}
          width={width}
          height={height}
          alt={alt}
          lang={RECORDS}
          loading="lazy"
        />
      ))}
    </div>
  );
}
