import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { PARTS } from '../../client/language/compile.ts';
import '../../client/language/say-of-details.ts';
import { browserLanguage, LANGUAGES, type LanguageId } from '../../client/language/languages.ts';
import { type Catalogue, type MessageKey, say, speak } from '../../client/language/say.ts';
import { listWords, monthName, numberWords, weekdayName } from '../../client/language/words.ts';
import { readAddress, writeAddress } from '../../client/state/address.ts';
import { INITIAL_STATE } from '../../client/state/state.ts';
import { update } from '../../client/state/update.ts';
import { dayWords, occurrenceWords, rangeWords } from '../../client/time/words.ts';
import { SHARED_WORDS } from '../../data/language/shared.ts';
import { CATEGORIES } from '../../data/vocabulary/categories.ts';
import {
  CATEGORY_DESCRIPTIONS,
  VERIFICATION_DESCRIPTIONS,
} from '../../data/vocabulary/descriptions.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';
import { CROWD_MEASURES, POLICE_MEASURES } from '../../data/vocabulary/measures.ts';
import { ROLES } from '../../data/vocabulary/roles.ts';
import { VERIFICATIONS } from '../../data/vocabulary/verifications.ts';
import { askedOf, importsOf, openedWith, ownWords, sourceFiles, textsOf } from './spoken-source.ts';

const folder = fileURLToPath(new URL('../../client/language/catalogue/', import.meta.url));
const catalogues = new Map<string, Catalogue>(
  readdirSync(folder).map((file) => {
    const id = file.replace('.json', '') as LanguageId;
    const catalogue = JSON.parse(readFileSync(folder + file, 'utf8'));
    return [id, { ...catalogue, messages: { ...catalogue.messages, ...SHARED_WORDS[id] } }];
  }),
);
const english = catalogues.get('en')?.messages ?? ({} as Catalogue['messages']);
const keys = Object.keys(english) as MessageKey[];

afterEach(() => speak('en'));

describe('the catalogues', () => {
  it('are one a language, and no other', () => {
    expect([...catalogues.keys()].sort()).toEqual(LANGUAGES.map(({ id }) => id).sort());
  });

  it.each([...catalogues])('of %s says everything that English does, and nothing else', (_, it) => {
    expect(Object.keys(it.messages).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => it.messages[key].trim() === '')).toEqual([]);
  });

  it.each([...catalogues])('of %s puts in what English puts in', (_, { messages }) => {
    const others = keys.filter(
      (key) => argumentsOf(messages[key]).join() !== argumentsOf(english[key]).join(),
    );
    expect(others).toEqual([]);
  });

  it.each([...catalogues])('of %s says who has read it, or plainly that nobody has', (id, it) => {
    expect(it.read === null || it.read.length > 0).toBe(true);
    if (id !== 'en') expect(it.messages['language.unread']).not.toBe(english['language.unread']);
  });

  it('are translated: what is the same as English is a name or a sign', () => {
    const same = LANGUAGES.filter(({ id }) => id !== 'en').flatMap(({ id }) =>
      keys.filter(
        (key) =>
          catalogues.get(id)?.messages[key] === english[key] &&
          /\p{L}{3}/u.test(english[key].replace(/\{.*\}/, '').replace(/<\/?\w+>/g, '')),
      ),
    );
    expect(same).toEqual([]);
  });

  it('have the words of the vocabulary, as data/ has them', () => {
    const named = [
      ...FAMILIES.map(({ id, label }) => [`family.${id}`, label]),
      ...CATEGORIES.flatMap(({ id, label }) => [
        [`category.${id}`, label],
        [`category.${id}.description`, CATEGORY_DESCRIPTIONS[id]],
      ]),
      ...VERIFICATIONS.flatMap(({ id, label }) => [
        [`verification.${id}`, label],
        [`verification.${id}.description`, VERIFICATION_DESCRIPTIONS[id]],
      ]),
      ...ROLES.map(({ id, label }) => [`role.${id}`, label]),
      ...POLICE_MEASURES.map(({ id, label }) => [`policeMeasure.${id}`, label]),
      ...CROWD_MEASURES.map(({ id, label }) => [`crowdMeasure.${id}`, label]),
    ];
    expect(english).toMatchObject(Object.fromEntries(named));
  });
});

describe('the public page', () => {
  it('has no words of its own: all of them stand in the catalogues', () => {
    const own = sourceFiles().flatMap((file) => ownWords(file).map((words) => `${file}: ${words}`));
    expect(own).toEqual([]);
  });

  it('uses every message', () => {
    const texts = sourceFiles().flatMap(textsOf);
    const patterns = [...new Set(texts)].filter((text) => /^[a-zA-Z*]+\.[\w.*-]+$/.test(text));
    const used = patterns.map(
      (text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`),
    );
    expect(keys.filter((key) => !used.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('gives each message what it puts in', () => {
    const wrong = sourceFiles()
      .flatMap(askedOf)
      .filter(({ key, values }) => values !== null && !key.includes('*'))
      .filter(({ key, values }) => {
        const wanted = argumentsOf(english[key as MessageKey] ?? '');
        return [...(values ?? [])].sort().join() !== wanted.join();
      });
    expect(wrong).toEqual([]);
  });
});

describe.each(Object.keys(PARTS))('the words of %s', (part) => {
  const bringer = `say-of-${part}.ts`;

  it('are brought by whatever says them', () => {
    const wrong = sourceFiles().filter((file) => {
      const says = askedOf(file).some(({ key }) => PARTS[part]?.test(key));
      return says !== importsOf(file).some((path) => path.endsWith(`/${bringer}`));
    });
    expect(wrong).toEqual([]);
  });

  it('are not among what the map opens with', () => {
    expect(openedWith('main.tsx')).not.toContain(`language/${bringer}`);
  });
});

describe('words', () => {
  it('are those of the language that is spoken', async () => {
    await speak('es');
    expect(say('list.accounts', { count: 1 })).toBe('1 versión');
    expect(say('list.accounts', { count: 1200 })).toBe('1,200 versiones');
    await speak('en');
    expect(say('list.accounts', { count: 1 })).toBe('1 account');
  });

  it('are those of the language that was asked for last, whichever comes first', async () => {
    await Promise.all([speak('hmn'), speak('so'), speak('es')]);
    expect(say('page.back')).toBe('Volver a la lista');
  });

  it('date with the month as a word in every language', async () => {
    const day = Date.parse('2026-01-14T18:00:00Z');
    const said = new Map<LanguageId, string>();
    for (const { id } of LANGUAGES) {
      await speak(id);
      said.set(id, dayWords(day));
    }
    expect(Object.fromEntries(said)).toEqual({
      en: '14 January 2026',
      es: '14 de enero de 2026',
      so: '14 Janaayo 2026',
      hmn: '14 Ib Hlis Ntuj 2026',
    });
  });

  it('have twelve months and seven weekdays, all different', async () => {
    for (const { id } of LANGUAGES) {
      await speak(id);
      const months = Array.from({ length: 12 }, (_, month) => monthName(month, 'long'));
      const short = Array.from({ length: 12 }, (_, month) => monthName(month, 'short'));
      const weekdays = Array.from({ length: 7 }, (_, day) => weekdayName(day));
      expect([new Set(months).size, new Set(short).size, new Set(weekdays).size]).toEqual([
        12, 12, 7,
      ]);
    }
  });

  it('tell ranges and how exactly a time is known', async () => {
    await speak('es');
    const from = Date.parse('2026-01-07T06:00:00Z');
    expect(rangeWords({ from, to: Infinity })).toBe('desde el 7 de enero de 2026');
    expect(rangeWords({ from, to: Date.parse('2026-02-01T05:59:59Z') })).toBe(
      '7–31 de enero de 2026',
    );
    expect(occurrenceWords(Date.parse('2026-01-15T00:50:00Z'), null, 'exact')).toBe(
      '14 de enero de 2026, 6:50 p. m.',
    );
  });

  it('write numbers and lists, also where the platform knows no Hmong', async () => {
    await speak('hmn');
    expect(numberWords(1234)).toBe('1,234');
    expect(listWords(['a', 'b'])).toContain('a');
  });

  it('hold very long values whole', async () => {
    const long = 'Txheejtxheem'.repeat(40);
    for (const { id } of LANGUAGES) {
      await speak(id);
      expect(say('detail.block', { place: long })).toContain(long);
    }
  });
});

describe('the language', () => {
  it.each([
    [['so-SO', 'en'], 'so'],
    [['fr', 'es-MX'], 'es'],
    [['mww'], 'hmn'],
    [['de-DE'], 'en'],
    [[], 'en'],
  ])('that a browser asks for with %j is %s', (asked, language) => {
    expect(browserLanguage(asked)).toBe(language);
  });

  it('stands in the address where it is not the browser’s', () => {
    const { filter, screen } = INITIAL_STATE;
    const other = LANGUAGES.find(({ id }) => id !== browserLanguage())?.id ?? 'en';
    const address = writeAddress({ filter, screen, camera: null, language: other });
    expect(address).toBe(`/?lang=${other}`);
    expect(readAddress(new URL(address, 'http://localhost').search, '').language).toBe(other);
    const own = writeAddress({ filter, screen, camera: null, language: browserLanguage() });
    expect(own).toBe('/');
  });

  it('that the page does not have is dropped from the address, and said so', () => {
    const address = readAddress('?lang=tlh', '');
    expect(address.language).toBeNull();
    expect(address.dropped).toEqual(['lang']);
    expect(say('notice.part.lang')).toBe('the language');
  });

  it('comes back with Back', () => {
    const spanish = update(INITIAL_STATE, { type: 'languageChosen', language: 'es' });
    expect(spanish.language).toBe('es');
    const back = update(spanish, { type: 'navigated', address: readAddress('', '') });
    expect(back.language).toBe(browserLanguage());
  });
});

/** @returns the names of what a message puts in, tags included, each once and in order. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  collect(parse(message), names);
  return [...names].sort();
}

function collect(elements: readonly MessageFormatElement[], names: Set<string>): void {
  for (const element of elements) {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const { value } of Object.values(element.options)) collect(value, names);
    }
    if (element.type === TYPE.tag) collect(element.children, names);
  }
}
