import words from './catalogue/en.json?reports.part';
import { addEnglish } from './say.ts';

/**
 * What the report form says: English words that only reporters read come with the first part of it
 * that is loaded, and not with the map.
 */
addEnglish(words);

export { type MessageKey, say, sayParts } from './say.ts';
