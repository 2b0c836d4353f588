import { GIVEN_NAMES } from './given-names.ts';
import { isOtherName, NO_GIVEN_NAME } from './other-words.ts';
import { PUBLIC_PEOPLE } from './public-people.ts';
import { plain } from './words.ts';

/** A word before a name that says who is meant by it, beside their given name alone. */
const RELATION =
  /\b(?:neighbou?r|friend|cousin|brother|sister|son|daughter|wife|husband|coworker|classmate|uncle|aunt|nephew|niece|vecin[oa]|amig[oa]|prim[oa]|herman[oa]|hij[oa]|espos[oa])(?:\s(?:named|called|llamad[oa])|,)?\s(\p{Lu}[\p{L}\p{M}’'-]+)/giu;
/** `took Wenceslao Huerta`, `a driver, Tekle Girmay`: two words that nothing else is called by. */
const DONE_TO = new RegExp(
  `\\b(?:${eitherCase(
    'took detained arrested handcuffed questioned grabbed tackled released man woman boy girl teen teenager driver passenger witness bystander resident student pupil worker cook nurse teacher father mother grandmother grandfather',
  )}|identified as|(?:detuvieron|arrestaron|se llevaron) a),?\\s(\\p{Lu}[\\p{L}\\p{M}’'-]+\\s\\p{Lu}[\\p{L}\\p{M}’'-]+)`,
  'gu',
);
/** `the Abdi family`, `la familia Quispe`. */
const FAMILY =
  /\b(?:[Tt]he\s(\p{Lu}[\p{L}\p{M}’'-]+)\s(?:family|household)|[Ff]amilia\s(\p{Lu}[\p{L}\p{M}’'-]+))/gu;
/** `named Ayaan`, `her name is Ayaan`, `se llama Ayaan`: whatever the name is. */
const INTRODUCED =
  /\b(?:(?:[Nn]amed|[Nn]ame (?:is|was)|[Ss]e llama(?:ba)?|[Ll]lamad[oa])|(?:Mr|Mrs|Ms|Miss|Sra?|Señora?|Doña|Don)\.?)\s(\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+)?)/gu;

const publicFamilyNames = new Set(PUBLIC_PEOPLE.map((name) => name.split(' ').at(-1) ?? ''));

/** @returns names that the words around them say are names, whichever they are. */
export function namesBySign(text: string): string[] {
  const introduced = [...text.matchAll(INTRODUCED)].flatMap(([, name = '']) => {
    const words = plain(name).split(/\s/);
    const isPublic = publicFamilyNames.has(words.at(-1) ?? '');
    const isOther = words.some(isOtherName);
    return isPublic || isOther ? [] : [name];
  });
  const doneTo = [...text.matchAll(DONE_TO)].flatMap(([, name = '']) => {
    const words = plain(name).split(/\s/);
    const isOther = words.some((word) => isOtherName(word) || NO_GIVEN_NAME.has(word));
    return isOther ? [] : [name];
  });
  const families = [...text.matchAll(FAMILY)].flatMap(([, first, second]) => {
    const name = first ?? second ?? '';
    return isOtherName(plain(name)) ? [] : [name];
  });
  const related = [...text.matchAll(RELATION)].flatMap(([, name = '']) =>
    /^\p{Lu}/u.test(name) && GIVEN_NAMES.has(plain(name).replace(/['’]s$/, '')) ? [name] : [],
  );
  return [...introduced, ...doneTo, ...families, ...related];
}

/** @returns the words as a pattern, each with or without a capital. */
function eitherCase(words: string): string {
  return words.replace(
    /(^| )(\w)/g,
    (_, blank: string, letter: string) => `${blank && '|'}[${letter.toUpperCase()}${letter}]`,
  );
}
