import type { MailWords } from './words.ts';

export const ENGLISH: MailWords = {
  confirmSubject: 'Minneapolis incident map: do you want mails about changes?',
  confirmAsked:
    'Somebody, you perhaps, asked this map to write to this address when something changes in what they follow.',
  confirmDo: 'If that was you, look at it and confirm it on this page, by the end of tomorrow:',
  confirmIgnore:
    'If it was not you, do nothing: nothing happens, and this address is erased after tomorrow.',
  digestSubjectArea:
    'Minneapolis incident map: {count, plural, one {# change} other {# changes}} in the area you follow',
  digestSubject:
    'Minneapolis incident map: {count, plural, one {# change} other {# changes}} in what you follow',
  digestSubjectMany: 'Minneapolis incident map: more than {count} changes in what you follow',
  digestIntroduction:
    'This changed on the map up to the end of yesterday, in what you follow. The map shows who says what, and decides nothing of guilt.',
  added: 'New',
  updated: 'Updated',
  learned: 'More became known',
  withdrawnTitle: 'An incident was withdrawn',
  more: 'More changed than is listed here. All of it is on the map:',
  often: 'At most one such mail comes a day, and none where nothing changed.',
  leave: 'See what you follow, or stop these mails and have your address erased:',
};
