/**
 * Given names that people in Minneapolis bear, by where they are most at home; without accents, in
 * lower case. Compiled by hand, from general knowledge. What is a common word too (Will, May, Hope)
 * is left out: it would be found in every second sentence.
 */
const LISTED = `
  english:
  aaron abby abigail adam adrian aidan alan albert alex alexander alexandra alexis alfred alice alicia
  alison allison alyssa amanda amber amelia amy andrea andrew andy angela anita ann anna anne annette
  annie anthony arlene arnold arthur ashley audrey barbara barry beatrice becky belinda ben benjamin
  bernadette bernard bernice beth bethany betty beverly billy bob bobby bonnie brad bradley brandon
  brandy brenda brendan brent brett brian brianna bridget brittany brooke bruce bryan caitlin caleb
  cameron candace cara carl carla carol caroline carolyn carrie catherine cathy cecilia chad charlene
  charles charlotte chelsea cheryl chris christina christine christopher cindy claire clara clarence
  claudia clayton clifford cody colin colleen connie connor constance corey courtney craig crystal
  curtis cynthia daisy dale dan dana daniel danielle danny darlene darrell darren dave david dean
  deanna debbie deborah debra delores denise dennis derek derrick diana diane dolores don donald donna
  doris dorothy doug douglas duane dustin dwayne dylan earl eddie edith edward edwin eileen elaine
  eleanor elijah elizabeth ella ellen emily emma eric erica erik erika erin ernest esther ethan ethel
  eugene eva evelyn felicia florence francis frank fred frederick gabriel gary gavin gene geoffrey
  george gerald geraldine gina ginger gladys glen glenn gloria gordon greg gregory gretchen gwen
  gwendolyn hannah harold harriet harry harvey hazel heather heidi helen henry herbert holly howard
  hunter ian ida irene isaac isabella jack jackie jackson jacob jacqueline jake james jamie jan jane
  janet janice jared jason jay jean jeanette jeff jeffery jeffrey jenna jennifer jenny jeremiah jeremy
  jerome jerry jesse jessica jill jim jimmy joan joann joanna joanne jodi joe joel john johnny jon
  jonathan jordan joseph josephine josh joshua joyce judith judy julia julian julie justin kaitlyn
  kara karen karl kate katy katelyn katherine kathleen kathryn kathy katie kayla keith kelly kelsey ken
  kendra kenneth kevin kim kimberly kirk kristen kristin kristina kurt kyle larry laura lauren laurie
  lawrence leah lee leon leonard leroy leslie lester lewis lillian linda lindsay lindsey lisa liz lloyd
  logan lois lori lorraine louis louise lucas lucille lucy luke lynn mackenzie madeline madison
  malcolm mandy marcia marcus margaret marie marilyn marjorie marlene marsha martha martin marvin mary
  mason matt matthew maureen maurice max megan melanie melinda melissa melody melvin meredith michael
  michele michelle mike mildred mindy miranda misty mitchell molly monica morgan nancy naomi natalie
  natasha nathan nathaniel neil nicholas nick nicole nina noah nora norma norman oliver olivia pam
  pamela patricia patrick patty paul paula pauline peggy penny perry pete peter phil philip phillip
  phyllis preston priscilla rachel ralph randall randy raymond rebecca regina renee rhonda richard rick
  ricky rita rob robert roberta robin rodney roger ron ronald ronnie roxanne roy ruby russell ruth ryan
  sabrina sally sam samantha samuel sandra sandy sara sarah scott sean seth shane shannon sharon shawn
  sheila shelby shelley sherri sherry sheryl shirley sidney sophia sophie spencer stacey stacy stanley
  stella stephanie stephen steve steven stuart sue susan suzanne sydney sylvia tamara tammy tanya tara
  tasha taylor ted teresa terrence terri terry thelma theodore theresa thomas tiffany tim timothy tina
  todd tom tommy toni tony tonya tracey traci tracy travis trevor tricia troy tyler tyrone valerie
  vanessa vera vernon veronica vicki vickie victoria vincent viola virginia vivian walter wanda warren
  wayne wendy wesley whitney willie wilma winston yolanda yvette yvonne zachary zoe
  jamal deshawn latoya lakisha keisha tyrell darnell malik imani ebony aaliyah destiny dante marquis
  astrid bjorn gunnar ingrid kirsten lars leif nels olaf solveig sven thor signe
  spanish:
  adriana agustin alberto alejandra alejandro alfonso alfredo alondra alvaro amparo ana andres angelica
  antonia antonio araceli armando arturo beatriz benito bernardo blanca camila carlos carmen catalina
  cesar clemente concepcion consuelo cristian cristina cristobal daniela diego dulce eduardo elena elias
  elvira emiliano emilio enrique ernesto esperanza esteban estela eugenia fabian federico felipe
  fernanda fernando fidel flor francisca francisco gabriela gerardo german gilberto gonzalo graciela
  guadalupe guillermo gustavo hector hernan hilda hugo humberto ignacio ines irma isabel ismael israel
  itzel ivan jaime javier jesus jimena joaquin jorge jose josefina juan juana juanita julieta julio
  karina leonardo leticia lorena lourdes lucia luis luisa luz manuel manuela marcela marcelo marco
  marcos margarita maria mariana maribel maricela mario marisol marta mateo matias mauricio maximiliano
  mayra mercedes miguel minerva miriam moises natalia nicolas noemi norma octavio ofelia omar orlando
  oscar pablo paloma paola patricio pedro pilar rafael ramiro ramon raquel raul rebeca refugio reyna
  ricardo roberto rocio rodolfo rodrigo rogelio rolando rosa rosario ruben salvador samuel santiago
  santos sebastian sergio silvia simon socorro sofia soledad susana tomas valentina veronica vicente
  victor viviana ximena yadira yesenia yolanda
  somali and arabic:
  abdi abdiaziz abdifatah abdihakim abdikadir abdikarim abdinasir abdirahman abdirashid abdirizak
  abdisalam abdiwali abdul abdullah abdullahi abdulkadir abshir abukar aden adan ahmed ahmad aisha
  aliya amal amina amiin amir anab anisa asad asha asma ayaan ayan ayanle barkhad barwaqo bashir bilal
  bile bishaar caasha cabdi dahir dalmar deeqa deqa dhuxul ebla faadumo fadumo fahad faisal farah
  farhan farhia farid faria fartun fatima fatuma fawzia fowsia guled habiba hafsa halima halimo hamdi
  hamza hani hanan hassan hawa hibaaq hibo hodan hodo huda hussein ibado ibrahim idil idris ifrah ikran
  iman isha ismahan ismail jama jamila jibril kaltun khadar khadija khadra khalid khalif khalifa leyla
  layla liban libaan luul mahad mahamed mahamud mahdi maryan maryam mohamed mohammed mohamud muhammad
  muhumed muna munira muse mustafa muxamed nada nadia naima najma nasra nasteho nimco nimo nur nuur
  osman qamar rahma ramla rashid raqiya rukia saadia sabrin sadia sagal sahra said salah salma samira
  samsam shamso sharif sharmarke shukri sucaad sumaya suleiman suleyman taqwa ubah umar warsame yahya
  yasin yasir yasmin yassin yonis yusra yusuf zahra zainab zakaria zakariya zamzam zeinab zuhur
  hmong and southeast asian:
  bao blia blong bee cheng chia choua chong chue doua dao fue gao ger houa hli kalia kao kaying kia kou koua
  lia maikao maiv mai mee mao moua nhia nou npauj pachia pahoua pakou pang panyia pao paj pheng phia
  seng sheng shoua soua teng thong tong tou toua tsaab tua txawj xai xeng xia yeng yer ying youa zoua
  thuy nguyet phuong linh hoa huong tuan dung hung khanh thanh trang vinh somchai somsak htoo eh paw
  naw saw
  others:
  abebe alemu almaz bekele chaltu dawit fikre genet getachew haile hirut kebede mekdes meseret selam
  solomon tadesse tesfaye tigist worku yohannes gemechu lensa tolosa bontu
  aditya amit ananya anil anjali arjun deepak divya kavita krishna lakshmi meena neha nisha pooja priya
  rahul raj rajesh ravi rohan sandeep sanjay shreya sunil suresh vijay vikram
  alyona anastasia boris dmitri ekaterina igor irina ivana katya ksenia ludmila maksim mikhail natalya
  nikolai oksana oleg olena olga pavel sergei svetlana tatiana vladimir volodymyr yuri yulia
  chidi chinedu chioma emeka folasade ifeoma kwame kofi ngozi nnamdi oluwaseun adaeze ama fatou
  mamadou ousmane aminata tenzin dolma pema lobsang jin wei xiu mei hiro kenji yuki sakura minh
  anishinaabe waya winona aiyana
`;

export const GIVEN_NAMES: ReadonlySet<string> = wordsOf(LISTED);

/**
 * Family names that say by themselves that a name is meant, so that the given name before them need
 * not be listed. Names that are words or places as well are left out.
 */
export const FAMILY_NAMES: ReadonlySet<string> = wordsOf(`
  hmong clans: vang xiong thao moua vue yang khang kue lor chang
  somali: warsame abdullahi mohamud hussein abdirahman farah jama osman hersi
  spanish: garcia rodriguez hernandez martinez lopez gonzalez gonzales perez sanchez ramirez flores gomez
  diaz morales gutierrez ortiz chavez ruiz alvarez jimenez mendoza castillo vasquez vazquez herrera
  medina aguilar guzman munoz salazar ortega delgado castro dominguez fernandez contreras guerrero
  estrada sandoval velasquez velazquez maldonado espinoza pacheco cabrera figueroa juarez rios cervantes
  english and nordic: johnson anderson peterson olson larson nelson carlson swanson erickson
  christensen gustafson lindstrom nguyen tran pham okafor mensah johansson svensson jensen hansen
  williams smith miller wilson thompson robinson
`);

/** Headings in a list end with a colon, and are no names. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.replace(/^.*?:/gm, '').split(/\s+/).filter(Boolean));
}
