import type { MailWords } from './words.ts';

/** No native speaker has read these words yet. */
export const SOMALI: MailWords = {
  confirmSubject: 'Khariidadda dhacdooyinka Minneapolis: ma rabtaa iimaylo ku saabsan isbeddelada?',
  confirmAsked:
    'Qof, laga yaabo adiga, ayaa codsaday in khariidaddani ay u qorto cinwaankan marka wax ka beddelaan waxa uu raacayo.',
  confirmDo: 'Haddii ay adiga ahayd, eeg oo ku xaqiiji boggan, ka hor dhammaadka berri:',
  confirmIgnore:
    'Haddii aanay adiga ahayn, waxba ha samayn: waxba ma dhacayaan, cinwaankanna waa la tirtirayaa berri ka dib.',
  digestSubjectArea:
    'Khariidadda dhacdooyinka Minneapolis: {count, plural, one {# isbeddel} other {# isbeddel}} aagga aad raacdo',
  digestSubject:
    'Khariidadda dhacdooyinka Minneapolis: {count, plural, one {# isbeddel} other {# isbeddel}} waxa aad raacdo',
  digestSubjectMany:
    'Khariidadda dhacdooyinka Minneapolis: in ka badan {count} isbeddel waxa aad raacdo',
  digestIntroduction:
    'Waxani waxay khariidadda iska beddeleen ilaa dhammaadkii shalay, waxa aad raacdo. Khariidaddu waxay muujisaa cidda waxa sheegaysa, mana go’aamiso dambi. Diiwaannadu waxay ku qoran yihiin luqaddii lagu qoray.',
  added: 'Cusub',
  updated: 'La cusboonaysiiyey',
  learned: 'Wax badan ayaa la ogaaday',
  withdrawnTitle: 'Dhacdo ayaa dib loo qaatay',
  more: 'Waxa isbeddelay way ka badan yihiin inta halkan ku taal. Dhammaantood waxay ku yaalliin khariidadda:',
  often:
    'Maalintii ugu badnaan hal iimayl oo noocan ah ayaa yimaada, mana yimaado haddii aan waxba isbeddelin.',
  leave: 'Eeg waxa aad raacdo, ama jooji iimayladan oo cinwaankaaga ha la tirtiro:',
};
