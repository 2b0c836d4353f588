import words from './catalogue/en.json?picture.part';
import { addEnglish } from './say.ts';

/** What is written on a picture of the map: its words come with what draws it. */
addEnglish(words);

export { say } from './say.ts';
