import type { MailWords } from './words.ts';

/** No native speaker has read these words yet. */
export const HMONG: MailWords = {
  confirmSubject: 'Daim phiaj xwm txheej Minneapolis: koj puas xav tau email txog kev hloov?',
  confirmAsked:
    'Ib tug neeg, tej zaum yog koj, tau thov kom daim phiaj no sau rau qhov chaw nyob email no thaum muaj dab tsi hloov hauv yam lawv taug qab.',
  confirmDo: 'Yog tias yog koj, saib thiab lees paub ntawm nplooj ntawv no, ua ntej tag kis:',
  confirmIgnore:
    'Yog tias tsis yog koj, tsis txhob ua dab tsi: tsis muaj dab tsi tshwm sim, thiab qhov chaw nyob no raug lwv tom qab tag kis.',
  digestSubjectArea:
    'Daim phiaj xwm txheej Minneapolis: {count, plural, other {# qhov hloov}} hauv thaj chaw koj taug qab',
  digestSubject:
    'Daim phiaj xwm txheej Minneapolis: {count, plural, other {# qhov hloov}} hauv yam koj taug qab',
  digestSubjectMany:
    'Daim phiaj xwm txheej Minneapolis: ntau tshaj {count} qhov hloov hauv yam koj taug qab',
  digestIntroduction:
    'Qhov no tau hloov ntawm daim phiaj txog thaum kawg ntawm nag hmo, hauv yam koj taug qab. Daim phiaj qhia tias leej twg hais dab tsi, thiab tsis txiav txim txog kev txhaum. Cov ntaub ntawv yog hom lus uas lawv tau sau.',
  added: 'Tshiab',
  updated: 'Kho tshiab',
  learned: 'Paub ntxiv',
  withdrawnTitle: 'Muaj ib qho xwm txheej raug rho',
  more: 'Muaj kev hloov ntau dua li teev ntawm no. Tag nrho nyob ntawm daim phiaj:',
  often:
    'Ib hnub tuaj ib tsab email zoo li no xwb, thiab tsis tuaj yog tias tsis muaj dab tsi hloov.',
  leave: 'Saib yam koj taug qab, los yog nres cov email no thiab kom lwv koj qhov chaw nyob email:',
};
