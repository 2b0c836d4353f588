import words from './catalogue/en.json?part=area';
import { addEnglish } from './say.ts';

/** What the tool that draws an area says: its words come with it. */
addEnglish(words);

export { say } from './say.ts';
