import words from './catalogue/en.json?tools.part';
import { addEnglish } from './say.ts';

/** What the last of the map's buttons say, and what is written on a picture of it: needed once it is drawn. */
addEnglish(words);

export { say } from './say.ts';
