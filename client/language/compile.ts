import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** A message as the page gets it: text where there is nothing to put in, else its parsed parts. */
export type Compiled = string | ReturnType<typeof parse>;

/** @throws SyntaxError where a message is no ICU MessageFormat. */
export function compileMessage(message: string): Compiled {
  const parts = parse(message);
  const [only] = parts;
  return parts.length === 1 && only?.type === TYPE.literal ? only.value : parts;
}

/** Messages that nobody needs who only reads the map: English sends them with the report form. */
export const OF_REPORTS =
  /^(blur|form|leave|link|open|paused|photos|private|public|safety|sent|status|thread|what|where|withdraw)\./;

/**
 * Parses the messages of the catalogues while the page is built, so that no parser is sent with it.
 * `en.json?part=page` and `en.json?part=reports` are the two parts of the English one.
 */
export function compileCatalogues(): Plugin {
  return {
    name: 'compile-catalogues',
    enforce: 'pre',
    transform(code, id) {
      const asked = /\/language\/catalogue\/[a-z]+\.json(?:\?part=(page|reports))?$/.exec(id);
      if (!asked) return null;
      const [, part] = asked;
      const catalogue = JSON.parse(code) as { messages: Record<string, string> };
      const messages = Object.fromEntries(
        Object.entries(catalogue.messages)
          .filter(([key]) => !part || (part === 'reports') === OF_REPORTS.test(key))
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
