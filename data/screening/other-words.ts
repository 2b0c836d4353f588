/** What follows a name that is a place's, a street's or an institution's and no person's. */
export const NO_PERSON = new Set(
  `academy agency airport arena auditorium ave avenue avenues bakery bank bar bell blvd boulevard bridge
  building cafe cathedral cemetery center centre chapel church circle city clinic college coffee company
  council county court courthouse creek district drive elementary express falls field foundation garden
  gardens group hall healthcare high highway hospital hotel house inn institute island journal lake lane
  library line mall market medical memorial middle ministries monument mosque museum neighborhood news
  office park parkway parish path place plaza press pond post ramp restaurant river road room school
  schools shop society square st stadium station store street streets studio temple terrace theater
  theatre times tower trail transit tribune university village way
  american association basilica cultural society theatre
  calle avenida parque iglesia escuela border customs guard patrol police union federal metro`.split(
    /\s+/,
  ),
);

/** Begin with a capital for another reason than being a name. */
export const NO_FAMILY_NAME = new Set(
  `january february march april may june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday ice dhs fbi cbp north south east west northeast northwest
  southeast southwest native african asian black white latino latina somali hmong liberian
  minneapolis minnesota mpd police protesters and the federal officers agents
  said says`.split(/\s+/),
);

/** Stand before a family name without being a given one: offices, and how sentences begin. */
export const NO_GIVEN_NAME = new Set(
  `agent agents attorney chief commander commissioner councilmember deputy director doctor general
  governor judge justice lieutenant magistrate mayor member minister officer pastor president professor
  representative secretary senator sergeant sheriff superintendent the and but for with from near
  when where while after before both then they that this these those dia calle near said says saw
  officers witness witnesses county city operation north south east west northeast southeast family
  familia camp point new old saint san santa los las del united states`.split(/\s+/),
);

/** @param word in lower case. */
export function isOtherName(word: string): boolean {
  return NO_PERSON.has(word) || NO_FAMILY_NAME.has(word);
}
