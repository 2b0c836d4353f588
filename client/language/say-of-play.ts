import words from './catalogue/en.json?play.part';
import { addEnglish } from './say.ts';

/** How it plays, as its menu says it once it is opened. */
addEnglish(words);

export { say } from './say.ts';
