import words from './catalogue/en.json?details.part';
import { addEnglish } from './say.ts';

/** What is said of an opened incident, and of what each choice means: not needed to see the map. */
addEnglish(words);

export { say, sayParts } from './say.ts';
