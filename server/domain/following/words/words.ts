import { IntlMessageFormat } from 'intl-messageformat';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { HMONG } from './hmn.ts';
import { SOMALI } from './so.ts';

/** What the mails say besides records. Whatever counts is an ICU message with `count`. */
export interface MailWords {
  readonly confirmSubject: string;
  /** What was asked for, and that this is the only mail. */
  readonly confirmAsked: string;
  readonly confirmDo: string;
  readonly confirmIgnore: string;
  readonly digestSubjectArea: string;
  readonly digestSubject: string;
  /** For a day on which more changed than is read. */
  readonly digestSubjectMany: string;
  readonly digestIntroduction: string;
  readonly added: string;
  readonly updated: string;
  readonly learned: string;
  readonly withdrawnTitle: string;
  readonly more: string;
  readonly often: string;
  readonly leave: string;
}

const WORDS = { en: ENGLISH, es: SPANISH, so: SOMALI, hmn: HMONG } as const;

export type MailLanguage = keyof typeof WORDS;
export const MAIL_LANGUAGES = Object.keys(WORDS) as [MailLanguage, ...MailLanguage[]];

export function wordsIn(language: MailLanguage): MailWords {
  return WORDS[language];
}

/** @returns a message with its number. Where a platform does not know the language, English counts. */
export function counted(message: string, language: MailLanguage, count: number): string {
  return String(new IntlMessageFormat(message, [language, 'en-US']).format({ count }));
}
