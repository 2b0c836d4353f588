import { IntlMessageFormat } from 'intl-messageformat';
import type { ComponentChildren } from 'preact';
import type { SharedWords } from '../../data/language/shared.ts';
import type wholeEnglish from './catalogue/en.json';
import english from './catalogue/en.json?page.part';
import { type LanguageId, languageOf } from './languages.ts';

export type MessageKey = keyof typeof wholeEnglish.messages | keyof SharedWords;

export interface Catalogue {
  /** Who has read the words as a speaker of the language, and when; null: nobody yet. */
  readonly read: string | null;
  /** Names where Intl may know none, January and Sunday first. */
  readonly months?: readonly string[];
  readonly shortMonths?: readonly string[];
  readonly weekdays?: readonly string[];
  readonly messages: Record<MessageKey, string>;
}

type Values = Readonly<Record<string, string | number>>;
type Parts = Readonly<
  Record<string, ComponentChildren | ((inside: ComponentChildren[]) => ComponentChildren)>
>;

/** Each a chunk of its own; English is part of the page. */
const others = import.meta.glob<Catalogue>(['./catalogue/*.json', '!./catalogue/en.json'], {
  import: 'default',
});

/** What the page speaks now: one language at a time, so that no view has to be handed it. */
let spoken: { readonly id: LanguageId; readonly catalogue: Catalogue } = {
  id: 'en',
  catalogue: english,
};
let wanted: LanguageId = 'en';
const formats = new Map<MessageKey, IntlMessageFormat>();

/**
 * Loads a language and speaks it from now on; what is drawn already is to be drawn anew.
 * @throws TypeError where its words cannot be loaded: the page goes on in the language before.
 */
export async function speak(id: LanguageId): Promise<void> {
  wanted = id;
  const catalogue = (await others[`./catalogue/${id}.json`]?.()) ?? english;
  // Another may have been asked for since.
  if (wanted !== id) return;
  spoken = { id, catalogue };
  formats.clear();
}

/** Adds the rest of English: see say-of-reports.ts. */
export function addEnglish({ messages }: Catalogue): void {
  Object.assign(english.messages, messages);
}

export function spokenLanguage(): LanguageId {
  return spoken.id;
}

export function spokenCatalogue(): Catalogue {
  return spoken.catalogue;
}

/** @returns locales for Intl, best first. */
export function spokenFormats(): string[] {
  return [...languageOf(spoken.id).formats];
}

/**
 * @returns the message in the language of the page.
 * @throws Error where a value is missing that the message names.
 */
export function say(key: MessageKey, values: Values = {}): string {
  return String(said(key, values));
}

/**
 * The same where a part of the message is an element: `<strong>…</strong>` calls `strong`, and what
 * is put in may be one.
 */
export function sayParts(key: MessageKey, parts: Parts): ComponentChildren {
  return said(key, parts) as ComponentChildren;
}

function said(key: MessageKey, values: Parts): unknown {
  const message: string | ConstructorParameters<typeof IntlMessageFormat>[0] =
    spoken.catalogue.messages[key];
  // Compiled to text, it has nothing to put in: see compile.ts.
  if (typeof message === 'string') return message;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, spokenFormats());
    formats.set(key, format);
  }
  return format.format(values as never);
}
