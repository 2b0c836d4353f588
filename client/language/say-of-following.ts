import words from './catalogue/en.json?following.part';
import { addEnglish } from './say.ts';

/** What following by e-mail says: it comes with the form, and with a follower's own page. */
addEnglish(words);

export { say } from './say.ts';
