import words from './catalogue/en.json?area.part';
import { addEnglish } from './say.ts';

/** What the tool that draws an area says: its words come with it. */
addEnglish(words);

export { say } from './say.ts';
