import words from './catalogue/en.json?lists.part';
import { addEnglish } from './say.ts';

/** What a long list says of itself: its words come with it. */
addEnglish(words);

export { say } from './say.ts';
