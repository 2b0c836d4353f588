import type { IncidentDraft } from '../../data/incident/schema.ts';
import { account, at, incident } from '../server/made-incidents.ts';

/** Where few, and where very many, share one point. */
export const FEW_AT = { longitude: -93.2724, latitude: 44.9583 };
export const MANY_AT = { longitude: -93.2624, latitude: 44.9483 };

const FEW = 5;
const MANY = 10_000;

/** Incidents that strain a page: many at one point, long words, one that was taken back. */
export function madeIncidents(): IncidentDraft[] {
  const few = at(FEW_AT.longitude, FEW_AT.latitude);
  const many = at(MANY_AT.longitude, MANY_AT.latitude);
  return [
    ...Array.from({ length: MANY }, (_, n) => incident({ id: `many-${n}`, geometry: many })),
    ...Array.from({ length: FEW }, (_, n) =>
      incident({ id: `few-${n}`, geometry: few, properties: { title: `Vigil number ${n + 1}` } }),
    ),
    longWords(),
    takenBack(),
  ];
}

/** A title in Hmong as long as a title may be, and a word that no line holds. */
function longWords(): IncidentDraft {
  return incident({
    id: 'long-words',
    geometry: at(-93.3012, 44.9991),
    properties: {
      title:
        'Neeg coob coob tuaj sib sau ua ke ntawm lub tiaj ua si hauv nroog kom nco txog cov neeg uas tau tas sim neej thiab thov kom muaj kev ncaj ncees rau sawv daws',
      summary: `Something long was written here: ${'mobnyabtseemceeb'.repeat(8)}.`,
      place: `The corner of ${'Llanfairpwllgwyngyll'.repeat(4)} Street`,
      accounts: [account({ by: 'SomebodyWhoseNameGoesOnAndOnAndOnAndOnAndOnWithoutASpace' })],
    },
  });
}

function takenBack(): IncidentDraft {
  return incident({
    id: 'taken-back',
    geometry: at(-93.2401, 44.9689),
    properties: {
      title: 'A march that did not take place',
      accounts: [account({ says: 'It was somebody else’s march, on another day.' })],
      decisions: [
        {
          verification: 'retracted',
          decidedAt: '2026-01-16T12:00:00-06:00',
          reason: 'The one who said so took it back.',
          basedOn: { what: 'A correction', knownAt: '2026-01-16' },
        },
      ],
    },
  });
}
