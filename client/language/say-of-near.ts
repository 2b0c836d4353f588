import words from './catalogue/en.json?near.part';
import { addEnglish } from './say.ts';

/** What asking the device where it is comes to: its words come with what asks. */
addEnglish(words);

export { say } from './say.ts';
