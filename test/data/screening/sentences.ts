/** Made up; no person in them is real. `private` ones hold what the screening should find. */
export interface Sentence {
  readonly text: string;
  readonly kind: 'e-mail' | 'phone' | 'plate' | 'house' | 'home' | 'name' | null;
}

const of = (kind: Sentence['kind'], lines: string): Sentence[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ text: line.trim(), kind }));

export const SENTENCES: readonly Sentence[] = [
  ...of(
    'e-mail',
    `
    Write to jane.doe@example.org if you saw it too.
    I have the video, ask me: vecina34@example.com
    Contact: h.xiong+map@mail.example.net for the photos.
    Her mail is fatima@example.so and she answers fast.
    `,
  ),
  ...of(
    'phone',
    `
    Call 612-555-0134 for her.
    His number is (612) 555-0134
    6125550134 is the cell of the man they took.
    Llame al 651 555 0199 si sabe algo.
    The family can be reached at +1 763.555.0142.
    Text 952.555.0177, she has the recording.
    His brother in Mexico is at +52 55 1234 5678.
    The driver's phone was +252 61 555 1234.
    `,
  ),
  ...of(
    'plate',
    `
    A grey van, ABC-123, drove off.
    The plate was 4XY 882 and it had tinted windows.
    Black SUV with Minnesota plates KLM 402.
    License plate 882 TRN, parked by the school.
    The truck (HJK482) circled twice.
    Una camioneta blanca, placas NDR 771.
    White Ford, tag 9BC 114, followed the bus.
    `,
  ),
  ...of(
    'house',
    `
    She was taken at 3124 Chicago Ave in the morning.
    Taken from 815 East 34th Street
    Agents knocked at 2417 Bloomington Avenue South.
    they came to 3021 portland ave and broke the door
    Meet at 1612 E 24th St, the blue door.
    The house is 42 Elliot Place.
    Two cars stopped in front of 5309 Lyndale Avenue.
    it was 908 e 31st st on the second floor
    `,
  ),
  ...of(
    'home',
    `
    They went up to apartment 4B.
    He lives on Oakland Avenue near the park.
    The family in apt. 212 hid in the bathroom.
    La señora vive en la 34 con su hija.
    The man who lives at the corner store was taken.
    Knocked on apto 3 and left.
    `,
  ),
  ...of(
    'name',
    `
    Agents took Maria Lopez from the bakery.
    My neighbor Ahmed was questioned on the stairs.
    Jennifer Olson filmed it from her porch.
    They asked for Juan Carlos Hernandez by name.
    A man named Yonas was put into the van.
    Her name is Hodan and she is a nurse.
    Mrs. Ramirez from the corner store saw everything.
    Abdirahman Warsame was held for two hours.
    Fadumo Ali stood at the door.
    Kao Xiong and two others were detained.
    Pa Nhia Vang said they broke the lock.
    Se llama Guadalupe y tiene dos hijos.
    Mi vecino José fue detenido en la esquina.
    José Ángel Gutiérrez grabó el video.
    they grabbed maria lopez at the bus stop
    Officers handcuffed Tyrone Jackson by the bus shelter.
    Witness Emily R. Carlson counted nine vehicles.
    Mohamed Abdi, a driver, was pulled from his taxi.
    The teacher, Sarah Lindstrom, stood in front of the door.
    Thuy Nguyen runs the shop next door.
    Mr. Petrov said the door was open.
    My cousin Ximena was followed from work.
    Detuvieron a Rosa Martinez frente a la escuela.
    Tou Ger Moua was driven away in a grey van.
    Xavier Okafor was pushed to the ground.
    Olena Kovalenko was asked for papers.
    DeShawn Miller was stopped on his bike.
    The man they took is Luis Alberto Perez.
    Call for Hassan Jama outside the mosque.
    Priya Raman's car was searched.
    An Nguyen and her son were at the stop.
    Bystander Katie O'Malley was sprayed.
    Wenceslao Huerta was seen in the van.
    Agents led away a man, Tekle Girmay, in slippers.
    `,
  ),
  ...of(
    null,
    `
    About 40 people at Lake Street and Chicago Avenue at 6:30 on 14 January 2026.
    Officers closed 34th Street; the 3100 block of Portland Avenue stayed open.
    ICE had 200 agents, 3000 in all; I-94 was closed for 15 minutes. 911 was called.
    The plates were covered.
    A vigil for Renee Good was held on Portland Avenue.
    Alex Pretti was shot on Nicollet Avenue on 24 January.
    Mayor Jacob Frey spoke outside City Hall.
    Governor Tim Walz and Attorney General Keith Ellison filed a suit.
    Police Chief Brian O'Hara asked people to go home.
    Rep. Ilhan Omar visited the Whipple Federal Building.
    People gathered at George Floyd Square with candles.
    The march began at Martin Luther King Park and went north.
    Agents stood in front of Roosevelt High School.
    They met at Theodore Wirth Park at noon.
    A grey SUV stopped at Franklin Avenue and 11th Avenue South.
    The crowd went from Washburn Fair Oaks Park to Lake Street.
    Hennepin County deputies held the intersection.
    Maria Sanford Middle School let pupils out early.
    Officers used pepper spray in front of Hennepin Healthcare.
    Students of Edison High School walked out.
    Two men were led out of Mercado Central.
    About thirty cars honked on Bloomington Avenue.
    The Border Patrol threw gas canisters in Mueller Park.
    Commander Gregory Bovino walked down Nicollet Avenue.
    A woman was pulled from her car near Cedar Avenue.
    The man was carrying groceries from the Midtown Global Market.
    The Star Tribune counted 2000 people.
    Neighbors blew whistles for ten minutes.
    On Friday Minneapolis schools were closed.
    Agents went from door to door on Pleasant Avenue.
    Six vehicles without plates turned into the lot.
    It was 10 below and people stayed until 9 pm.
    Bus 5 was stopped for 20 minutes at 38th Street.
    A federal judge limited the use of tear gas.
    The church on Pillsbury Avenue opened its doors.
    Officers said they would open the street at 3 pm.
    Three people were arrested at the Hilton Canopy Hotel.
    St. Thomas University students held signs.
    People sang at Saint Paul City Hall.
    A drum group from the American Indian Center led the march.
    The Minneapolis Police Department declared the gathering unlawful.
    Una vigilia con velas en el parque Powderhorn.
    Los agentes cerraron la calle Lake por dos horas.
    Dad ayaa isugu yimid Karmel Mall.
    Sawir laga qaaday Cedar Riverside.
    Sib sau ua ke ntawm Hmong Village.
    Agents in vests marked POLICE ICE stood by the door.
    One window of the Graduate Hotel was broken.
    The National Guard handed out coffee.
    Karmel Mall closed its doors at 2 pm.
    Minnesota State Patrol closed Highway 62 eastbound.
    Video shows an agent who points a rifle at a car.
    The sign said Justice for Renee Good.
    A witness counted 14 unmarked cars in the Target lot.
    Protesters marched past the Henry Whipple building.
    Workers at Hola Arepa put up a sign against ICE.
    The Roy Wilkins Auditorium hosted a hearing.
    Loring Park was full by 4 pm; 1500 people by one count.
    A pedestrian was hit by a car at 26th and Nicollet.
    Federal agents left at 11:45, and the street was open again.
    Elders from Little Earth brought food.
    Mayor Frey and Chief O'Hara answered questions.
    Frank Lloyd Wright's house was not damaged.
    Lake Nokomis Lutheran Church rang its bells.
    The Francis Drake Hotel burned years ago on this lot.
    Jackson Street was closed between 4th and 7th.
    The group sang Amazing Grace under the bridge.
    Don't walk on the ice at Lake Harriet.
    `,
  ),
  // Written after the patterns, to try them by; some of what they missed was then put in.
  ...of(
    'name',
    `
    Agents took Esperanza Quispe and her baby.
    A cook named Wilmer was led out.
    Ms. Oyelaran from the daycare saw it.
    They pulled Bao Yang from the car.
    Deqa Nur was filming.
    Neighbors say Miguel Angel was inside.
    La hija de Doña Carmen vio todo.
    Ahmed Hersi counted six cars.
    my friend kevin garcia was there
    Blong Lee ran the stand.
    Sheriff's deputies questioned Svetlana Ivanova.
    Chee Vue, 34, was handcuffed.
    The home of the Abdi family on 15th Avenue was entered.
    Her son Liban is eight.
    Police shoved Tim Johnson to the ground.
    Nurse Katy Brandt treated people.
    `,
  ),
  ...of(
    'phone',
    `
    Text me @ 612.555.0102
    `,
  ),
  ...of(
    'plate',
    `
    plate # MN 432 KLT
    `,
  ),
  ...of(
    'house',
    `
    he lives at 2910 17th Ave S
    `,
  ),
  ...of(
    'e-mail',
    `
    Contact marisol dot vega at gmail dot com
    `,
  ),
  ...of(
    null,
    `
    Agents took Interstate 94 toward downtown.
    Officers arrested Native American activists near Franklin.
    About 30 people sang at Holy Rosary Church on 18th Avenue.
    Workers at New York Deli closed early.
    St. Mary's Basilica rang its bells at noon.
    Several agents stood near Martin Olav Sabo Bridge.
    Cars parked at Bryant Avenue South and 24th Street West.
    They marched to the Hubert H. Humphrey Metrodome site.
    Protesters read the Bill of Rights aloud.
    The group met at Cora McCorvey Health and Wellness Center.
    Two vans with Texas plates left toward St. Paul.
    Union members of SEIU Local 26 handed out water.
    Students at Anne Sullivan School stayed inside.
    A crowd of 250 stood at Humboldt Avenue North.
    Officers closed Hiawatha Avenue from 26th to 28th Street.
    Mayor Kaohly Her of Saint Paul spoke.
    Senator Amy Klobuchar came to the vigil.
    Attorney General Pam Bondi issued a statement.
    Judge Katherine Menendez ruled on Friday.
    Police moved 5 people from 1 to 3 Avenue South.
    They were outside Abbott Northwestern Hospital for 2 hours.
    The line was 100 people long at Dunn Brothers Coffee.
    People lay flowers where Renee Good died.
    Lunch was served by Powderhorn Park Neighborhood Association.
    It happened at 1200 block of Lake Street.
    El evento fue en la iglesia San Pablo.
    Dos camionetas pararon frente a Plaza Mexico.
    An agent with badge number 4471 took photos.
    The reading of Harry Potter went on for the children.
    Agents boarded Metro Transit bus 21A at 6:15.
    `,
  ),
];
