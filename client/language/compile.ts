import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { SHARED_WORDS, type SharedLanguage } from '../../data/language/shared.ts';

/** A message as the page gets it: text where there is nothing to put in, else its parsed parts. */
export type Compiled = string | ReturnType<typeof parse>;

/** @throws SyntaxError where a message is no ICU MessageFormat. */
export function compileMessage(message: string): Compiled {
  const parts = parse(message);
  const [only] = parts;
  return parts.length === 1 && only?.type === TYPE.literal ? only.value : parts;
}

/**
 * Messages that the map does not open with: English sends each part with the code that says it, by
 * `say-of-<part>.ts`. What is in none is `page`.
 */
export const PARTS: Readonly<Record<string, RegExp>> = {
  area: /^draw\./,
  details:
    /^(about|accounts|change|crowdMeasure|detail|empty|facts|history|policeMeasure|record|role|sources|timePrecision)\.|^(category|verification)\..+\.description$|^notice\.(dropped|part\..+)$|^actions\.(citation|citationCopied|cite|download|mistake)$|^filters\.(clear|show|showUncounted)$|^known\.changed$|^changes\.(added|feed|learned|more|none|updated|what|withdrawn)$/,
  following: /^following\./,
  figures: /^(charts|compare)\./,
  near: /^near\./,
  lists: /^list\.newestShown$/,
  tools: /^picture\.|^map\.(heat|whereIAm)/,
  play: /^play\.(aWindow|moves|speed|theEnd|window)\b/,
  reports:
    /^(blur|form|leave|link|open|own|paused|photos|private|problem|public|safety|sent|status|thread|what|where|withdraw)\./,
};

/** @returns the part that a message is sent with. */
export function partOf(key: string): string {
  return Object.keys(PARTS).find((part) => PARTS[part]?.test(key)) ?? 'page';
}

/**
 * Parses the messages of the catalogues while the page is built, so that no parser is sent with it, and
 * puts those beside them that data/language/ has, since the mails say them too.
 * `en.json?page.part` is what the page opens with of the English one.
 */
export function compileCatalogues(): Plugin {
  return {
    name: 'compile-catalogues',
    enforce: 'pre',
    transform(code, id) {
      const asked = /\/language\/catalogue\/([a-z]+)\.json(?:\?([a-z]+)\.part)?$/.exec(id);
      if (!asked) return null;
      const [, language, part] = asked;
      const catalogue = JSON.parse(code) as { messages: Record<string, string> };
      const messages = Object.fromEntries(
        Object.entries({ ...catalogue.messages, ...SHARED_WORDS[language as SharedLanguage] })
          .filter(([key]) => !part || part === partOf(key))
          .map(([key, message]) => {
            try {
              return [key, compileMessage(message)];
            } catch (error) {
              throw new Error(`${id}: "${key}" is no ICU message: ${message}`, { cause: error });
            }
          }),
      );
      const json = JSON.stringify({ ...catalogue, messages });
      // Whatever has a query is a module to Vite, and no JSON.
      return { code: part ? `export default ${json};` : json, map: null };
    },
  };
}
