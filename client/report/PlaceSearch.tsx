import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, say } from '../language/say-of-reports.ts';
import { findPlaces, type Place } from './places.ts';

const KIND_WORDS: Readonly<Record<string, MessageKey>> = {
  intersection: 'where.corner',
  neighborhood: 'where.neighborhood',
  community: 'where.community',
};

function kindWords(kind: string): string {
  const key = KIND_WORDS[kind];
  return key ? say(key) : kind;
}

/** Type a corner or a landmark: a combobox with a list (ARIA APG). */
export function PlaceSearch({ onPick }: { onPick: (place: Place) => void }) {
  const [query, setQuery] = useState('');
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [active, setActive] = useState(-1);
  const asked = useRef('');

  useEffect(() => {
    asked.current = query;
    if (query.trim().length < 2) {
      setPlaces([]);
      return;
    }
    void findPlaces(query).then((found) => {
      if (asked.current === query) setPlaces(found);
    });
    setActive(-1);
  }, [query]);

  const pick = (place: Place): void => {
    asked.current = '';
    setQuery('');
    setPlaces([]);
    onPick(place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + places.length) % Math.max(1, places.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const place = places[active] ?? places[0];
      if (place) pick(place);
    } else if (event.key === 'Escape' && places.length > 0) {
      event.preventDefault();
      setPlaces([]);
    }
  };

  return (
    <div class="place-search">
      <label for="place-search">{say('where.type')}</label>
      <input
        id="place-search"
        role="combobox"
        autoComplete="off"
        placeholder="Lake Street and Chicago Avenue"
        aria-expanded={places.length > 0}
        aria-controls="place-options"
        aria-autocomplete="list"
        aria-activedescendant={places[active] ? `place-option-${active}` : undefined}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        id="place-options"
        role="listbox"
        aria-label={say('where.places')}
        hidden={places.length === 0}
      >
        {places.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and takes the keys
          <div
            key={place.id}
            id={`place-option-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(place)}
          >
            {place.name} <small>{kindWords(place.kind)}</small>
          </div>
        ))}
      </div>
      {query.trim().length >= 2 && places.length === 0 && (
        <p class="note" role="status">
          {say('where.nothing')}
        </p>
      )}
    </div>
  );
}
