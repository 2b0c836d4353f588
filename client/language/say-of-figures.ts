import words from './catalogue/en.json?figures.part';
import { addEnglish } from './say.ts';

/** What charts and comparisons say: not needed to see the map. */
addEnglish(words);

export { type MessageKey, say, sayParts } from './say.ts';
